import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, Lead, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { kindWords } from '../../register/contract-words.ts'
import { lifeOf } from '../../register/life.ts'
import { type OwnState, ownState } from '../own-place.ts'
import { providerContractPath } from '../paths.ts'
import { lotWords, nextWords, placeWords } from '../place-words.ts'
import type { OwnContract } from '../queries/own-contracts.ts'
import { contractsPlace, ProviderPage, type ProviderPlace } from './provider-page.tsx'

export interface ContractsPageProps {
  readonly organisation: string
  readonly demonstration: boolean
  readonly places: readonly ProviderPlace[]
  readonly contracts: readonly OwnContract[]
  readonly today: IsoDate
}

const states: { readonly [state in OwnState]: Parameters<typeof State>[0] } = {
  in: { kind: 'done', word: 'In force' },
  'to-come': { kind: 'planned', word: 'To come' },
  suspended: { kind: 'attention', word: 'Suspended' },
  unconfirmed: { kind: 'attention', word: 'Registration not found' },
  over: { kind: 'stopped', word: 'Over' },
}

/** A provider's contracts in every partnership: its lots and ranks, until when, and what is decided next. */
export function ContractsPage({ organisation, demonstration, places, contracts, today }: ContractsPageProps) {
  const all = contracts.map((contract) => ({
    contract,
    state: ownState(
      contract,
      contract.places.flatMap(({ pieces }) => pieces),
      today,
    ),
  }))
  const [current, over] = [all.filter(({ state }) => state !== 'over'), all.filter(({ state }) => state === 'over')]
  const heading = headingOf(current.map(({ contract }) => contract))
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={places}
      of={contractsPlace}
      title={heading}
    >
      <PageTitle heading={heading} />
      {all.length > 0 ? (
        <Lead>
          {organisation}, as at {longDate(today)}. You see your own places and prices, and nobody else’s.
        </Lead>
      ) : (
        <EmptyState
          what="Each contract that you have a place in appears here, with your lots, ranks, prices and dates."
          why="No partnership has a contract with you on its register."
          link={{ text: 'What partnerships need', href: '/' }}
        />
      )}
      {[...Map.groupBy(current, ({ contract }) => contract.partnership.slug).values()].map((own) => {
        const [first] = own
        return first ? (
          <Section id={first.contract.partnership.slug} heading={first.contract.partnership.title}>
            <Contracts rows={own} today={today} caption={`Contracts with ${first.contract.partnership.title}`} />
          </Section>
        ) : null
      })}
      {over.length > 0 ? (
        <Section id="over" heading={over.length === 1 ? 'One is over' : `${number(over.length)} are over`}>
          <Contracts rows={over} today={today} caption="Contracts that are over" withPartnership />
        </Section>
      ) : null}
    </ProviderPage>
  )
}

function headingOf(current: readonly OwnContract[]): string {
  const partnerships = new Set(current.map(({ partnership }) => partnership.slug)).size
  if (current.length === 0) return 'You have no contract in force or to come'
  const contracts = current.length === 1 ? 'one contract' : `${number(current.length)} contracts`
  return `You have ${contracts} in ${partnerships === 1 ? 'one partnership' : `${number(partnerships)} partnerships`}`
}

interface RowsProps {
  readonly rows: readonly { readonly contract: OwnContract; readonly state: OwnState }[]
  readonly today: IsoDate
  readonly caption: string
  readonly withPartnership?: boolean | undefined
}

function Contracts({ rows, today, caption, withPartnership }: RowsProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { heading: 'Contract' },
        { heading: 'Your lots' },
        { heading: 'State' },
        { heading: 'Agreed until' },
        { heading: 'What comes next' },
      ]}
      missing="no date is set"
      rows={rows.map(({ contract, state }) => {
        const { ends } = lifeOf(contract, today)
        return [
          <span>
            <a href={providerContractPath(contract.partnership.slug, contract.reference)}>{contract.title}</a>
            <small class="m-under">
              {[withPartnership && contract.partnership.title, kindWords[contract.kind], contract.reference]
                .filter(Boolean)
                .join(', ')}
            </small>
          </span>,
          contract.places
            .map(({ lot, pieces }) => [lotWords(lot), placeWords(pieces, today)].filter(Boolean).join(': '))
            .join('; '),
          <State {...states[state]} />,
          ends ? longDate(ends) : 'no end set',
          state === 'over' ? 'nothing: it is over' : (nextWords(contract, today) ?? 'nothing is known yet'),
        ]
      })}
    />
  )
}
