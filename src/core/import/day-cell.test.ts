import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../values/index.ts'
import { dayFrom } from './day-cell.ts'

test.each([
  ['2018-03-31', '2018-03-31'],
  ['31/03/2018', '2018-03-31'],
  ['1/4/18', '2018-04-01'],
  ['31.03.2018', '2018-03-31'],
  ['31 March 2018', '2018-03-31'],
  ['1st Apr 2018', '2018-04-01'],
  ['31-Mar-18', '2018-03-31'],
  ['43190', '2018-03-31'],
  ['2018-03-31T00:00:00.000Z', '2018-03-31'],
  ['31/03/2018 00:00', '2018-03-31'],
  ['29/02/2020', '2020-02-29'],
  ['31/02/2020', undefined],
  ['29/02/2019', undefined],
  ['03/31/2018', undefined],
  ['12/2018', undefined],
  ['March 2018', undefined],
  ['2018', undefined],
  ['99999', undefined],
  ['31/12/2199', '2199-12-31'],
  ['9999-12-31', undefined],
  ['31/12/9999', undefined],
  ['0001-01-01', undefined],
  ['01/04/0024', undefined],
  ['3 Brumaire 2018', undefined],
  ['ongoing', undefined],
  ['', undefined],
])('the cell %j is the day %j', (text, day) => expect(dayFrom(text)).toBe(day))

test('a day is the same day in each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const iso = addDays('1990-01-01', days)
      const [year, month, day] = iso.split('-')
      expect(dayFrom(iso)).toBe(iso)
      expect(dayFrom(`${day}/${month}/${year}`)).toBe(iso)
      // 32,874 is 1 January 1990 as Excel counts.
      expect(dayFrom(String(32_874 + days))).toBe(iso)
    }),
  )
})
