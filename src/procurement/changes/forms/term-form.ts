import { z } from 'zod'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Days } from '../../contract.ts'
import { afterMonths } from '../../term.ts'
import { date, maybeCount, maybeDate, maybeLastDay } from './fields.ts'
import { type Mistake, type Read, readTyped, type Typed } from './typed.ts'

/** The first days of a contract, and the rights to extend it. */
export interface FirstTerm {
  readonly term: Days
  readonly options: readonly (Days & { readonly decideBy: IsoDate | null })[]
}

/** As many options as a form takes; ten years, year by year, are nine after the first. */
export const mostOptions = 12

const term = z.object({ start: date('First day'), last: maybeLastDay('Last day') })

/** Reads the first term and its options: each option follows the days before it. */
export function readTerm(typed: Typed): Read<FirstTerm> {
  const result = readTyped(term, typed)
  if (result.mistakes) return result
  const { start, last } = result.read
  if (last !== null && last <= start)
    return { mistakes: [{ field: 'last-day', sentence: 'The last day must not be before the first' }] }
  const mistakes: Mistake[] = []
  const options: FirstTerm['options'][number][] = []
  let until = last
  let months = 0
  for (let at = 1; at <= mostOptions; at += 1) {
    const read = readOption(typed, at)
    if (read.mistakes) mistakes.push(...read.mistakes)
    else if (read.read.months === null && read.read.decideBy !== null)
      mistakes.push({ field: `option-${at}-months`, sentence: `Enter for how many months option ${at} extends it` })
    else if (read.read.months !== null && until === null)
      mistakes.push({
        field: 'last-day',
        sentence: 'Enter the last day: a contract without an end has nothing to extend',
      })
    else if (read.read.months !== null && until !== null) {
      const from: IsoDate = until
      months += read.read.months
      // Counted from the end of the first term, so that a short month on the way takes no day from those after it.
      until = afterMonths(last ?? from, months)
      options.push({ from, until, decideBy: read.read.decideBy })
      if (read.read.decideBy !== null && read.read.decideBy >= from)
        mistakes.push({ field: `option-${at}-decideBy-day`, sentence: `Option ${at} must be decided before it begins` })
    }
  }
  return mistakes.length > 0 ? { mistakes: once(mistakes) } : { read: { term: { from: start, until: last }, options } }
}

function readOption(
  typed: Typed,
  at: number,
): Read<{ readonly months: number | null; readonly decideBy: IsoDate | null }> {
  const months = `option-${at}-months`
  const decideBy = `option-${at}-decideBy`
  const result = readTyped(
    z.object({
      [months]: maybeCount(`Months of option ${at}`, { most: 120 }),
      [decideBy]: maybeDate(`Day by which option ${at} is decided`),
    }),
    typed,
  )
  if (result.mistakes) return result
  return { read: { months: result.read[months] as number | null, decideBy: result.read[decideBy] as IsoDate | null } }
}

const once = (mistakes: readonly Mistake[]): Mistake[] =>
  mistakes.filter(({ field }, at) => mistakes.findIndex((other) => other.field === field) === at)

/** How many options a form shows: those that were typed, and room for more. */
export function optionsShown(typed: Typed): number {
  const filled = Array.from({ length: mostOptions }, (_, at) => at + 1).filter((at) =>
    ['months', 'decideBy-day', 'decideBy-month', 'decideBy-year'].some((part) => typed[`option-${at}-${part}`]?.[0]),
  )
  const asked = Number(typed.options?.[0] ?? 0)
  return Math.min(mostOptions, Math.max(2, filled.at(-1) ?? 0, Number.isInteger(asked) ? asked : 0))
}
