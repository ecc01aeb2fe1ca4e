import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { ErrorSummary } from '../../../core/ui/govuk/index.ts'
import { Facts, PageTitle } from '../../../core/ui/parts/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { upliftsPath } from '../paths.ts'
import type { UpliftRound } from '../round.ts'
import { changeWords, scopeWords } from '../uplift-terms.ts'

/** A round that was dropped: it changed nothing. */
export function DroppedPage({
  partnership,
  round,
  problem,
}: {
  readonly partnership: Partnership
  readonly round: UpliftRound
  readonly problem: string | undefined
}) {
  const heading = `Round ${round.reference} was dropped and changed nothing`
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      of="uplifts"
      breadcrumbs={[{ content: 'Uplifts', href: upliftsPath(partnership.slug) }, { content: round.reference }]}
      mistakes={problem !== undefined}
    >
      {problem ? <ErrorSummary title="Nothing was changed" errorList={[{ content: problem }]} /> : null}
      <PageTitle heading={heading} />
      <Facts
        facts={[
          { term: 'Round', value: round.title },
          { term: 'Prices', value: scopeWords(round.terms.scope) },
          { term: 'Change', value: `${changeWords(round.terms.change)} from ${longDate(round.from)}` },
          { term: 'Reason', value: round.reason },
        ]}
      />
    </ContractsPage>
  )
}
