import fc from 'fast-check'
import { expect, test } from 'vitest'
import { number } from '../format.ts'
import { type Box, boxOf, broadFrom, meet, narrowest } from './label.ts'
import { leader } from './line-ends.ts'
import { type LineLayout, lineLayout } from './line-layout.ts'
import type { Series } from './series.ts'
import { lineHeight, textWidth } from './text.ts'

const layoutOf = (series: readonly Series[], over: { fromZero?: boolean } = {}) =>
  lineLayout({ series, height: 196, fromZero: true, formatX: String, formatY: number, ...over })

const line = (ys: readonly (number | null)[], over: Partial<Series> = {}): Series => ({
  name: 'People aged 75 and over',
  tone: 'need',
  points: ys.map((y, i) => ({ x: 2018 + i, y })),
  ...over,
})

/** Every label of a drawing as a box, in a container of so many pixels. */
function boxes(layout: LineLayout, container: number): Box[] {
  const broad = container >= broadFrom
  const right = broad ? layout.gutters.broad : layout.gutters.narrow
  const plot = container - 16 * (layout.gutters.left + right)
  const texts = [...layout.labels, ...layout.foot].filter(({ only }) => !only || (only === 'broad') === broad)
  const ends = layout.ends.flatMap((end): Box[] =>
    (broad ? end.lines : [end.value]).map((text, i) => {
      const y = (broad ? end.broadY : end.narrowY) + i * lineHeight
      return { left: plot + leader, right: plot + leader + textWidth(text, true), top: y - 7, bottom: y + 7 }
    }),
  )
  return [...texts.map((label) => boxOf(label, plot)), ...ends]
}

const overlaps = (layout: LineLayout, container: number): number => {
  const all = boxes(layout, container)
  return all.flatMap((one, i) => all.slice(i + 1).filter((other) => meet(one, other))).length
}

const containers = [288, 358, 479, 480, 640, 1136]

const awkward: readonly (readonly [string, readonly Series[]])[] = [
  ['one point', [line([1234])]],
  ['all nought', [line([0, 0, 0])]],
  ['gaps', [line([3, null, 5, null, 6, 7, 8, null])]],
  ['values below nought', [line([40, -20, -70, 10, -35], { marks: [2020] })]],
  [
    'seven equal ends',
    Array.from({ length: 7 }, (_, i) => line([i, 10], { name: `Care group with a rather long name ${i}` })),
  ],
  [
    'a name without spaces',
    [line([1, 2]), line([1, 3], { name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch' })],
  ],
  ['a line that ends early', [line([1, 2, 3]), line([1, 2, 3, 4, 5, 6], { projectedFrom: 2018 })]],
  ['every point marked', [line([5, 5, 5, 5, 5, 5, 5, 5], { marks: [2018, 2019, 2020, 2021, 2022, 2023, 2024] })]],
  ['values in the hundred millions', [line([441_084_200, 441_084_201])]],
]

test.each(awkward)('no two labels meet at any width: %s', (_name, series) => {
  const layout = layoutOf(series)
  expect(layout).toBeDefined()
  for (const container of containers) expect(layout && overlaps(layout, container)).toBe(0)
})

test.each(awkward)('no label leaves the room beside the plot: %s', (_name, series) => {
  const layout = layoutOf(series)
  for (const container of containers) {
    const left = 16 * (layout?.gutters.left ?? 0)
    for (const box of layout ? boxes(layout, container) : []) {
      expect(left + box.left).toBeGreaterThanOrEqual(-8)
      expect(left + box.right).toBeLessThanOrEqual(container + 8)
    }
  }
})

test('labels never meet, whatever the figures', () => {
  const ys = fc.array(fc.option(fc.integer({ min: -1000, max: 20_000 }), { nil: null }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.array(ys, { minLength: 1, maxLength: 5 }), fc.boolean(), (many, fromZero) => {
      const layout = layoutOf(
        many.map((one, i) => line(one, { name: `Line ${i}`, marks: [2019, 2021] })),
        { fromZero },
      )
      return !layout || containers.every((container) => overlaps(layout, container) === 0)
    }),
  )
})

test('without any value there is nothing to lay out', () => {
  expect(layoutOf([line([null, null])])).toBeUndefined()
  expect(layoutOf([])).toBeUndefined()
})

test('the scale begins at nought unless told otherwise', () => {
  expect(layoutOf([line([100, 110])])?.grid[0]?.value).toBe(0)
  expect(layoutOf([line([100, 110])], { fromZero: false })?.grid[0]?.value).toBe(100)
})

test('counts get no halves on the scale', () => {
  expect(layoutOf([line([0, 1])])?.grid.map(({ value }) => value)).toEqual([0, 1])
})

test('a lone value between gaps gets a mark, for it makes no line', () => {
  const marked = layoutOf([line([3, null, 5, null, 6, 7])])?.dots.map(({ x }) => Math.round(x))
  expect(marked).toEqual([0, 40, 100])
})

test('a projected end is a ring and a counted one is not', () => {
  expect(layoutOf([line([1, 2, 3], { projectedFrom: 2019 })])?.dots.at(-1)?.hollow).toBe(true)
  expect(layoutOf([line([1, 2, 3])])?.dots.at(-1)?.hollow).toBe(false)
})

test('first and last are always named along the foot', () => {
  const foot = layoutOf([line(Array.from({ length: 40 }, (_, i) => i))])?.foot.filter(({ only }) => !only) ?? []
  expect(foot.map(({ text }) => text)).toEqual(expect.arrayContaining(['2018', '2057']))
})

test('the narrowest container is a 320 pixel screen less its margins', () => {
  expect(narrowest).toBe(320 - 32)
})
