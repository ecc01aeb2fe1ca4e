import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, State } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { missingParts } from '../missing-parts.ts'
import { newSummaryPath, summaryPath } from '../paths.ts'
import type { DeskSummary } from '../queries/summaries-desk.ts'
import { summaryState } from '../summary-state.ts'

export interface SummariesPageProps {
  readonly partnership: Partnership
  readonly summaries: readonly DeskSummary[]
  readonly today: IsoDate
  readonly mayWrite: boolean
}

/** Every market area, how far its published summary has come, and what it lacks. */
export function SummariesPage({ partnership, summaries, today, mayWrite }: SummariesPageProps) {
  const { slug, title } = partnership
  const published = summaries.filter(({ area }) => area.published).length
  const heading =
    summaries.length === 0
      ? 'No summary of contracts is written yet'
      : `${number(published)} of ${number(summaries.length)} summaries ${published === 1 ? 'is' : 'are'} published`
  return (
    <ContractsPage partnership={partnership} title={heading} breadcrumbs={[{ content: 'Summaries' }]} of="summaries">
      <PageTitle
        heading={heading}
        note="A summary tells anyone how one market area is bought: the words are written here, the rest comes from the register and the budgets."
        actions={mayWrite ? <Button href={newSummaryPath(slug)}>Add a market area</Button> : undefined}
      />
      {summaries.length > 0 ? (
        <DataTable
          caption={`Market areas of ${title}, as at ${longDate(today)}`}
          captionHidden
          columns={[
            { heading: 'Market area' },
            { heading: 'Contracts', align: 'number' },
            { heading: 'Words from' },
            { heading: 'State' },
            { heading: 'What nothing tells' },
          ]}
          missing="nothing is written"
          rows={summaries.map((summary) => [
            <a href={summaryPath(slug, summary.area.key)}>{summary.area.name}</a>,
            number(summary.contracts.length),
            summary.words ? longDate(summary.words.from) : null,
            <State {...summaryState(summary)} />,
            missingParts(summary).join(', ') || 'nothing is missing',
          ])}
        />
      ) : (
        <EmptyState
          what="Each market area stands here with its summary."
          why={`Nobody has added one for ${title}, and no file of them was imported.`}
          link={
            mayWrite
              ? { text: 'Add a market area', href: newSummaryPath(slug) }
              : { text: 'The register of contracts', href: `/${slug}/contracts` }
          }
        />
      )}
    </ContractsPage>
  )
}
