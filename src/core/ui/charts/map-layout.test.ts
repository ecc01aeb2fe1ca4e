import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MapShape, mapLayout } from './map-layout.ts'

const box = (west: number, south: number, wide: number, tall: number, turned = false): MapShape => {
  const ring = [
    [west, south],
    [west + wide, south],
    [west + wide, south + tall],
    [west, south + tall],
    [west, south],
  ] as const
  return [[turned ? ring.toReversed() : ring]]
}

const numbersIn = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

test('north is above, and degrees east are drawn in as they are shorter', () => {
  const [north, south] = mapLayout([
    { name: 'North', value: '', shape: box(-3, 60, 1, 0.5) },
    { name: 'South', value: '', shape: box(-3, 59.5, 1, 0.5) },
  ]).areas.map(({ path }) => {
    const numbers = numbersIn(path)
    const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, i) => i % 2 === odd))
    return {
      left: Math.min(...(xs ?? [])),
      right: Math.max(...(xs ?? [])),
      top: Math.min(...(ys ?? [])),
      bottom: Math.max(...(ys ?? [])),
    }
  })
  expect(north?.bottom).toBe(south?.top)
  // At 60° north a degree east is half as long as one north: what is twice as wide in degrees is a square.
  const { left = 0, right = 0, top = 0, bottom = 0 } = south ?? {}
  expect((right - left) / (bottom - top)).toBeCloseTo(1, 1)
})

test('it does not matter which way round an outline goes', () => {
  const draw = (turned: boolean) =>
    mapLayout([
      { name: 'A', value: '', shape: box(-3, 55, 1, 1, turned) },
      { name: 'B', value: '', shape: box(-2, 55, 1, 1, !turned) },
    ]).areas.map(({ path }) => [...new Set(numbersIn(path))].sort())
  expect(draw(true)).toEqual(draw(false))
})

test('a name stands whole where it has room, else on two lines, else a number for it', () => {
  const labels = (name: string, wide: number) =>
    mapLayout([
      { name: 'Elsewhere', value: '', shape: box(-3, 55, 1, 1) },
      { name, value: '−24%', shape: box(-2, 55, wide, wide) },
    ]).areas[1]?.label
  expect(labels('Ribble', 1)).toMatchObject({ lines: ['Ribble', '−24%'], numbered: false })
  expect(labels('Sample Upper Valley', 0.45)?.lines.length).toBeGreaterThan(2)
  expect(labels('Sample Upper Valley', 0.15)).toMatchObject({ lines: ['2'], numbered: true })
  expect(labels('Sample Upper Valley', 0.01)).toBeUndefined()
})

test('nothing is drawn of no areas', () => expect(mapLayout([]).areas).toEqual([]))

test('whatever the areas are, they are drawn within the map, and their words within it too', () => {
  const part = fc.double({ min: 0.05, max: 2, noNaN: true })
  const one = fc.tuple(
    fc.double({ min: -7, max: 1, noNaN: true }),
    fc.double({ min: 50, max: 60, noNaN: true }),
    part,
    part,
  )
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (boxes) => {
      const shapes = boxes.map(([west, south, wide, tall]) => box(west, south, wide, tall))
      const { width, height, areas } = mapLayout(shapes.map((shape, i) => ({ name: `Area ${i}`, value: '[x]', shape })))
      for (const { path, label } of areas) {
        const numbers = numbersIn(path)
        expect(numbers.every((at, i) => at >= 0 && at <= (i % 2 === 0 ? width : height))).toBe(true)
        if (label) expect(label.x > 0 && label.x < width && label.y > 0 && label.y < height).toBe(true)
      }
    }),
  )
})
