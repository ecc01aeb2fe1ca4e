import type { Partnership } from '../../../core/auth/index.ts'
import { Button, ErrorSummary } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { safeUrl } from '../../../core/ui/safe-url.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { newSummaryPath, summariesPath } from '../paths.ts'
import { AreaFields, type AreaFieldsProps } from './area-fields.tsx'

export interface NewSummaryPageProps extends AreaFieldsProps {
  readonly partnership: Partnership
}

/** Adds a market area, whose summary is then written. */
export function NewSummaryPage({ partnership, ...fields }: NewSummaryPageProps) {
  const { slug } = partnership
  const { mistakes } = fields
  return (
    <ContractsPage
      partnership={partnership}
      title="Add a market area"
      breadcrumbs={[{ content: 'Summaries', href: summariesPath(slug) }, { content: 'Add' }]}
      of="summaries"
      mistakes={mistakes.length > 0}
    >
      {mistakes.length > 0 ? (
        <ErrorSummary
          title="There is a problem"
          errorList={mistakes.map(({ field, sentence }) => ({ content: sentence, href: `#${field}` }))}
        />
      ) : null}
      <PageTitle
        heading="Add a market area"
        note="One part of what is bought, such as care at home. Contracts name the market area that they belong to."
      />
      <form method="post" action={safeUrl(newSummaryPath(slug))} novalidate class="m-read">
        <AreaFields {...fields} />
        <Button>Add it</Button>
      </form>
    </ContractsPage>
  )
}
