import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { TableData } from '../parts/index.ts'
import { Bars, BoundaryMap, LineChart, StackedBars, TileMap } from './index.ts'

const table: TableData = {
  caption: 'Hours of care at home',
  columns: [{ heading: 'Year' }, { heading: 'Hours' }],
  rows: [['2022', '1']],
}
const alternative = 'Hours of care at home rose each year.'
const series = [
  {
    name: 'Hours',
    tone: 'supply',
    points: [
      { x: 2021, y: 1 },
      { x: 2022, y: 2 },
    ],
  },
] as const
const triangle = [
  [-3, 55],
  [-2, 55],
  [-3, 56],
  [-3, 55],
] as const
const charts: readonly (readonly [string, VNode])[] = [
  ['lines', <LineChart series={series} alternative={alternative} table={table} />],
  ['bars', <Bars bars={[{ label: '2021', value: 1 }]} alternative={alternative} table={table} />],
  [
    'lying bars',
    <StackedBars
      parts={[{ name: 'Hours', tone: 'supply' }]}
      rows={[{ name: '2021', values: [1] }]}
      alternative={alternative}
      table={table}
    />,
  ],
  [
    'tiles',
    <TileMap
      tiles={[{ name: 'Wyre', column: 1, row: 2, tileClass: 'd-n2', value: '−24%' }]}
      legend={[]}
      alternative={alternative}
      table={table}
    />,
  ],
  [
    'boundaries',
    <BoundaryMap
      areas={[
        { name: 'East', tileClass: 'd-n3', value: '−24%', note: '7 short', href: '/east', shape: [[triangle]] },
        { name: 'West', tileClass: 'd-x', value: '[c]', shape: [[triangle]] },
      ]}
      legend={[]}
      alternative={alternative}
      table={table}
    />,
  ],
]

test.each(charts)('%s come with their table and say what they show', (_name, chart) => {
  const html = render(chart)
  expect(html).toContain('<caption>Hours of care at home</caption>')
  expect(html).toContain(`aria-label="${alternative}"`)
})

test.each(charts)('%s carry no inline style, which the content security policy would drop', (_name, chart) => {
  expect(render(chart)).not.toMatch(/\sstyle=|<style|<script/)
})

test('the table is folded away unless asked for', () => {
  expect(render(<LineChart series={series} alternative={alternative} table={table} />)).toContain(
    '<details class="m-figures">',
  )
  expect(render(<LineChart series={series} alternative={alternative} table={table} tableOpen />)).toContain(
    '<details class="m-figures" open>',
  )
})

test('a chart without a table or an alternative does not compile', () => {
  // @ts-expect-error the table is missing
  const noTable = () => <LineChart series={series} alternative={alternative} />
  // @ts-expect-error the alternative is missing
  const noAlternative = () => <Bars bars={[]} table={table} />
  expect([noTable, noAlternative]).toHaveLength(2)
})

test('without figures there is a sentence instead of an empty drawing, and still the table', () => {
  const html = render(<LineChart series={[]} alternative={alternative} table={table} />)
  expect(html).toContain('There are no figures to draw yet.')
  expect(html).toContain('<table')
  expect(html).not.toContain('<svg')
})

test('bars with long names are laid down', () => {
  const html = render(
    <Bars bars={[{ label: 'Day places for older people', value: 3 }]} alternative={alternative} table={table} />,
  )
  expect(html).toContain('m-rows__name')
})

test('a projection is broken off the counted line at the year they share', () => {
  const points = [2018, 2019, 2020, 2021].map((x, i) => ({ x, y: i }))
  const html = render(
    <LineChart
      series={[{ name: 'People', tone: 'need', points, projectedFrom: 2020 }]}
      alternative={alternative}
      table={table}
    />,
  )
  const paths = [...html.matchAll(/class="f-none k-need (w3|w2 dash)" d="([^"]+)"/g)].map((found) => found[2] ?? '')
  expect(paths[0]?.split('L').at(-1)).toBe(paths[1]?.split('L')[0]?.slice(1))
  expect(html).toContain('Projected')
})

test('a gap in the figures is a gap in the line', () => {
  const points = [1, 2, null, 3, 4].map((y, i) => ({ x: i, y }))
  const html = render(
    <LineChart series={[{ name: 'People', tone: 'need', points }]} alternative={alternative} table={table} />,
  )
  expect(/k-need w3" d="([^"]+)"/.exec(html)?.[1]?.match(/M/g)).toHaveLength(2)
})

test('a tile links only to safe addresses and refuses a place off the map', () => {
  const tile = { name: 'Wyre', column: 1, row: 1, tileClass: 'd-0', value: '0%' } as const
  const map = (over: object) =>
    render(<TileMap tiles={[{ ...tile, ...over }]} legend={[]} alternative={alternative} table={table} />)
  expect(map({ href: 'javascript:alert(1)' })).toContain('href="#"')
  expect(() => map({ column: 13 })).toThrow('Wyre lies outside')
})

test('an area on a map of boundaries is a link that says its name, value and note; a hidden one is hatched', () => {
  const html = render(charts.at(-1)?.[1] ?? <p />)
  expect(html).toMatch(/<a class="d-n3" href="\/east" aria-label="East: −24%, 7 short">/)
  expect(html).toMatch(/<g class="d-x" role="img" aria-label="West: \[c\]"><path d="[^"]+" fill="url\(#hatch-/)
})
