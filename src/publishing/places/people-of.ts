import type { Figure } from '../../evidence/index.ts'
import type { Population } from '../../market/index.ts'
import { standardPopulation } from '../standard-figures.ts'

/** The people of an area by age: as last counted, and as far ahead as they are projected. */
export interface PeopleTable {
  /** For each column its year and what kind of number it holds. */
  readonly years: readonly { readonly year: number; readonly kind: 'estimate' | 'projection' }[]
  /** A row for each age group, a figure for each year. */
  readonly rows: readonly { readonly label: string; readonly figures: readonly (Figure | undefined)[] }[]
}

/** The latest counted year of an area and the last projected one; undefined where nobody is counted. */
export function peopleOf(population: Population): PeopleTable | undefined {
  const years = (['estimate', 'projection'] as const).flatMap((kind) => {
    const held = population.rows.filter((row) => row.edition.kind === kind).map(({ year }) => year)
    return held.length > 0 ? [{ kind, year: Math.max(...held) }] : []
  })
  const columns = years.map(({ year, kind }) =>
    standardPopulation([
      { ...population, rows: population.rows.filter((row) => row.year === year && row.edition.kind === kind) },
    ]),
  )
  const labels = [...new Set(columns.flat().map(({ label }) => label))]
  const rows = labels.map((label) => ({
    label,
    figures: columns.map((figures) => figures.find((figure) => figure.label === label)),
  }))
  return rows.length > 0 ? { years, rows } : undefined
}
