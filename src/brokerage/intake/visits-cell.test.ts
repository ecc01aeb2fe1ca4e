import { expect, test } from 'vitest'
import { givenOf, visitsFrom, visitsOf } from './visits-cell.ts'

test('visits are read from a cell: part of the day, minutes, carers and days', () => {
  expect(visitsFrom('Morning 30; evening 45 x2 mon-fri; bedtime 15 mon, wed;')).toEqual([
    { band: 'morning', days: [1, 2, 3, 4, 5, 6, 7], minutes: 30, carers: 1 },
    { band: 'evening', days: [1, 2, 3, 4, 5], minutes: 45, carers: 2 },
    { band: 'bedtime', days: [1, 3], minutes: 15, carers: 1 },
  ])
  expect(visitsFrom('midday 20 minutes weekends')).toMatchObject([{ days: [6, 7], minutes: 20 }])
  expect(visitsFrom('')).toEqual([])
})

test('what is no visit is said in a sentence', () => {
  for (const cell of ['dawn 30', 'morning', 'morning 30 x3', 'evening 30 someday', 'evening 30 fri-mon'])
    expect(visitsFrom(cell)).toContain(`“${cell}” is no visit`)
})

test('visits that are given are found among those wanted, each once', () => {
  const wanted = visitsFrom('morning 30; evening 30 x2; evening 30 x2 mon') as Exclude<
    ReturnType<typeof visitsFrom>,
    string
  >
  const given = visitsFrom('evening 30 x2 mon,tue; evening 30 x2 mon') as typeof wanted
  expect(givenOf(wanted, given)).toEqual([
    { line: 1, weekday: 1 },
    { line: 1, weekday: 2 },
    { line: 2, weekday: 1 },
  ])
  expect(visitsOf(wanted)).toHaveLength(15)
  expect(givenOf(wanted, [...given, ...given])).toBe(
    'An evening visit of 30 minutes is given that is not among those wanted.',
  )
})
