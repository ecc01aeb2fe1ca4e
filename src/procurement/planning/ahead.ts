import { longDate } from '../../core/ui/format.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { BackPlan } from './back-plan.ts'
import type { DecisionWords, PlannedContract } from './decision.ts'
import type { LeadTime } from './lead-time.ts'
import { doneWhenBegun, leadTimeOn, type Planning, planBack, safeStart } from './planning.ts'
import { spanWords } from './span-words.ts'

/** The end of a contract, seen from a day, and when to begin at the latest to have something else in its place. */
export interface Ahead {
  /** The last day of the contract. */
  readonly end: IsoDate
  readonly latestSafeStart: IsoDate
  readonly late: boolean
  readonly words: () => AheadWords
}

interface AheadWords {
  /** "24 months" */
  readonly takes: string
  /** "Starting again takes 24 months: begun on 29 October 2015 it would be done …, about 19 months after the end …" */
  readonly tooLate: string
  readonly caveats: readonly string[]
}

/** Works out when to start again for the last day of a contract; what follows is to be ready earlier when both overlap. */
export function aheadOf(contract: PlannedContract, planning: Planning, end: IsoDate, on: IsoDate): Ahead {
  const { kind, successorFrom } = contract.detail
  const ready = successorFrom !== null && successorFrom <= end ? addDays(successorFrom, -1) : end
  const asked = { kind, end: ready, on }
  const latestSafeStart = safeStart(planning, asked)
  const late = latestSafeStart < on
  return {
    end,
    latestSafeStart,
    late,
    words: () => {
      const takes = spanWords(latestSafeStart, ready)
      const tooLate = late ? tooLateWords(planning, leadTimeOn(planning, asked), { end, on, takes }) : ''
      return { takes, tooLate, caveats: caveatsOf(planBack(planning, asked), planning) }
    },
  }
}

/** Words of a decision about an end: its heading, what follows, and what is not known of the time ahead. */
export const endingWords = (heading: string, detail: string, { caveats }: AheadWords): DecisionWords => ({
  heading,
  detail,
  sentence: [`${heading}.`, detail, ...caveats].join(' '),
})

function tooLateWords(
  planning: Planning,
  leadTime: LeadTime,
  { end, on, takes }: { readonly end: IsoDate; readonly on: IsoDate; readonly takes: string },
): string {
  const done = doneWhenBegun(planning, leadTime, on)
  const when = `Starting again takes ${takes}: begun on ${longDate(on)}, it would be done on ${longDate(done)}`
  return done > end
    ? `${when}, ${spanWords(end, done)} after the end on ${longDate(end)}.`
    : `${when}, before the end on ${longDate(end)}, but not before what follows is planned to begin.`
}

function caveatsOf({ steps, guessed }: BackPlan, { calendar }: Planning): readonly string[] {
  const undated = [...new Set(steps.flatMap(({ undated }) => undated ?? []))]
  return [
    ...undated.map((committee) => `Dates of the ${committee} are not known for then, so none is counted.`),
    ...(guessed
      ? [
          `Holidays are known from ${longDate(calendar.from)} to ${longDate(calendar.to)}; beyond, only weekends are left out.`,
        ]
      : []),
  ]
}
