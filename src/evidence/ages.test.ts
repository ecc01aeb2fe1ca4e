import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgeBand, agesInWords, agesKey, agesText, overlap, parseAges } from './ages.ts'

const band = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.option(fc.integer({ min: 0, max: 60 })))
  .map(([from, width]): AgeBand => ({ from, to: width === null ? null : from + width }))

test.each([
  ['75+', { from: 75, to: null }],
  ['75 and over', { from: 75, to: null }],
  ['75-plus', { from: 75, to: null }],
  ['Age90plus', { from: 90, to: null }],
  ['65–74', { from: 65, to: 74 }],
  ['65 to 74', { from: 65, to: 74 }],
  ['Age 7', { from: 7, to: 7 }],
  ['All ages', { from: 0, to: null }],
])('%s is read as ages', (text, ages) => expect(parseAges(text)).toEqual(ages))

test.each(['', 'old', '74-65', '65-', '1234', '-5'])('“%s” is not ages', (text) =>
  expect(parseAges(text)).toBeUndefined(),
)

test('every written form of ages reads back as the same ages', () => {
  fc.assert(
    fc.property(band, (ages) => {
      expect(parseAges(agesText(ages))).toEqual(ages)
      expect(parseAges(agesKey(ages))).toEqual(ages)
    }),
  )
})

test('ages read as a sentence reads them', () => {
  expect(agesInWords({ from: 75, to: null })).toBe('aged 75 and over')
  expect(agesInWords({ from: 65, to: 74 })).toBe('aged 65 to 74')
  expect(agesInWords({ from: 0, to: null })).toBe('of all ages')
})

test('bands that touch at one age overlap, and the next age does not', () => {
  expect(overlap({ from: 65, to: 70 }, { from: 70, to: null })).toBe(true)
  expect(overlap({ from: 65, to: 69 }, { from: 70, to: null })).toBe(false)
})
