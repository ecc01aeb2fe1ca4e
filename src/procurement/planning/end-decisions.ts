import { longDate } from '../../core/ui/format.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import { type Ahead, aheadOf, endingWords } from './ahead.ts'
import type { DatedDecision, DecisionWords, PlannedContract } from './decision.ts'
import type { Planning } from './planning.ts'
import { spanWords } from './span-words.ts'

/** What is to be decided about the end of a contract that has one: each option still open, and what follows after. */
export function endDecisions(
  contract: PlannedContract,
  planning: Planning,
  until: IsoDate,
  on: IsoDate,
): DatedDecision[] {
  const follows = planning.followed.get(contract.id)
  if (follows !== undefined && follows <= until) return []
  const { successorFrom } = contract.detail
  const open = openOptions(contract, until)
  // What is planned to follow at the end itself leaves the options for an emergency.
  if (successorFrom !== null && successorFrom <= until) return [endOf(contract, planning, { until, on, open })]
  const starts = [until, ...open.map((option) => option.until ?? option.from)]
  return [
    ...open.map((option, at) => {
      const ahead = aheadOf(contract, planning, addDays(starts[at] ?? until, -1), on)
      return optionDecision(option, ahead, { on, first: at === 0 })
    }),
    endOf(contract, planning, { until: starts.at(-1) ?? until, on, open: [], all: open.length }),
  ]
}

type Option = PlannedContract['options'][number]

/** Options that are open and would carry the contract on from what is agreed. */
function openOptions({ options }: PlannedContract, until: IsoDate): readonly Option[] {
  const open = options.filter((option) => option.decision === 'open' && option.until !== null && option.until > until)
  return open.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

function optionDecision(
  option: Option,
  ahead: Ahead,
  { on, first }: { readonly on: IsoDate; readonly first: boolean },
): DatedDecision {
  const { latestSafeStart } = ahead
  const { id, from, decideBy } = option
  const due = decideBy !== null && decideBy < latestSafeStart ? decideBy : latestSafeStart
  return {
    kind: 'option',
    on: from,
    decideBy,
    latestSafeStart,
    due,
    late: due < on,
    optionId: id,
    words: () => optionWords(option, ahead, { on, first, due }),
  }
}

function optionWords(
  { until, decideBy }: Option,
  ahead: Ahead,
  { on, first, due }: { readonly on: IsoDate; readonly first: boolean; readonly due: IsoDate },
): DecisionWords {
  const { latestSafeStart, late } = ahead
  const words = ahead.words()
  const extended = until === null ? 'without an end' : `until ${longDate(addDays(until, -1))}`
  const condition = first ? '' : 'If the option before is taken: '
  const heading =
    due >= on ? `Decide by ${longDate(due)}` : late ? passed(latestSafeStart) : `Decision was due on ${longDate(due)}`
  const planned =
    decideBy !== null && decideBy > latestSafeStart
      ? ` The decision is planned for ${longDate(decideBy)}, when only extending ${late ? 'is' : 'will be'} in time.`
      : ''
  const detail = late
    ? `${condition}${words.tooLate}${planned || ` Extending ${extended} is what is left in time.`}`
    : `${condition}Extend ${extended}, or start again by ${longDate(latestSafeStart)}.${planned}`
  return endingWords(heading, detail, words)
}

interface EndAsked {
  readonly until: IsoDate
  readonly on: IsoDate
  readonly open: readonly Option[]
  /** How many options it is the end of. */
  readonly all?: number
}

function endOf(contract: PlannedContract, planning: Planning, asked: EndAsked): DatedDecision {
  const { until, on } = asked
  const ahead = aheadOf(contract, planning, addDays(until, -1), on)
  const { latestSafeStart, late } = ahead
  return {
    kind: 'end',
    on: until,
    decideBy: null,
    latestSafeStart,
    due: latestSafeStart,
    late,
    optionId: null,
    words: () => endWords(contract, ahead, asked),
  }
}

function endWords(contract: PlannedContract, ahead: Ahead, { until, open, all = 0 }: EndAsked): DecisionWords {
  const { end, latestSafeStart, late } = ahead
  const words = ahead.words()
  const lastOpen = open.at(-1)
  const rescue = lastOpen?.until ? ` Extending is open until ${longDate(addDays(lastOpen.until, -1))}.` : ''
  const ends = all > 0 ? `With every option it ends on ${longDate(end)}` : `It ends on ${longDate(end)}`
  const detail = late
    ? `${words.tooLate}${rescue}${followsWords(contract, until)}`
    : `${ends}, and starting again takes ${words.takes}.${followsWords(contract, until)}`
  return endingWords(late ? passed(latestSafeStart) : `Start again by ${longDate(latestSafeStart)}`, detail, words)
}

function followsWords({ detail: { successorFrom } }: PlannedContract, until: IsoDate): string {
  if (successorFrom === null) return ''
  const planned = ` What follows is planned from ${longDate(successorFrom)}`
  return successorFrom > until ? `${planned}, ${spanWords(until, successorFrom)} after the end.` : `${planned}.`
}

const passed = (day: IsoDate): string => `Safe start passed ${longDate(day)}`
