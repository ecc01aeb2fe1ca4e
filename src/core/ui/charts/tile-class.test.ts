import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percent } from '../format.ts'
import { gapClass, gapLegend, sequentialClasses } from './tile-class.ts'

test.each([
  [-25, 'd-n3'],
  [-24.5, 'd-n3'],
  [-24.4, 'd-n2'],
  [-12, 'd-n2'],
  [-11.4, 'd-n1'],
  [-4, 'd-n1'],
  [-3.4, 'd-0'],
  [0, 'd-0'],
  [3, 'd-0'],
  [4, 'd-s1'],
  [12, 'd-s2'],
  [100, 'd-s3'],
  [null, 'd-x'],
] as const)('a gap of %s per cent is %s, as the number shown is rounded', (gap, expected) => {
  expect(gapClass(gap)).toBe(expected)
})

test('the legend of gaps runs from short to spare and names every class once', () => {
  expect(gapLegend.map(({ tileClass }) => tileClass)).toEqual(['d-n3', 'd-n2', 'd-n1', 'd-0', 'd-s1', 'd-s2', 'd-s3'])
})

test('low to high has round limits and a legend that fits them', () => {
  const { classOf, legend } = sequentialClasses([6.1, 8, 9.9, 12, 15.8], (value) => percent(value))
  expect(legend.map(({ text }) => text)).toEqual([
    'Under 8%',
    '8% to under 10%',
    '10% to under 12%',
    '12% to under 14%',
    '14% or more',
  ])
  expect(classOf(8)).toBe(legend[1]?.tileClass)
  expect(classOf(7.99)).toBe(legend[0]?.tileClass)
})

test('equal values share one class, and a missing one is [x]', () => {
  const { classOf, legend } = sequentialClasses([5, 5, null], String)
  expect(legend).toEqual([
    { text: '5', tileClass: 'q-3' },
    { text: '[x] no figure', tileClass: 'd-x' },
  ])
  expect([classOf(5), classOf(null)]).toEqual(['q-3', 'd-x'])
})

test('a higher value never has a paler class, and every class is in the legend', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 40 }), (values) => {
      const { classOf, legend } = sequentialClasses(values, String)
      const classes = [...values].sort((a, b) => a - b).map(classOf)
      return classes.every(
        (one, i) => one >= (classes[i - 1] ?? '') && legend.some(({ tileClass }) => tileClass === one),
      )
    }),
  )
})
