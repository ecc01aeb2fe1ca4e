import { longDate } from '../../core/ui/format.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { BackPlan } from './back-plan.ts'
import type { PlannedContract } from './decision.ts'
import type { LeadTime } from './lead-time.ts'
import { doneWhenBegun, type Planning, safeStart } from './planning.ts'
import { spanWords } from './span-words.ts'

/** What it would take to have something else in place when a contract ends. */
export interface Ahead {
  /** The last day of the contract, and the last by which what follows is to be ready: earlier when both overlap. */
  readonly end: IsoDate
  readonly ready: IsoDate
  readonly plan: BackPlan
  readonly late: boolean
  /** "Starting again takes 24 months: begun on 29 October 2015 it would be done …, about 19 months after the end …" */
  readonly tooLate: string
  /** "24 months" */
  readonly takes: string
  readonly caveats: readonly string[]
}

/** Works out what starting again would take for the last day of a contract, seen from a day. */
export function aheadOf(contract: PlannedContract, planning: Planning, end: IsoDate, on: IsoDate): Ahead {
  const { kind, successorFrom } = contract.detail
  const overlap = successorFrom !== null && successorFrom <= end
  const ready = overlap ? addDays(successorFrom, -1) : end
  const { leadTime, plan } = safeStart(planning, { kind, end: ready, on })
  const late = plan.latestSafeStart < on
  const takes = spanWords(plan.latestSafeStart, ready)
  return {
    end,
    ready,
    plan,
    late,
    takes,
    tooLate: late ? tooLateWords(planning, leadTime, { end, on, takes }) : '',
    caveats: caveatsOf(plan, planning),
  }
}

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
