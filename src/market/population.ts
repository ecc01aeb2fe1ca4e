import type { Sex, Source } from '../evidence/index.ts'
import { type AgeCounts, addCounts } from './age-counts.ts'
import { byPreference, type EditionName } from './edition.ts'

/** An edition with where it was published. */
export interface Edition extends EditionName {
  readonly source: Source
}

/** The people of one year and sex as one row of an imported file gave them. */
export interface PopulationRow extends AgeCounts {
  readonly edition: Edition
  readonly year: number
  readonly sex: Sex
  readonly file: string
  readonly line: number
}

/** Everything known of an area's people; rows of one edition share one object, so that editions are told apart by identity. */
export interface Population {
  readonly area: { readonly code: string; readonly name: string }
  readonly rows: readonly PopulationRow[]
}

/** The people of one sex, and the rows that tell them: one, or women's and men's added up. */
export interface Counted extends AgeCounts {
  readonly rows: readonly PopulationRow[]
}

/** The rows of one year in an edition, by sex. */
type OfYear = ReadonlyMap<Sex, PopulationRow>

/** A page asks for hundreds of its years, and each would look through every row. */
const found = new WeakMap<Population, ReadonlyMap<Edition, ReadonlyMap<number, OfYear>>>()

function rowsOf(population: Population): ReadonlyMap<Edition, ReadonlyMap<number, OfYear>> {
  const known = found.get(population)
  if (known) return known
  const editions = new Map<Edition, Map<number, Map<Sex, PopulationRow>>>()
  for (const row of population.rows) {
    const years = editions.get(row.edition) ?? new Map<number, Map<Sex, PopulationRow>>()
    const sexes = years.get(row.year) ?? new Map<Sex, PopulationRow>()
    editions.set(row.edition, years)
    years.set(row.year, sexes)
    // Where several rows tell the same, the first does.
    if (!sexes.has(row.sex)) sexes.set(row.sex, row)
  }
  found.set(population, editions)
  return editions
}

/** The editions that hold all of some years, projections before estimates, newer before older. */
export const editionsWith = (population: Population, ...years: readonly number[]): Edition[] =>
  [...rowsOf(population)]
    .flatMap(([edition, held]) => (years.every((year) => held.has(year)) ? [edition] : []))
    .toSorted(byPreference)

/** The editions of a wanted kind and vintage. */
export const thatAre = (wanted: Partial<EditionName>) => (edition: EditionName) =>
  (wanted.kind === undefined || wanted.kind === edition.kind) &&
  (wanted.vintage === undefined || wanted.vintage === edition.vintage)

/** People of one sex in an edition and year; all of them are women and men added up where no row gives them at once. */
export function countedIn(population: Population, edition: Edition, year: number, sex: Sex): Counted | undefined {
  const rows = rowsOf(population).get(edition)?.get(year)
  const row = rows?.get(sex)
  if (row) return { lowerAges: row.lowerAges, people: row.people, rows: [row] }
  const [female, male] = [rows?.get('female'), rows?.get('male')]
  if (sex !== 'all' || !female || !male) return undefined
  const sum = addCounts(female, male)
  return sum && { ...sum, rows: [female, male] }
}

/** What is asked with its year: when none is said, the latest that people were estimated for, else the first projected. */
export function withYear<Asked extends Partial<EditionName> & { readonly year?: number | undefined }>(
  population: Population,
  asked: Asked,
): (Asked & { readonly year: number }) | undefined {
  if (asked.year !== undefined) return { ...asked, year: asked.year }
  const rows = population.rows.filter((row) => thatAre(asked)(row.edition))
  const estimated = rows.filter((row) => row.edition.kind === 'estimate').map((row) => row.year)
  if (estimated.length > 0) return { ...asked, kind: 'estimate', year: Math.max(...estimated) }
  const newest = rows.map((row) => row.edition).toSorted(byPreference)[0]
  const projected = rows.filter((row) => row.edition === newest).map((row) => row.year)
  return projected.length > 0 ? { ...asked, year: Math.min(...projected) } : undefined
}
