import { expect, test } from 'vitest'
import { yearsNamed } from './figure-filter.ts'

test.each([
  ['2028', [2028]],
  ['2011/12', [2011, 2012]],
  ['1999/00', [1999, 2000]],
  ['2018 to 2039', [2018, 2039]],
  ['2019-07-01', [2019]],
  ['2018-01 to 2019-03', [2018, 2019]],
  ['2016/17 to 2018/19', [2016, 2017, 2018, 2019]],
  [null, []],
])('the period %s names %j', (period, years) => {
  expect(yearsNamed(period)).toEqual(years)
})
