import type { GapFigure } from '../../core/ui/charts/index.ts'
import { about, number } from '../../core/ui/format.ts'
import type { Figure } from '../../evidence/index.ts'
import { inSentence, type NeedCell } from '../../market/index.ts'
import { periodText } from '../figure-words.ts'

/** Whether a grid shows what is, or what is looked ahead to. */
export const whens = ['now', 'forecast'] as const
export type When = (typeof whens)[number]

/** What a cell of the grid says: a gap in numbers, else the most that is known, in words. */
export function gridFigure(cell: NeedCell | undefined, when: When): GapFigure {
  if (!cell) return { hidden: 'x' }
  const told = when === 'forecast' ? cell.forecast : cell
  if (!told) return { words: 'No forecast', note: cell.need ? 'of need' : 'need not known' }
  return gapIn(told.gap, told.share) ?? knownOf(cell, told, when)
}

function gapIn(gap: Figure | null, share: number | null): GapFigure | undefined {
  if (!gap) return undefined
  if (gap.value === null) return { hidden: 'c' }
  if (share === null) return { words: `${number(Math.abs(gap.value))} spare`, note: 'nothing needed' }
  return { percent: -share, count: -gap.value }
}

function knownOf(cell: NeedCell, told: Pick<NeedCell, 'need' | 'supply'>, when: When): GapFigure {
  const { shortages, targets, forecast } = cell
  if (shortages.length > 0) return { words: 'Short', note: 'named, no number' }
  const ahead = when === 'now' ? forecast : null
  if (ahead?.gap?.value) {
    return { words: shortOrSpare(ahead.gap.value), note: `by ${timeOf(ahead.gap)}` }
  }
  if (told.need) return { words: valueIn(told.need), note: told.supply ? 'needed, counted otherwise' : 'needed' }
  if (ahead) return { words: valueIn(ahead.need), note: `needed by ${timeOf(ahead.need)}` }
  const [waited] = cell.unmet
  if (when === 'now' && waited?.people.value)
    return { words: `${number(waited.people.value)} waited`, note: timeOf(waited.people) }
  const [target] = targets
  if (target) return { words: valueIn(target), note: `wanted${target.period ? ` by ${timeOf(target)}` : ''}` }
  if (told.supply) return { words: valueIn(told.supply), note: 'there, need not known' }
  return { hidden: 'x' }
}

const timeOf = ({ period }: Pick<Figure, 'period'>): string => (period ? periodText(period) : 'a time not printed')

const shortOrSpare = (gap: number): string => `${number(Math.abs(gap))} ${gap > 0 ? 'short' : 'spare'}`

const valueIn = ({ value, suppressed }: Figure): string =>
  value === null ? (suppressed ? '[c]' : '[x]') : number(value, value < 100 && !Number.isInteger(value) ? 1 : 0)

/** The areas where a service is shortest, in a sentence; at most three are named. */
export function shortestWords(service: string, cells: readonly NeedCell[], when: When): string {
  const shares = cells.flatMap((cell) => {
    const share = (when === 'forecast' ? cell.forecast : cell)?.share ?? null
    return share === null ? [] : [{ name: cell.area.name, share }]
  })
  if (shares.length === 0) return `${service}: no gap is known by area`
  const short = shares.filter(({ share }) => Math.round(share) >= 4).toSorted((a, b) => b.share - a.share)
  const names = short.slice(0, 3).map(({ name }) => name)
  if (names.length === 0) return `${service}: no area is short`
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `${service}: shortest in ${list}`
}

/** What a cell comes to, as the heading of its page. */
export function cellHeading(
  { area, service, gap, forecast, status }: NeedCell,
  unitOf: (figure: Figure) => string,
): string {
  const name = inSentence(service.name)
  if (gap && gap.value !== null) return gapHeading(area.name, name, gap.value, unitOf(gap), ['is', 'has'])
  if (status === 'named') return `${area.name} is short of ${name}, its documents say`
  if (forecast?.gap && forecast.gap.value !== null) {
    const when = forecast.gap.period ? `By ${timeOf(forecast.gap)}, ` : ''
    return `${when}${gapHeading(area.name, name, forecast.gap.value, unitOf(forecast.gap), ['would be', 'would have'])}`
  }
  return `What is known of ${name} in ${area.name}`
}

function gapHeading(
  area: string,
  service: string,
  gap: number,
  unit: string,
  [is, has]: readonly [string, string],
): string {
  if (gap === 0) return `${area} ${has} as much as it needs of ${service}`
  const many = `${about(Math.abs(gap))} ${unit}`.trim()
  return gap > 0 ? `${area} ${is} ${many} short of ${service}` : `${area} ${has} ${many} to spare: ${service}`
}
