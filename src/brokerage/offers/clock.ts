import type { Partnership } from '../../core/auth/index.ts'
import type { WorkingCalendar } from '../../core/calendar/index.ts'
import type { OfferRule, RuleStep } from '../offer-rule.ts'
import { dueAfter, minutesLeft } from '../rules/working-clock.ts'

/** By what the clocks of a round run. */
export interface RoundClock {
  readonly calendar: WorkingCalendar
  readonly rule: OfferRule
}

/** The same with the partnership whose calendar it is. */
export interface RoundTime extends RoundClock {
  readonly partnership: Partnership
}

/** Where a clock stands: until when it runs, or how many minutes are left while it rests. */
interface ClockFace {
  readonly due_at: Date | null
  readonly left_minutes: number | null
  readonly remind_at: Date | null
}

/** A clock of some working minutes, set going; when a quarter of the window is left, the provider is reminded. */
export function running(
  { calendar, rule: { hours } }: RoundClock,
  at: Date,
  minutes: number,
  window: number,
): ClockFace {
  const beforeReminder = minutes - Math.floor(window / 4)
  return {
    due_at: dueAfter(calendar, hours, at, minutes),
    left_minutes: null,
    remind_at: beforeReminder > 0 && beforeReminder < minutes ? dueAfter(calendar, hours, at, beforeReminder) : null,
  }
}

/** The same clock at rest; one that rests already stays as it is. */
export const resting = (
  { calendar, rule: { hours } }: RoundClock,
  at: Date,
  { dueAt, leftMinutes }: { readonly dueAt: Date | null; readonly leftMinutes: number | null },
): ClockFace => ({
  due_at: null,
  left_minutes: dueAt ? minutesLeft(calendar, hours, at, dueAt) : leftMinutes,
  remind_at: null,
})

/** When a matter that waits for the partnership is taken further: after as long as the provider itself had. */
export const furtherAt = ({ calendar, rule: { hours } }: RoundClock, at: Date, window: number): Date =>
  dueAfter(calendar, hours, at, window)

/** Working minutes to answer in a step of the rule. */
export const windowOf = ({ rule }: RoundClock, step: number): number => stepOf(rule, step).window

/** One step of a rule, counted from 1. */
export function stepOf({ steps }: Pick<OfferRule, 'steps'>, number: number): RuleStep {
  const step = steps[number - 1]
  if (!step) throw new Error(`The rule has no step ${number}.`)
  return step
}
