import { expect, test } from 'vitest'
import { centreOf, metresBetween } from './distance.ts'

test('the middle of an area is that of its largest part, whichever way round it was drawn', () => {
  const large = [
    [0, 50],
    [2, 50],
    [2, 51],
    [0, 51],
    [0, 50],
  ] as const
  const islet = [
    [9, 59],
    [9.1, 59],
    [9.1, 59.1],
    [9, 59],
  ] as const
  expect(centreOf([[islet], [large]])).toEqual([1, 50.5])
  expect(centreOf([[large.toReversed()]])).toEqual([1, 50.5])
  expect(centreOf([])).toBeUndefined()
})

test('a degree north is 111 km, a degree east is less the farther north', () => {
  expect(metresBetween([-3.5, 55], [-3.5, 56])).toBe(111195)
  expect(metresBetween([-3.5, 60], [-2.5, 60])).toBe(55597)
  expect(metresBetween([-3.5, 55.9], [-3.5, 55.9])).toBe(0)
})
