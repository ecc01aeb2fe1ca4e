import { longDate } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'

/** A service that goes on under another number. */
export interface Succession {
  readonly number: string
  readonly earlierNumber: string
}

/** When a number is known to have begun: the day it was registered, else that of the first register that names it. */
export interface NumberKnown {
  readonly number: string
  readonly begun: IsoDate
}

/** What is told of a succession, and what is known of its two numbers; undefined when no register names one. */
export interface ToldSuccession {
  readonly number: string
  readonly earlierNumber: string
  /** The day from which the service goes on under the later number. */
  readonly on: IsoDate
  readonly today: IsoDate
  readonly later: NumberKnown | undefined
  readonly earlier: NumberKnown | undefined
  /** The successions that stand. */
  readonly standing: readonly Succession[]
}

export type SuccessionField = 'number' | 'earlierNumber' | 'on'

/** Why a succession can't be told: a sentence, and the field that it is about. */
export interface SuccessionProblem {
  readonly field: SuccessionField
  readonly sentence: string
}

/** What stands in the way of a succession; undefined when nothing does. */
export function successionProblem(told: ToldSuccession): SuccessionProblem | undefined {
  const { number, earlierNumber, on, today, earlier, later, standing } = told
  if (number === earlierNumber) {
    return { field: 'number', sentence: 'A service can’t go on from itself: the two numbers are the same.' }
  }
  if (!earlier) return { field: 'earlierNumber', sentence: unknown(earlierNumber) }
  if (!later) return { field: 'number', sentence: unknown(number) }
  if (standing.some((one) => one.number === number && one.earlierNumber === earlierNumber)) {
    return { field: 'number', sentence: `That ${number} goes on from ${earlierNumber} is told already.` }
  }
  if (lineOf(standing, earlierNumber).earlier.includes(number)) {
    const sentence = `${earlierNumber} already goes on from ${number}, so ${number} can’t go on from it in turn.`
    return { field: 'number', sentence }
  }
  if (later.begun < earlier.begun) {
    const sentence = `${number} began on ${longDate(later.begun)}, before ${earlierNumber} did on ${longDate(earlier.begun)}: they may be the wrong way round.`
    return { field: 'number', sentence }
  }
  if (on < earlier.begun) {
    return { field: 'on', sentence: `${earlierNumber} began only on ${longDate(earlier.begun)}. Give a later day.` }
  }
  if (on > today) return { field: 'on', sentence: 'The day is still to come. Give the day on which it happened.' }
  return undefined
}

const unknown = (number: string) => `No register here names a service with the number ${number}.`

/** Every number that came before another, and every one that came after, nearest first. */
export function lineOf(
  standing: readonly Succession[],
  number: string,
): { readonly earlier: readonly string[]; readonly later: readonly string[] } {
  return {
    earlier: reached(number, (from) =>
      standing.filter((one) => one.number === from).map(({ earlierNumber }) => earlierNumber),
    ),
    later: reached(number, (from) => standing.filter((one) => one.earlierNumber === from).map((one) => one.number)),
  }
}

function reached(start: string, next: (from: string) => readonly string[]): string[] {
  const seen = new Set([start])
  for (const from of seen) for (const one of next(from)) seen.add(one)
  seen.delete(start)
  return [...seen]
}
