import { type AgeBand, agesText, parseAges } from '../ages.ts'
import type { Figure } from '../figure.ts'
import { countsPeople } from '../figure-unit.ts'
import type { Sum, Table } from './table.ts'

/** How figures stand in tables, where measure, period, area, ages and sex do not say it all. */
export interface Tabling<F extends Figure = Figure> {
  /** What figures of one table share; measure and period without. */
  readonly tableOf?: (figure: F) => string
  /** Further dimensions beside area, ages and sex; '' in one stands for all of it together. */
  readonly also?: (figure: F) => Readonly<Record<string, string>>
  /** What figures that are always read together share; those of others are never set against them. */
  readonly readBy?: (figure: F) => string
}

/** Whether a figure counts people who are there, or were: a target and what a law says count nobody. */
export const isCountOfPeople = ({ unit, basis, value }: Figure): boolean =>
  value !== null && unit !== null && countsPeople(unit) && basis !== 'target' && basis !== 'law'

/** The tables in which counts of people are published, each with its figures and the ways in which they add up. */
export function tablesOf<F extends Figure>(
  figures: readonly F[],
  areaSums: readonly Sum[],
  { tableOf = ({ measure, period }) => JSON.stringify([measure, period]), also = () => ({}) }: Tabling<F>,
): Table[] {
  const counts = figures.filter(isCountOfPeople)
  return [...Map.groupBy(counts, (figure) => JSON.stringify([tableOf(figure), figure.unit])).values()].map((group) => ({
    cells: group.map((figure) => ({
      id: figure.id,
      value: figure.value ?? 0,
      at: { ...also(figure), area: figure.area.code, ages: figure.ages ?? 'all', sex: figure.sex },
    })),
    sums: [...areaSumsOf(group, areaSums), ...alsoSums(group.map(also)), ...sexSums(group), ...ageSums(group)],
  }))
}

/** Of a cut into one area not more is known than that both may print the same number. */
function areaSumsOf(figures: readonly Figure[], sums: readonly Sum[]): Sum[] {
  const printed = new Set(figures.map(({ area }) => area.code))
  return sums.filter(({ total, parts }) => parts.length > 1 || [total, ...parts].every((code) => printed.has(code)))
}

/** All of a dimension together as the sum of what of it stands beside it. */
function alsoSums(places: readonly Readonly<Record<string, string>>[]): Sum[] {
  const dimensions = [...new Set(places.flatMap((place) => Object.keys(place)))]
  return dimensions.flatMap((dimension) => {
    const values = new Set(places.map((place) => place[dimension] ?? ''))
    const parts = [...values].filter((value) => value !== '')
    return values.has('') && parts.length > 0 ? [{ dimension, total: '', parts }] : []
  })
}

const sexSums = (figures: readonly Figure[]): Sum[] =>
  figures.some(({ sex }) => sex !== 'all') ? [{ dimension: 'sex', total: 'all', parts: ['female', 'male'] }] : []

/** Each band of ages as the sum of the shortest bands that all bands cut out of one another. */
function ageSums(figures: readonly Figure[]): Sum[] {
  const bands = [...new Set(figures.map(({ ages }) => ages ?? 'all'))].flatMap((ages) => parseAges(ages) ?? [])
  const after = ({ to }: AgeBand) => (to === null ? Number.POSITIVE_INFINITY : to + 1)
  const cuts = [...new Set(bands.flatMap((band) => [band.from, after(band)]))].toSorted((a, b) => a - b)
  return bands.flatMap((band) => {
    const within = cuts.filter((cut) => cut >= band.from && cut <= after(band))
    const parts = within.slice(1).map((end, at) => {
      const to = end === Number.POSITIVE_INFINITY ? null : end - 1
      return agesText({ from: within[at] ?? 0, to })
    })
    return parts.length > 1 ? [{ dimension: 'ages', total: agesText(band), parts }] : []
  })
}
