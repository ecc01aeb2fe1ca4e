import { type AgeBand, agesKey, parseAges, type Sex } from '../evidence/index.ts'
import { type EditionName, editionKey, parseEditionKey } from './edition.ts'

/** What a computed figure is about: everything that its address says. */
export interface FigureKey {
  /** `population`, `population-growth`, or a condition such as `dementia`. */
  readonly measure: string
  /** An area's code. */
  readonly area: string
  readonly year: number
  /** The later year of a change; null for a figure of one year. */
  readonly toYear: number | null
  readonly ages: AgeBand
  readonly sex: Sex
  /** Only when another edition was asked for than the one that answers by itself. */
  readonly edition: EditionName | null
}

/** The identifier of a computed figure: `population.S12000040.2028.75-plus`. */
export const figureId = ({ measure, area, year, toYear, ages, sex, edition }: FigureKey): string =>
  [
    measure,
    area,
    toYear === null ? year : `${year}-${toYear}`,
    agesKey(ages),
    ...(sex === 'all' ? [] : [sex]),
    ...(edition ? [editionKey(edition)] : []),
  ].join('.')

/** What a figure's identifier says; undefined when it is not the identifier of a computed figure. */
export function parseFigureId(id: string): FigureKey | undefined {
  const parts = id.split('.')
  const edition = parseEditionKey(parts.at(-1) ?? '')
  if (edition) parts.pop()
  const sex = parts.at(-1) === 'female' || parts.at(-1) === 'male' ? (parts.pop() as Sex) : 'all'
  const ages = parseAges(parts.pop() ?? '')
  const period = /^(\d{4})(?:-(\d{4}))?$/.exec(parts.pop() ?? '')
  // An area made up by a partnership may have a full stop in its code; everything else is taken from the ends.
  const [measure, ...area] = parts
  if (!measure || area.length === 0 || area.join('') === '' || !ages || !period) return undefined
  const [year, toYear] = [Number(period[1]), period[2] === undefined ? null : Number(period[2])]
  return { measure, area: area.join('.'), year, toYear, ages, sex, edition: edition ?? null }
}
