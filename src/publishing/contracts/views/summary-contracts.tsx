import { TermBar, TermScale, type TermWindow, termWords } from '../../../core/ui/charts/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Details } from '../../../core/ui/govuk/index.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { kindWords, methodWords, type SummaryContract, termOf, yearsAbout } from '../../../procurement/index.ts'
import { developmentFacts, noticeWords, printedWords, providersWords, reviewWords } from '../summary-words.ts'

interface ContractsProps {
  readonly contracts: readonly SummaryContract[]
  readonly on: IsoDate
}

const none = 'the register does not say'

/** The contracts of a market area: of what kind, in how many lots, with how many providers. */
export function ContractKinds({ contracts, on, today }: ContractsProps & { readonly today: IsoDate }) {
  if (contracts.length === 0) return null
  // Who is in a contract is known to the public as it is now, not as it was.
  const now = on === today
  const names = [...new Set(contracts.flatMap(({ providers }) => providers))].sort((a, b) =>
    a.localeCompare(b, 'en-GB'),
  )
  return (
    <>
      <DataTable
        caption="Contracts, their kinds, lots and providers"
        captionHidden
        columns={[
          { heading: 'Contract' },
          { heading: 'Kind' },
          { heading: 'How providers were found' },
          { heading: 'Lots' },
          ...(now ? [{ heading: 'Providers', align: 'number' as const }] : []),
        ]}
        missing={none}
        rows={contracts.map((contract) => [
          <Named contract={contract} />,
          kindWords[contract.detail.kind],
          contract.detail.method ? methodWords[contract.detail.method] : null,
          lotsText(contract.lots),
          ...(now ? [providersWords([contract])] : []),
        ])}
      />
      {contracts
        .filter(({ lots }) => lots.length > fewLots)
        .map(({ lots, reference }) => (
          <Details summary={`The ${lots.length} lots of ${reference} by name`}>{lots.join('; ')}</Details>
        ))}
      {now && names.length > 0 ? (
        <Details
          summary={names.length === 1 ? 'The one provider' : `The ${providersWords(contracts)} providers by name`}
        >
          <ul class="govuk-list">
            {names.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  )
}

/** As many lots stand in the table by name. */
const fewLots = 4

/** Lots by name while they are few. */
function lotsText(lots: readonly string[]): string {
  if (lots.length === 0) return 'not recorded'
  if (lots.length === 1) return lots[0] || 'one whole'
  return lots.length <= fewLots ? lots.join('; ') : number(lots.length)
}

const Named = ({ contract: { detail, reference } }: { readonly contract: SummaryContract }) => (
  <span>
    {detail.title}
    <small class="m-under">{reference}</small>
  </span>
)

/** How long each contract runs, all on one scale, with its options and what follows. */
export function ContractTerms({ contracts, on }: ContractsProps) {
  if (contracts.length === 0) return null
  const window: TermWindow = yearsAbout(on, 3, 5)
  return (
    <>
      <DataTable
        caption={`How long contracts run, as at ${longDate(on)}`}
        captionHidden
        columns={[{ heading: 'Contract' }, { heading: 'Term', under: <TermScale window={window} /> }]}
        rows={contracts.map((contract) => {
          const term = termOf(contract, [], on)
          const words = termWords(term, on)
          const more = [noticeWords(contract), printedWords(contract, on)].filter(Boolean)
          return [
            <Named contract={contract} />,
            <span>
              <TermBar term={term} window={window} today={on} alternative={words} />
              {words}.
              {more.map((sentence) => (
                <small class="m-under">{sentence}</small>
              ))}
            </span>,
          ]
        })}
      />
      <p class="m-t__note">
        Solid is agreed, dashed an option to extend, grey what is planned to follow. The line is {longDate(on)}.
      </p>
    </>
  )
}

/** What the register knows of what comes next. */
export function Planned({ contracts, on }: ContractsProps) {
  const told = contracts
    .map((contract) => ({ contract, facts: developmentFacts(contract, on) }))
    .filter(({ facts }) => facts.length > 0)
  if (told.length === 0) return <p class="m-2">The register has no option, successor or national framework for it.</p>
  return (
    <DataTable
      caption="What the register knows of what comes next"
      captionHidden
      columns={[{ heading: 'Contract' }, { heading: 'What comes next' }]}
      rows={told.map(({ contract, facts }) => [<Named contract={contract} />, facts.join(' ')])}
    />
  )
}

/** How people come to each contract, who watches over it, and when it is reviewed. */
export function Management({ contracts }: Pick<ContractsProps, 'contracts'>) {
  if (contracts.length === 0) return null
  return (
    <DataTable
      caption="How people come to it, monitoring and reviews"
      captionHidden
      columns={[
        { heading: 'Contract' },
        { heading: 'How people come to it' },
        { heading: 'Monitoring' },
        { heading: 'Reviewed' },
      ]}
      missing={none}
      rows={contracts.map((contract) => [
        <Named contract={contract} />,
        contract.detail.allocation || null,
        contract.detail.monitoring || null,
        reviewWords(contract),
      ])}
    />
  )
}
