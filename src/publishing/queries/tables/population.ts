import { areaColumns, type OpenTable, sourceColumn, text, whole } from './open-table.ts'

/** People by area, edition, year, sex and age band. */
export const populationTable: OpenTable = {
  name: 'population',
  title: 'Population',
  description:
    'One row for each area, edition, year, sex and age band, as imported. Bands of one year and sex add up to everyone; rows of the sex “all” count the same people again.',
  columns: [
    ...areaColumns,
    text('kind', 'Kind', 'estimate or projection.'),
    whole('vintage', 'Vintage', 'The base year of a projection, or the last year of a series of estimates.'),
    whole('year', 'Year', 'The middle of this year.'),
    text('sex', 'Sex', 'all, female or male.'),
    whole('age_from', 'From age', 'The youngest age of the band.', 'years'),
    whole('age_to', 'To age', 'The oldest age of the band; empty when it has no end.', 'years'),
    whole('people', 'People', 'How many people.', 'people'),
    sourceColumn,
  ],
  key: ['area_code', 'kind', 'vintage', 'year', 'sex', 'age_from', 'source'],
  count: async (data) =>
    (await data.populationBands()).reduce(
      (sum, { rows }) => rows.reduce((bands, { lowerAges }) => bands + lowerAges.length, sum),
      0,
    ),
  rows: async (data) =>
    (await data.populations()).flatMap(({ area, rows }) =>
      rows.flatMap(({ edition, year, sex, lowerAges, people }) =>
        lowerAges.map((from, at) => {
          const next = lowerAges[at + 1]
          const to = next === undefined ? null : next - 1
          const { kind, vintage, source } = edition
          return [area.code, area.name, kind, vintage, year, sex, from, to, people[at] ?? null, source.key]
        }),
      ),
    ),
}
