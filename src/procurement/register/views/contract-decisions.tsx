import { TermBar, TermKey, TermScale, termWords } from '../../../core/ui/charts/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import { addDays, type IsoDate } from '../../../core/values/index.ts'
import { changeFormPath } from '../../changes/paths.ts'
import type { TermPiece } from '../../contract.ts'
import { nextDecision } from '../../planning/decision-dates.ts'
import { planningPath } from '../../planning/paths.ts'
import { lifeOf } from '../life.ts'
import { dayWithin } from '../lot-places.ts'
import { termOf, yearsAbout } from '../register-term.ts'
import { quietWords } from '../register-words.ts'
import type { ContractPageProps } from './contract-page-props.ts'

/** What is to be decided about a contract and when, with its term drawn; then the term in a table. */
export function ContractDecisions(props: ContractPageProps) {
  const { contract, decisions, on, today } = props
  const next = nextDecision(decisions)
  const window = yearsAbout(dayWithin(contract, on), 4, 8)
  const term = termOf(contract, decisions, on)
  return (
    <Section id="next" heading={next?.heading ?? quietWords(lifeOf(contract, on))} intro={next?.detail}>
      <TermKey day={on === today ? undefined : longDate(on)} />
      <TermScale window={window} />
      <TermBar term={term} window={window} today={on} alternative={termWords(term, on)} />
      {decisions.length > 0 ? <Deciding {...props} /> : null}
      <Section id="term" level={3} heading="Term and options">
        <DataTable
          caption="Term and options"
          captionHidden
          columns={[{ heading: 'What' }, { heading: 'From' }, { heading: 'To' }, { heading: 'Where it stands' }]}
          rows={[...contract.terms.map(termRow), ...optionRows(props)]}
        />
      </Section>
    </Section>
  )
}

/** Each decision with its days; a column of days that none of them has is left out. */
function Deciding({ partnership, decisions, on }: ContractPageProps) {
  const decided = decisions.some(({ decideBy }) => decideBy)
  const begun = decisions.some(({ latestSafeStart }) => latestSafeStart)
  return (
    <Section
      id="decisions"
      level={3}
      heading="What is to be decided"
      intro={begun ? <a href={planningPath(partnership.slug)}>How the latest safe start is worked out</a> : undefined}
    >
      <DataTable
        caption="What is to be decided"
        captionHidden
        columns={[
          { heading: 'What' },
          { heading: 'Day' },
          ...(decided ? [{ heading: 'Decide by' }] : []),
          ...(begun ? [{ heading: 'Latest safe start' }] : []),
          { heading: 'Why' },
        ]}
        rows={decisions.map((decision) => [
          decisionWords[decision.kind],
          <Day day={decision.on} />,
          ...(decided ? [decision.decideBy ? <Day day={decision.decideBy} /> : '–'] : []),
          ...(begun ? [decision.latestSafeStart ? <SafeStart day={decision.latestSafeStart} on={on} /> : '–'] : []),
          decision.sentence,
        ])}
      />
    </Section>
  )
}

function SafeStart({ day, on }: { readonly day: IsoDate; readonly on: IsoDate }) {
  const passed = day < on
  return (
    <span class={passed ? 'm-c-need' : undefined}>
      <Day day={day} />
      {passed ? ', passed' : ''}
    </span>
  )
}

const Day = ({ day }: { readonly day: IsoDate }) => <span class="m-nb">{longDate(day)}</span>

const decisionWords = {
  option: 'Option',
  end: 'End',
  review: 'Review',
  notice: 'Notice',
  national: 'National framework',
} as const

const originWords = { initial: 'As awarded', extension: 'Extended', variation: 'Varied' } as const
const stateWords = { agreed: 'Agreed', suspended: 'Suspended', ended: 'Ended, not in force' } as const

const lastDay = (until: IsoDate | null): string => (until ? longDate(addDays(until, -1)) : 'No end set')

const termRow = ({ from, until, state, origin }: TermPiece) => [
  originWords[origin],
  longDate(from),
  lastDay(until),
  stateWords[state],
]

function optionRows({ partnership: { slug }, contract, asked, mayWrite }: ContractPageProps) {
  const left = contract.options.filter(({ decision }) => decision !== 'taken')
  const next = left.find(({ decision }) => decision === 'open')
  // Options are decided in their order, and on the contract as it is.
  const decidable = mayWrite && !asked.on && !asked.known && !contract.sharedFrom
  return left.map(({ id, from, until, decision, decidedOn, decideBy, position }) => [
    `Option ${position}`,
    longDate(from),
    lastDay(until),
    decision === 'open' ? (
      <>
        Open{decideBy ? `, to be decided by ${longDate(decideBy)}` : ''}
        {decidable && id === next?.id ? (
          <small class="m-under">
            <a href={changeFormPath(slug, contract.reference, 'extension', { option: id })}>Take it</a>
            {' or '}
            <a href={changeFormPath(slug, contract.reference, 'option-declined', { option: id })}>do not take it</a>
          </small>
        ) : null}
      </>
    ) : (
      `Not taken${decidedOn ? `, decided on ${longDate(decidedOn)}` : ''}`
    ),
  ])
}
