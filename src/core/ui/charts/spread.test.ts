import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

test('things that are apart stay where they are', () => {
  expect(
    spread(
      [
        { at: 10, height: 10 },
        { at: 50, height: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([10, 50])
})

test('equal wishes end up one above another in the order given', () => {
  expect(
    spread(
      [
        { at: 50, height: 10 },
        { at: 50, height: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([50, 60])
})

test('what is pushed over the end pushes the others back', () => {
  expect(
    spread(
      [
        { at: 95, height: 10 },
        { at: 95, height: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([85, 95])
})

test('where there is room, nothing meets and nothing leaves', () => {
  const items = fc.array(fc.record({ at: fc.integer({ min: 0, max: 200 }), height: fc.integer({ min: 5, max: 20 }) }), {
    maxLength: 10,
  })
  fc.assert(
    fc.property(items, (some) => {
      const placed = spread(some, 0, 200)
      const sides = some.map(({ height }, i) => ({
        top: (placed[i] ?? 0) - height / 2,
        bottom: (placed[i] ?? 0) + height / 2,
      }))
      sides.sort((a, b) => a.top - b.top)
      return sides.every(({ top, bottom }, i) => top >= 0 && bottom <= 200 && bottom <= (sides[i + 1]?.top ?? 200))
    }),
  )
})
