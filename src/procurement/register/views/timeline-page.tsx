import type { Partnership } from '../../../core/auth/index.ts'
import { TermBar, TermKey, TermScale, termWords } from '../../../core/ui/charts/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { ErrorSummary } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, type RowGroup } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { RegisterQuery } from '../forms.ts'
import type { DatedContract } from '../listed-contract.ts'
import { timelinePageLength } from '../page-length.ts'
import { contractPath, contractsPath, contractsTimelinePath } from '../paths.ts'
import { soonMonths } from '../register-choice.ts'
import { termOf, yearsAbout } from '../register-term.ts'
import { endWords } from '../register-words.ts'
import { AsAtNote } from './as-at-note.tsx'
import { Pages } from './pages.tsx'

export interface TimelinePageProps {
  readonly partnership: Partnership
  readonly contracts: readonly DatedContract[]
  readonly asked: RegisterQuery
  readonly problem: string | undefined
  readonly on: IsoDate
  readonly today: IsoDate
  readonly address: string
}

/** Terms, options and what follows, of all contracts over the years, by the year in which they end. */
export function TimelinePage(props: TimelinePageProps) {
  const { partnership, contracts, asked, problem, on, today, address } = props
  const { slug } = partnership
  const shown = contracts.slice((asked.page - 1) * timelinePageLength, asked.page * timelinePageLength)
  const years = contracts.flatMap(({ ends }) => ends?.slice(0, 4) ?? [])
  const [busiest, most] = mostFrequent(years)
  return (
    <ContractsPage
      partnership={partnership}
      of="timeline"
      title="Timeline of contracts"
      mistakes={problem !== undefined}
    >
      {problem ? <ErrorSummary title="There is a problem" errorList={[{ content: problem }]} /> : null}
      <PageTitle
        heading={most > 1 ? `${number(most)} contracts end in ${busiest}` : 'When contracts end'}
        note={<AsAtNote on={on} known={asked.known} today={today} now={contractsTimelinePath(slug)} drawn />}
      />
      {shown.length === 0 ? (
        <EmptyState
          what="Terms of contracts are drawn here over the years."
          why={`None is known that was in force on ${longDate(on)}, or began in the ${soonMonths} months after.`}
          link={{ text: 'The register', href: contractsPath(slug) }}
        />
      ) : (
        <section aria-label="Terms">
          <TermKey day={on === today ? undefined : longDate(on)} />
          <TermsTable {...props} shown={shown} />
          <Pages address={address} page={asked.page} length={timelinePageLength} total={contracts.length} />
        </section>
      )}
    </ContractsPage>
  )
}

function TermsTable({
  partnership,
  asked,
  on,
  shown,
}: TimelinePageProps & { readonly shown: readonly DatedContract[] }) {
  const window = yearsAbout(on, 2, 9)
  const row = (contract: DatedContract) => {
    const term = termOf(contract, contract.decisions, on)
    const [end, more] = endWords(contract)
    return [
      <a href={contractPath(partnership.slug, contract.reference, { on: asked.on, known: asked.known })}>
        {contract.detail.title}
      </a>,
      <TermBar term={term} window={window} today={on} alternative={termWords(term, on)} />,
      <>
        {end}
        {more ? <small class="m-under">{more}</small> : null}
      </>,
    ]
  }
  return (
    <DataTable
      caption="Contracts with their terms, by the year in which they end"
      captionHidden
      stack
      columns={[
        { heading: 'Contract' },
        { heading: 'Term', phone: '', under: <TermScale window={window} /> },
        { heading: 'Ends' },
      ]}
      rows={[]}
      groups={groupsOf(shown).map(({ heading, contracts }) => ({
        heading,
        note: contracts.length === 1 ? undefined : `${contracts.length} contracts`,
        rows: contracts.map(row),
      }))}
    />
  )
}

interface Group extends Pick<RowGroup, 'heading'> {
  readonly contracts: readonly DatedContract[]
}

/** Contracts come by their ends, those without one last. */
function groupsOf(contracts: readonly DatedContract[]): readonly Group[] {
  const headings = contracts.map(({ ends }) => (ends ? `End in ${ends.slice(0, 4)}` : 'No end set'))
  return [...new Set(headings)].map((heading) => ({
    heading,
    contracts: contracts.filter((_, at) => headings[at] === heading),
  }))
}

function mostFrequent(years: readonly string[]): readonly [string, number] {
  const counts = new Map<string, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].reduce<readonly [string, number]>((most, one) => (one[1] > most[1] ? one : most), ['', 0])
}
