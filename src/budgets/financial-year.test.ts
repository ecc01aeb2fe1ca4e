import { expect, test } from 'vitest'
import { isYear, isYearAsked, yearInAddress } from './financial-year.ts'

test.each([
  ['2011/12', true],
  ['1999/00', true],
  ['2019', true],
  ['2011/13', false],
  ['2011-12', false],
  ['11/12', false],
  ['3011', false],
  ['2011/2012', false],
])('that “%s” is a year is %s', (text, expected) => expect(isYear(text)).toBe(expected))

test('a year stands in an address with a hyphen, and none as undated', () => {
  expect([yearInAddress('2011/12'), yearInAddress('2019'), yearInAddress(null)]).toEqual(['2011-12', '2019', 'undated'])
})

test('a year is found as printed, as in an address, and by the year in which it starts', () => {
  for (const asked of ['2011/12', '2011-12', '2011']) expect(isYearAsked('2011/12', asked)).toBe(true)
  expect(isYearAsked('2011/12', '2012')).toBe(false)
  expect([isYearAsked(null, 'undated'), isYearAsked(null, '2011')]).toEqual([true, false])
})
