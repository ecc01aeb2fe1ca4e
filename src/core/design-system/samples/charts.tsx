import { Bars, LineChart, StackedBars } from '../../ui/charts/index.ts'
import type { Specimen } from '../specimen.ts'

const years = [2020, 2022, 2024, 2026, 2028, 2030]
const people = [9100, 9800, 10_400, 11_900, 13_200, 14_500]
const yearTable = {
  caption: 'People aged 75 and over in the sample area, 2020 to 2030',
  columns: [{ heading: 'Year' }, { heading: 'People', align: 'number' as const }],
  rows: years.map((year, i) => [String(year), String(people[i])]),
}
const alternative = 'People aged 75 and over rise from 9,100 in 2020 to 14,500 in 2030'

/** Drawings, each with its table. */
export const chartSpecimens = (): readonly Specimen[] => [
  {
    name: 'Line chart',
    imports: 'LineChart from core/ui/charts',
    when: 'For what changes over time. Lines are named beside their ends, projections are dashed, and its table is never left out.',
    states: [
      {
        name: 'One line, projected from 2026',
        show: (
          <LineChart
            alternative={alternative}
            table={yearTable}
            series={[
              {
                name: 'People',
                tone: 'need',
                projectedFrom: 2026,
                points: years.map((x, i) => ({ x, y: people[i] ?? null })),
              },
            ]}
          />
        ),
      },
      {
        name: 'No figures yet',
        show: <LineChart alternative="No figures yet" table={{ ...yearTable, rows: [] }} series={[]} />,
      },
    ],
  },
  {
    name: 'Bars',
    imports: 'Bars from core/ui/charts',
    when: 'For a few values side by side, in order of time. Bars with long names are laid down by themselves.',
    states: [
      {
        name: 'Upright',
        show: (
          <Bars
            alternative={alternative}
            table={yearTable}
            bars={years.map((year, i) => ({ label: String(year), value: people[i] ?? null }))}
          />
        ),
      },
    ],
  },
  {
    name: 'Stacked bars',
    imports: 'StackedBars from core/ui/charts',
    when: 'For what totals are made of, a row for each name.',
    states: [
      {
        name: 'Two parts, one row without a figure',
        show: (
          <StackedBars
            alternative="Money by care group, in-house and bought"
            parts={[
              { name: 'In-house', tone: 'grey' },
              { name: 'Bought from providers', tone: 'supply' },
            ]}
            rows={[
              { name: 'Older people', values: [18.2, 18.9] },
              { name: 'People with a learning disability and their unpaid carers', values: [6.4, 8.9] },
              { name: 'Substance misuse', values: [null, null] },
            ]}
            table={{
              caption: 'Money by care group, £ million',
              columns: [
                { heading: 'Care group' },
                { heading: 'In-house', align: 'number' },
                { heading: 'Bought', align: 'number' },
              ],
              rows: [
                ['Older people', '18.2', '18.9'],
                ['People with a learning disability and their unpaid carers', '6.4', '8.9'],
                ['Substance misuse', null, null],
              ],
            }}
          />
        ),
      },
    ],
  },
]
