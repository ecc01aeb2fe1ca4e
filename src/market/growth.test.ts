import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growth } from './growth.ts'

test('growth is the change over the start', () => {
  expect(growth(16_492, 21_690)).toBeCloseTo(0.315, 3)
  expect(growth(100, 75)).toBe(-0.25)
})

test('nothing grows from nobody', () => expect(growth(0, 10)).toBeUndefined())

test('applying the growth to the start gives the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), fc.nat(1e7), (from, to) => {
      expect(from * (1 + (growth(from, to) ?? Number.NaN))).toBeCloseTo(to, 4)
    }),
  )
})
