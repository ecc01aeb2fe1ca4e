import type { ClockHours, OfferRule, RuleStep } from '../offer-rule.ts'
import { orders } from '../offer-rule.ts'

/** What is wrong with a rule, and where. */
export interface RuleProblem {
  /** The clock, the steps as a whole, or one step by its number. */
  readonly at: 'hours' | 'steps' | number
  readonly field: string
  readonly sentence: string
}

/** A rule longer than this is a mistake: nobody waits for thirteen windows. */
const mostSteps = 12

/** Ten working days of ten hours; an offer that stands longer is no offer. */
const longestWindow = 6000

const shortestWindow = 5

/** All that is wrong with a rule: what could never end, never begin or never ask anybody, each in a sentence. Nothing for a sound one. */
export function ruleProblems({ hours, steps }: Pick<OfferRule, 'hours' | 'steps'>): RuleProblem[] {
  return [...hoursProblems(hours), ...stepsProblems(steps), ...steps.flatMap((step, at) => stepProblems(step, at + 1))]
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/

function hoursProblems({ days, from, to }: ClockHours): RuleProblem[] {
  const problem = (field: string, sentence: string): RuleProblem => ({ at: 'hours', field, sentence })
  return [
    ...(days.length === 0
      ? [problem('days', 'The clock would never run: choose the days on which it does. A round would wait for ever.')]
      : []),
    ...(days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
      ? []
      : [problem('days', 'Days are numbered from 1, Monday, to 7, Sunday.')]),
    ...([from, to].every((one) => time.test(one))
      ? from < to
        ? []
        : [
            problem(
              'to',
              `The clock would never run: it starts at ${from} and stops at ${to}. A round would wait for ever.`,
            ),
          ]
      : [problem('from', 'Times are written like 08:00.')]),
  ]
}

function stepsProblems(steps: readonly RuleStep[]): RuleProblem[] {
  const problem = (sentence: string): RuleProblem => ({ at: 'steps', field: 'steps', sentence })
  return [
    ...(steps.length === 0 ? [problem('A rule without a step asks nobody: add one.')] : []),
    ...(steps.length > mostSteps
      ? [problem(`A rule has ${mostSteps} steps at most; this one has ${steps.length}.`)]
      : []),
  ]
}

/** A whole number from one to another. */
const whole = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to

function stepProblems(step: RuleStep, at: number): RuleProblem[] {
  const { pool, order, window, priceCap, lowestGrade, distance, shortTermMonths, approvalAbove } = step
  const found: RuleProblem[] = []
  const problem = (field: string, sentence: string) => found.push({ at, field, sentence: `Step ${at}: ${sentence}` })
  if (!whole(window, shortestWindow, longestWindow)) {
    problem(
      'window',
      Number.isFinite(window) && window > 0
        ? `the time to answer is from ${shortestWindow} minutes to ${longestWindow / 60} working hours.`
        : 'it has no time to answer. A round would wait for ever.',
    )
  }
  if (!orders.includes(order)) problem('order', 'the order is none that is known.')
  if (pool.kind === 'tier' && !(whole(pool.fromRank, 1, 999) && whole(pool.toRank, 1, 999))) {
    problem('tier', 'a tier goes from one rank to another, such as 1 to 10.')
  } else if (pool.kind === 'tier' && pool.fromRank > pool.toRank) {
    problem('tier', `the tier goes from rank ${pool.fromRank} to ${pool.toRank}, so nobody is in it.`)
  }
  if (priceCap !== null && !whole(priceCap, 1, 100_000)) problem('priceCap', 'the price goes up to £1,000 an hour.')
  if (approvalAbove !== null && !whole(approvalAbove, 0, 100_000)) {
    problem('approvalAbove', 'the price that needs approval goes up to £1,000 an hour.')
  } else if (approvalAbove !== null && priceCap !== null && approvalAbove >= priceCap) {
    problem('approvalAbove', 'nothing can be approved: the limit for approval is not below the highest price.')
  }
  if (lowestGrade !== null && !whole(lowestGrade, 1, 6)) problem('lowestGrade', 'grades go from 1 to 6.')
  if (distance !== null && !whole(distance, 1, 500_000)) problem('distance', 'the distance goes up to 500 km.')
  if (shortTermMonths !== null && !whole(shortTermMonths, 1, 24)) {
    problem('shortTermMonths', 'a short term is from 1 to 24 months.')
  }
  return found
}
