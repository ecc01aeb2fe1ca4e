import { TermBar, TermKey, TermScale, termWords } from '../../../core/ui/charts/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import { addDays, type IsoDate } from '../../../core/values/index.ts'
import type { ExtensionOption, TermPiece } from '../../contract.ts'
import { nextDecision } from '../../planning/decision-dates.ts'
import { planningPath } from '../../planning/paths.ts'
import { lifeOf } from '../life.ts'
import { termOf, yearsAbout } from '../register-term.ts'
import { quietWords } from '../register-words.ts'
import type { ContractPageProps } from './contract-page.tsx'

/** What is to be decided about a contract and when, with its term drawn; then the term in a table. */
export function ContractDecisions({ partnership, contract, decisions, on }: ContractPageProps) {
  const next = nextDecision(decisions)
  const window = yearsAbout(on, 4, 8)
  const term = termOf(contract, decisions, on)
  return (
    <Section id="next" heading={next?.heading ?? quietWords(lifeOf(contract, on))} intro={next?.detail}>
      <TermKey />
      <TermScale window={window} />
      <TermBar term={term} window={window} today={on} alternative={termWords(term, on)} />
      {decisions.length > 0 ? (
        <DataTable
          caption="What is to be decided"
          missing="no such day"
          columns={[
            { heading: 'What' },
            { heading: 'Day' },
            { heading: 'Decide by' },
            { heading: 'Latest safe start' },
            { heading: 'Why' },
          ]}
          rows={decisions.map((decision) => [
            decisionWords[decision.kind],
            longDate(decision.on),
            decision.decideBy && longDate(decision.decideBy),
            decision.latestSafeStart && (
              <span class={decision.latestSafeStart < on ? 'm-c-need' : undefined}>
                {longDate(decision.latestSafeStart)}
                {decision.latestSafeStart < on ? ', passed' : ''}
              </span>
            ),
            decision.sentence,
          ])}
        />
      ) : null}
      <p class="m-src">
        <a href={planningPath(partnership.slug)}>How the latest safe start is worked out</a>
      </p>
      <DataTable
        caption="Term and options"
        columns={[{ heading: 'What' }, { heading: 'From' }, { heading: 'To' }, { heading: 'Where it stands' }]}
        rows={[
          ...contract.terms.map(termRow),
          ...contract.options.filter(({ decision }) => decision !== 'taken').map(optionRow),
        ]}
      />
    </Section>
  )
}

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

const optionRow = ({ from, until, decision, decidedOn, decideBy, position }: ExtensionOption) => [
  `Option ${position}`,
  longDate(from),
  lastDay(until),
  decision === 'open'
    ? `Open${decideBy ? `, to be decided by ${longDate(decideBy)}` : ''}`
    : `Not taken${decidedOn ? `, decided on ${longDate(decidedOn)}` : ''}`,
]
