import { expect, test } from 'vitest'
import { number } from '../format.ts'
import { type Bar, type BarsLayout, barsLayout } from './bars-layout.ts'
import { boxOf, broadFrom, meet } from './label.ts'
import { rowsLayout } from './rows-layout.ts'

const bars = (values: readonly (number | null)[]): Bar[] =>
  values.map((value, i) => ({ label: `${2018 + i}/${(19 + i) % 100}`, value }))

function overlaps(layout: BarsLayout, container: number): number {
  const broad = container >= broadFrom
  const shown = [...layout.values, ...layout.foot].filter(({ only }) => !only || (only === 'broad') === broad)
  const boxes = shown.map((label) => boxOf(label, container - 16 * layout.gutter))
  return boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) => meet(one, other))).length
}

test.each([
  ['a few', bars([1_036_240, 1_255_640, 1_269_215])],
  ['forty', bars(Array.from({ length: 40 }, (_, i) => i * 43_210))],
  ['one', bars([5])],
  ['below nought and missing', bars([5, -8, null, 0, 12])],
  ['all nought', bars([0, 0])],
])('no two labels of bars meet at any width: %s', (_name, some) => {
  const layout = barsLayout(some, 196, number)
  expect(layout).toBeDefined()
  for (const container of [288, 358, 480, 1136]) expect(layout && overlaps(layout, container)).toBe(0)
})

test('bars stand on nought, and hang from it when below', () => {
  const layout = barsLayout(bars([10, -10]), 196, number)
  const [up, down] = layout?.bars ?? []
  expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(layout?.axis ?? -1)
  expect(down?.y).toBeCloseTo(layout?.axis ?? -1)
  expect(down?.height).toBeCloseTo(up?.height ?? -1)
})

test('a missing value is said, not drawn as nought', () => {
  const layout = barsLayout(bars([3, null]), 196, number)
  expect(layout?.values.map(({ text }) => text)).toEqual(['3', '[x]'])
})

test('where values have no room there is a scale instead', () => {
  const layout = barsLayout(bars(Array.from({ length: 40 }, () => 1_000_000)), 196, number)
  expect(layout?.values).toEqual([])
  expect(layout?.grid.length).toBeGreaterThan(2)
})

test('the last bar is always named', () => {
  const foot = barsLayout(bars(Array.from({ length: 40 }, () => 1)), 196, number)?.foot.filter(({ only }) => !only)
  expect(foot?.at(-1)?.text).toBe('2057/58')
})

test('lying parts stand end to end and the longest row takes all the room', () => {
  const layout = rowsLayout([
    { name: 'Older people', values: [30, 10] },
    { name: 'Mental health', values: [5, null] },
  ])
  expect(layout?.rows[0]?.pieces).toEqual([
    { part: 0, x: 0, width: 75 },
    { part: 1, x: 75, width: 25 },
  ])
  expect(layout?.rows[1]).toEqual({
    name: 'Mental health',
    pieces: [{ part: 0, x: 0, width: 12.5 }],
    end: 12.5,
    total: 5,
  })
})

test('parts below nought go left of it', () => {
  const layout = rowsLayout([{ name: 'Mixed', values: [30, -10] }])
  expect(layout?.zero).toBe(25)
  expect(layout?.rows[0]?.pieces).toEqual([
    { part: 0, x: 25, width: 75 },
    { part: 1, x: 0, width: 25 },
  ])
})

test('a row without values has no total, and no values at all draw nothing', () => {
  expect(
    rowsLayout([
      { name: 'A', values: [1] },
      { name: 'B', values: [null] },
    ])?.rows[1]?.total,
  ).toBeNull()
  expect(rowsLayout([{ name: 'A', values: [null] }])).toBeUndefined()
  expect(rowsLayout([{ name: 'A', values: [0] }])?.rows[0]).toEqual({ name: 'A', pieces: [], end: 0, total: 0 })
})
