import { scaleLinear } from 'd3-scale'

/** Classes with a ground and their own colour of text: short to spare, low to high, and hidden or not collected. */
export type TileClass =
  | 'd-n3'
  | 'd-n2'
  | 'd-n1'
  | 'd-0'
  | 'd-s1'
  | 'd-s2'
  | 'd-s3'
  | 'q-1'
  | 'q-2'
  | 'q-3'
  | 'q-4'
  | 'q-5'
  | 'q-6'
  | 'd-x'

export interface LegendEntry {
  readonly text: string
  readonly tileClass: TileClass
}

const gapSteps = [
  { from: 25, short: 'd-n3', spare: 'd-s3', words: '25% or more' },
  { from: 12, short: 'd-n2', spare: 'd-s2', words: '12 to 24%' },
  { from: 4, short: 'd-n1', spare: 'd-s1', words: '4 to 11%' },
] as const

/** The class of a gap: supply against need in per cent, below nought when short. Rounded first, as it is shown. */
export function gapClass(percent: number | null): TileClass {
  if (percent === null) return 'd-x'
  const rounded = Math.round(Math.abs(percent))
  const step = gapSteps.find(({ from }) => rounded >= from)
  if (!step) return 'd-0'
  return percent < 0 ? step.short : step.spare
}

/** What the classes of a gap mean, from short to spare. */
export const gapLegend: readonly LegendEntry[] = [
  ...gapSteps.map(({ short, words }) => ({ text: `${words} short`, tileClass: short })),
  { text: 'Within 3%', tileClass: 'd-0' },
  ...[...gapSteps].reverse().map(({ spare, words }) => ({ text: `${words} spare`, tileClass: spare })),
]

const steps = ['q-1', 'q-2', 'q-3', 'q-4', 'q-5', 'q-6'] as const

export interface SequentialClasses {
  readonly classOf: (value: number | null) => TileClass
  readonly legend: readonly LegendEntry[]
}

/** Up to six classes from low to high with round limits, and their legend. Where there is no value, [x]. */
export function sequentialClasses(
  values: readonly (number | null)[],
  format: (value: number) => string,
): SequentialClasses {
  const there = values.filter((value) => value !== null)
  const hidden = there.length < values.length ? [{ text: '[x] no figure', tileClass: 'd-x' as const }] : []
  const limits = limitsOf(there)
  const step = (i: number): TileClass =>
    steps[limits.length === 0 ? 2 : Math.round((i * (steps.length - 1)) / limits.length)] ?? 'q-6'
  const classOf = (value: number | null) =>
    value === null ? 'd-x' : step(limits.filter((limit) => value >= limit).length)
  const entries = limits.map((limit, i) => {
    const before = limits[i - 1]
    return before === undefined ? `Under ${format(limit)}` : `${format(before)} to under ${format(limit)}`
  })
  const last = limits.at(-1)
  const texts = last === undefined ? there.slice(0, 1).map(format) : [...entries, `${format(last)} or more`]
  return { classOf, legend: [...texts.map((text, i) => ({ text, tileClass: step(i) })), ...hidden] }
}

/** At most five round limits strictly between the lowest and the highest value. */
function limitsOf(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (values.length === 0 || low === high) return []
  for (let count = 5; count > 0; count--) {
    const limits = scaleLinear()
      .domain([low, high])
      .ticks(count)
      .filter((limit) => limit > low && limit <= high)
    if (limits.length < steps.length) return limits
  }
  return []
}
