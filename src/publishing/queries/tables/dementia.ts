import { conditionFigureOf, type Population, type Rates } from '../../../market/index.ts'
import type { PlainCell } from '../../plain-table.ts'
import { projectedYears } from '../../standard-figures.ts'
import { areaColumns, decimal, type OpenTable, text, whole } from './open-table.ts'

const workings = [
  text('ages', 'Ages', 'The age band.'),
  text('sex', 'Sex', 'Female, Male or All.'),
  decimal('people', 'People', 'How many people are of this band and sex.', 'people'),
  decimal('rate', 'Rate', 'The share of them with dementia, from 0 to 1.'),
  decimal('lower_rate', 'Lower rate', 'The lower 95% limit of the rate.'),
  decimal('upper_rate', 'Upper rate', 'The upper 95% limit of the rate.'),
  decimal('expected', 'Expected', 'People times rate, not rounded.', 'people'),
  decimal('lower', 'Lower limit', 'People times the lower rate.', 'people'),
  decimal('upper', 'Upper limit', 'People times the upper rate.', 'people'),
  text('edition', 'Edition', 'The edition of the population.'),
]

/** People expected to have dementia, with what was multiplied. */
export const dementiaTable: OpenTable = {
  name: 'dementia',
  title: 'People expected to have dementia',
  description:
    'One row for each area, year, age band and sex: people, rate, and one times the other. Limits of several rows added up are outer limits, wider than a joint 95% interval.',
  columns: [
    ...areaColumns,
    whole('year', 'Year', 'The middle of this year.'),
    ...workings,
    text('source', 'Sources', 'Keys into the table of sources, of the rates and of the population, parted by |.'),
  ],
  key: ['area_code', 'year', 'ages', 'sex'],
  count: async (data) => dementiaRows(await data.populationBands(), await data.dementia()).length,
  rows: async (data) => dementiaRows(await data.populations(), await data.dementia()),
}

function dementiaRows(populations: readonly Population[], rates: Rates | undefined): PlainCell[][] {
  if (!rates) return []
  return populations.flatMap((population) =>
    projectedYears(population).flatMap(([year, ofYear]) => {
      const working = conditionFigureOf(ofYear, rates, { year, ages: { from: 65, to: null } })
      if ('missing' in working) return []
      const { figure, behind } = working
      const at = workings.map(({ key }) => behind.columns.findIndex((column) => column.key === key))
      const sources = [...new Set(figure.sources.map(({ key }) => key))].join('|')
      return behind.rows.map((row): PlainCell[] => [
        figure.area.code,
        figure.area.name,
        year,
        ...at.map((index) => row[index] ?? null),
        sources,
      ])
    }),
  )
}
