import { inSentence, type NeedCell } from '../../market/index.ts'

/** The cells of which a gap is known in numbers, the shortest first. */
export const gapsInNumbers = (cells: readonly NeedCell[]): readonly NeedCell[] =>
  cells
    .filter(({ gap, need, supply }) => gap?.value != null && need?.value != null && supply?.value != null)
    .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))

/** How many of the services are short, and which the most, in a sentence. */
export function wholeFinding(cells: readonly NeedCell[]): string {
  const short = cells.filter(({ gap }) => (gap?.value ?? 0) > 0)
  const [worst] = short
  const [first] = cells
  if (!first) return 'No gap is known in numbers'
  if (!worst)
    return cells.length === 1
      ? `There is enough of ${inSentence(first.service.name)}`
      : 'There is enough of every service that is counted'
  const name = inSentence(worst.service.name)
  if (cells.length === 1) return `There is less of ${name} than is needed`
  if (short.length === 1) return `Of ${cells.length} services one is short of need: ${name}`
  return `Of ${cells.length} services ${short.length} are short of need, ${name} the most`
}
