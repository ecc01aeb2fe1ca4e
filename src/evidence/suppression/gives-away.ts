import type { Figure } from '../figure.ts'
import type { Beside, HiddenBeside } from './beside.ts'

/** Whether a share, a rate or a change tells a hidden number of the same area, set against the numbers that are shown. */
export function givesAway(figure: Figure, { ofArea }: Beside): boolean {
  if (figure.value === null) return false
  if (figure.unit === 'per-100000') return ofArea.some((hidden) => isRateOf(figure, hidden))
  if (figure.unit !== 'percent') return false
  const share = { lower: figure.value - halfStep(figure.value), upper: figure.value + halfStep(figure.value) }
  return ofArea.some((hidden) => leavesOneAnswer(share, hidden, figure.period))
}

/** Anyone can look up how many people live somewhere, so that a rate from the same source tells its number. */
const isRateOf = ({ period, sources }: Figure, { figure }: HiddenBeside): boolean =>
  period === figure.period && sources.some(({ key }) => figure.sources.some((other) => other.key === key))

/** Half of the last digit that is printed: a share is no more exact than that. */
const halfStep = (value: number): number => 0.5 * 10 ** -(String(value).split('.')[1] ?? '').length

interface Range {
  readonly lower: number
  readonly upper: number
}

function leavesOneAnswer(share: Range, hidden: HiddenBeside, period: string | null): boolean {
  const ofWhole = (whole: number): readonly Range[] => [
    { lower: (whole * share.lower) / 100, upper: (whole * share.upper) / 100 },
    { lower: whole * (1 - share.upper / 100), upper: whole * (1 - share.lower / 100) },
  ]
  const sinceThen = (other: number): readonly Range[] => [
    { lower: other * (1 + share.lower / 100), upper: other * (1 + share.upper / 100) },
    { lower: other / (1 + share.upper / 100), upper: other / (1 + share.lower / 100) },
  ]
  const ranges = [
    ...(period === hidden.figure.period ? hidden.wholes.flatMap(ofWhole) : []),
    ...hidden.otherTimes.flatMap(sinceThen),
  ]
  return ranges.some((range) => isOnlyAnswer(range, hidden))
}

/** Whether a hidden number is the only whole number in a range that it could be. */
function isOnlyAnswer({ lower, upper }: Range, { value, least, most }: HiddenBeside): boolean {
  const dust = 1e-9
  const [first, last] = [Math.max(least, Math.ceil(lower - dust)), Math.min(most, Math.floor(upper + dust))]
  return first === last && first === value
}
