import { number, pounds, signed } from '../../core/ui/format.ts'
import { hoursOf } from '../rules/replay-words.ts'
import type { MachineResult, Range } from './machine-result.ts'

/** What a replay found, in a sentence without its full stop. */
export function resultHeading({ difference, asItWas, seeds, more, less }: MachineResult): string {
  const { middle } = difference.placedMinutes
  if (more === 0 && less === 0) return 'No hour more or less would have been placed'
  const change = `${hoursOf(Math.abs(middle))} hours a week ${middle > 0 ? 'more' : 'fewer'} would have been placed`
  const often = `in ${number(middle > 0 ? more : less)} of ${number(seeds)} draws`
  const whole = asItWas.placedMinutes?.middle ?? 0
  if (middle === 0) return 'About as many hours would have been placed'
  const share = whole === 0 ? '' : ` (${signed(Math.round((100 * middle) / whole))}%)`
  return `${change}${share}, ${often}`
}

/** A range of hours: "412 (398 to 431)"; one value where all draws agree. */
export const hoursRange = (range: Range | null): string | null => rangeWords(range, hoursOf)

/** A range of money. */
export const poundsRange = (range: Range | null): string | null =>
  rangeWords(range, (pence) => pounds(Math.round(pence / 100) * 100))

/** A range of counts. */
export const countRange = (range: Range | null): string | null => rangeWords(range, (count) => number(count))

/** A range of distances in kilometres. */
export const kilometreRange = (range: Range | null): string | null =>
  rangeWords(range, (metres) => number(metres / 1000, 1))

function rangeWords(range: Range | null, words: (value: number) => string): string | null {
  if (range === null) return null
  const { middle, low, high } = range
  return low === high ? words(middle) : `${words(middle)} (${words(low)} to ${words(high)})`
}
