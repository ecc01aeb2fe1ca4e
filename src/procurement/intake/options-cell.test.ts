import fc from 'fast-check'
import { expect, test } from 'vitest'
import { optionDays, optionMonths, optionsOf, optionWords } from './options-cell.ts'

test.each([
  ['2 x 12 months', [12, 12]],
  ['12 months; 12 months', [12, 12]],
  ['24 months', [24]],
  ['2 years, year by year', [12, 12]],
  ['2 years (year by year)', [12, 12]],
  ['1+1 years', [12, 12]],
  ['1 + 1 year', [12, 12]],
  ['12 months, 6 months', [12, 6]],
  ['up to 2 years', [24]],
  ['two x 12 month', [12, 12]],
  ['one year and 6 months', [12, 6]],
  ['option of a further 12 months', [12]],
  ['option of further 12 months', [12]],
  ['0 months', undefined],
  ['12', undefined],
  ['to be agreed', undefined],
  ['12 monthsx', undefined],
])('the options %j are %j months', (text, months) => expect(optionMonths(text)).toEqual(months))

test('numbers added up without a unit are years, and the row says how they are read', () => {
  const term = { start: '2024-04-01', until: '2026-04-01' }
  expect(optionsOf('3+1', term)).toEqual({
    months: [36, 12],
    remark: '“3+1” is read as options of 3 years, then 1 year.',
  })
  expect(optionsOf('2 + 1 + 1', { start: null, until: '2026-04-01' })?.months).toEqual([24, 12, 12])
  // As a notice writes it, the term that is printed beside it included.
  expect(optionsOf('2+1+1', term)).toEqual({
    months: [12, 12],
    remark: '“2+1+1” is read as a first term of 2 years, then options of 1 year, then 1 year.',
  })
  // More likely months: not guessed.
  expect(optionsOf('12+12', term)).toBeUndefined()
  expect(optionsOf('0+1', term)).toBeUndefined()
  expect(optionsOf('1+1 years', term)).toEqual({ months: [12, 12], remark: null })
})

test('options follow one another without a gap, counted from the first day', () => {
  expect(optionDays('2018-01-31', [1, 1])).toEqual([
    { from: '2018-01-31', until: '2018-03-01' },
    { from: '2018-03-01', until: '2018-03-31' },
  ])
  // After 28 February 2028 a year goes to 28 February 2029, and the next to the end of the month as well.
  expect(optionDays('2028-02-29', [12, 24, 12])).toEqual([
    { from: '2028-02-29', until: '2029-03-01' },
    { from: '2029-03-01', until: '2031-03-01' },
    { from: '2031-03-01', until: '2032-02-29' },
  ])
  expect(optionDays('2019-12-01', [12, 12])).toEqual([
    { from: '2019-12-01', until: '2020-12-01' },
    { from: '2020-12-01', until: '2021-12-01' },
  ])
})

test('options are written so that they read the same again', () => {
  const months = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 })
  const first = fc
    .integer({ min: 0, max: 4000 })
    .map((days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(months, first, (each, from) => {
      const days = optionDays(from, each)
      expect(days.map((one) => one.from)).toEqual([from, ...days.slice(0, -1).map((one) => one.until)])
      const words = optionWords(days)
      if (words !== undefined) expect(optionDays(from, optionMonths(words) ?? [])).toEqual(days)
    }),
  )
})
