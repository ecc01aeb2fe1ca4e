import type { Partnership } from '../../../core/auth/index.ts'
import { EmptyState, PageTitle } from '../../../core/ui/parts/index.ts'
import { packagePath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { newPlanPath, plansPath } from '../paths.ts'
import { searchedDays } from '../stale.ts'

export interface NoPlanPageProps {
  readonly partnership: Partnership
  readonly reference: string
  readonly mayPlace: boolean
}

/** Stands where a package is in no plan that still says how things stand. */
export function NoPlanPage({ partnership, reference, mayPlace }: NoPlanPageProps) {
  const { slug } = partnership
  const heading = `Who else could take ${reference}`
  return (
    <BrokeragePage
      partnership={partnership}
      of="plans"
      title={heading}
      breadcrumbs={[{ content: 'Plans', href: plansPath(slug) }, { content: reference }]}
    >
      <PageTitle heading={heading} />
      <EmptyState
        what="Who else could take a package, and what would move for it, is answered by a plan."
        why={`${reference} is in no plan of the last ${searchedDays} days.`}
        link={
          mayPlace
            ? { text: 'Ask for a plan', href: newPlanPath(slug) }
            : { text: 'Back to the package', href: packagePath(slug, reference) }
        }
      />
    </BrokeragePage>
  )
}
