import { BoundaryMap, GapBars, type GridArea, gapClass, gapLegend, HeatGrid, TileMap } from '../../ui/charts/index.ts'
import type { Specimen } from '../specimen.ts'

const bars: Specimen = {
  name: 'Gap bar',
  imports: 'GapBars, GapBar from core/ui/charts',
  when: 'Supply set against need for the whole of an area, one bar a service. The figures stand above each bar, so it needs no table.',
  states: [
    {
      name: 'Short, spare, nothing, unknown',
      show: (
        <GapBars
          label="Supply against need in the sample area"
          bars={[
            { name: 'Care at home', need: 78_400, supply: 72_600, unit: 'hours a week' },
            { name: 'Extra care', need: 1000, supply: 563, unit: 'homes' },
            { name: 'Care homes', need: 420, supply: 464, unit: 'beds' },
            {
              name: 'Support for unpaid carers in their own homes at night',
              need: 60,
              supply: 0,
              unit: 'nights a week',
            },
            { name: 'Day support', need: null, supply: 120, unit: 'places' },
          ]}
        />
      ),
    },
  ],
}

const services = [
  { name: 'Care at home', unit: 'hours a week' },
  { name: 'Day support', unit: 'places a week' },
  { name: 'Dementia nursing', unit: 'beds' },
  { name: 'Extra care', unit: 'homes' },
  { name: 'Supported living', unit: 'homes' },
]

const area = (name: string, group: string, percents: readonly (number | 'c' | 'x')[]): GridArea => ({
  name,
  group,
  href: '#heat-grid-and-gap-cell',
  cells: percents.map((percent) =>
    typeof percent === 'number'
      ? { percent, count: Math.round(percent * 7.4), href: '#heat-grid-and-gap-cell' }
      : { hidden: percent, href: '#heat-grid-and-gap-cell' },
  ),
})

const areas = [
  area('Sample North', 'North', [-2, -8, -30, -42, -8]),
  area('Sample Isles and the Long Coast', 'North', [-24, -20, -25, -66, 'x']),
  area('Sample Middle', 'South', [2, 3, 6, -20, 14]),
  area('Sample South', 'South', [-11, 27, 4, -100, 'c']),
]

const many = Array.from({ length: 40 }, (_, i) =>
  area(`Sample ward ${i + 1}`, '', [
    ((i * 13) % 61) - 40,
    ((i * 7) % 41) - 20,
    ((i * 29) % 71) - 45,
    -i,
    i % 9 ? i : 'c',
  ]),
).map(({ group: _, ...rest }) => rest)

const grid: Specimen = {
  name: 'Heat grid and gap cell',
  imports: 'HeatGrid, GapCell, gapWords from core/ui/charts',
  when: 'To compare every area by every service at once. Each cell says its sign, its count and short or spare, and leads to what it is made of. On a phone each area becomes a block.',
  states: [
    {
      name: 'Two groups of areas, [c] and [x]',
      show: (
        <HeatGrid caption="Supply against need by area and service" areaName="Area" services={services} areas={areas} />
      ),
    },
    {
      name: '40 areas',
      show: <HeatGrid caption="Supply against need in 40 wards" areaName="Ward" services={services} areas={many} />,
    },
  ],
}

const places = [
  ['North', 2, 1, -2],
  ['Isles', 1, 2, -24],
  ['Middle', 2, 2, 2],
  ['South Riverside', 3, 2, -17],
  ['Moor', 2, 3, 14],
] as const

const map: Specimen = {
  name: 'Tile map',
  imports: 'TileMap, gapClass, sequentialClasses from core/ui/charts',
  when: 'To find where: one service over the whole area, each area an equal square about where it lies.',
  states: [
    {
      name: 'One chosen, one without a figure',
      show: (
        <TileMap
          alternative="Map of the sample area: supply of care at home against need"
          legend={gapLegend}
          table={{
            caption: 'Supply of care at home against need',
            columns: [{ heading: 'Area' }, { heading: 'Supply against need', unit: 'per cent', align: 'number' }],
            rows: [...places.map(([name, , , percent]) => [name, String(percent)] as const), ['East', null]],
          }}
          tiles={[
            ...places.map(([name, column, row, percent]) => ({
              name,
              column,
              row,
              tileClass: gapClass(percent),
              value: `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%`,
              href: '#tile-map',
              current: name === 'Isles',
            })),
            { name: 'East', column: 4, row: 2, tileClass: 'd-x', value: '[x]' },
          ]}
        />
      ),
    },
  ],
}

/** An invented coast of five areas, in degrees. */
const coast = [
  [
    'Sample North',
    -24,
    [
      [-3.2, 55.5],
      [-2.9, 55.55],
      [-2.6, 55.5],
      [-2.62, 55.35],
      [-2.9, 55.3],
      [-3.15, 55.36],
    ],
  ],
  [
    'West Sands',
    -8,
    [
      [-3.15, 55.36],
      [-2.9, 55.3],
      [-2.95, 55.1],
      [-3.05, 55.02],
      [-3.25, 55.08],
      [-3.18, 55.2],
    ],
  ],
  [
    'Middle',
    14,
    [
      [-2.9, 55.3],
      [-2.62, 55.35],
      [-2.5, 55.2],
      [-2.6, 55.05],
      [-2.95, 55.1],
    ],
  ],
  [
    'Harbour',
    null,
    [
      [-2.95, 55.1],
      [-2.86, 55.087],
      [-2.9, 55],
      [-3.05, 55.02],
    ],
  ],
  [
    'Sample South',
    -2,
    [
      [-2.86, 55.087],
      [-2.6, 55.05],
      [-2.55, 54.9],
      [-2.8, 54.86],
      [-2.95, 54.92],
      [-2.9, 55],
    ],
  ],
] as const

const boundaries: Specimen = {
  name: 'Boundary map',
  imports: 'BoundaryMap from core/ui/charts',
  when: 'As the tile map, where the boundaries of all areas were imported. An area too small for its name bears a number, and a list under the map says whose.',
  states: [
    {
      name: 'One chosen, one too small for its name and without a figure',
      show: (
        <BoundaryMap
          alternative="Map of an invented coast: supply of care at home against need"
          legend={gapLegend}
          table={{
            caption: 'Supply of care at home against need on the coast',
            columns: [{ heading: 'Area' }, { heading: 'Supply against need', unit: 'per cent', align: 'number' }],
            rows: coast.map(([name, percent]) => [name, percent === null ? null : String(percent)]),
          }}
          areas={coast.map(([name, percent, outline]) => ({
            name,
            shape: [[[...outline, outline[0]]]],
            tileClass: gapClass(percent),
            value: percent === null ? '[x]' : `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%`,
            href: '#boundary-map',
            current: name === 'West Sands',
          }))}
        />
      ),
    },
  ],
}

/** Charts of need against supply. */
export const gapSpecimens = (): readonly Specimen[] => [bars, grid, map, boundaries]
