import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bands, type VisitLine, weekdays } from '../visit-line.ts'
import { bandsWords, daysWords, linesWords, lineWords, minutesADay } from './care-words.ts'
import { visitProblems } from './request-problems.ts'
import { readVisits } from './visit-rows.ts'

const line = (over: Partial<Omit<VisitLine, 'id'>> = {}): Omit<VisitLine, 'id'> => ({
  band: 'morning',
  days: [...weekdays],
  minutes: 30,
  carers: 1,
  ...over,
})

const anyLine: fc.Arbitrary<Omit<VisitLine, 'id'>> = fc.record({
  band: fc.constantFrom(...bands),
  days: fc.subarray([...weekdays], { minLength: 1 }),
  minutes: fc.integer({ min: 5, max: 1440 }),
  carers: fc.constantFrom(1 as const, 2 as const),
})

/** The fields that a browser would send for some visits. */
const typedOf = (lines: readonly Omit<VisitLine, 'id'>[]) => {
  const rows: [string, string[]][] = lines.flatMap(({ band, days, minutes, carers }, at): [string, string[]][] => {
    const prefix = `s1-v${bands.length + 1 + at}`
    return [
      [`${prefix}-band`, [band]],
      [`${prefix}-days`, days.map(String)],
      [`${prefix}-minutes`, [String(minutes)]],
      [`${prefix}-carers`, [String(carers)]],
    ]
  })
  const count = String(bands.length + lines.length)
  return Object.fromEntries([...rows, ['s1-rows', [count]], ['s1-sent', [count]]])
}

test('visits that are typed are read as they were meant', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      expect(readVisits(typedOf(lines), 1)).toEqual({ read: lines })
    }),
  )
})

test('a week without visits, or with a day of more than 24 hours, is refused; a day of 24 hours is not', () => {
  expect(visitProblems([])).toEqual(['Enter at least one visit: there are none in this week'])
  expect(visitProblems([line({ days: [] })])).toEqual(['Enter at least one visit: there are none in this week'])
  expect(visitProblems([line(), line({ days: [] })])).toEqual(['Tick the days of each visit'])
  expect(visitProblems([line({ minutes: 1440, carers: 2 })])).toEqual([])
  expect(visitProblems([line({ minutes: 1440, days: [3] }), line({ minutes: 5, days: [3] })])).toEqual([
    'The visits of Wednesday come to more than 24 hours',
  ])
  expect(visitProblems([line({ minutes: 4 })])[0]).toContain('from 5 minutes to 24 hours')
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), (lines) => {
      const over = [...minutesADay(lines).values()].some((minutes) => minutes > 1440)
      expect(visitProblems(lines).length > 0).toBe(over)
    }),
  )
})

test('visits in words', () => {
  expect(linesWords([line(), line({ band: 'evening' })])).toBe('2 visits a day, every day, one carer')
  expect(linesWords([line({ days: [1, 2, 3, 4, 5], carers: 2 })])).toBe('1 visit a day, Monday to Friday, two carers')
  expect(linesWords([line({ days: [1] }), line({ days: [2, 4], carers: 2 })])).toBe(
    '3 visits a week, one or two carers',
  )
  expect(lineWords(line({ days: [1, 4], minutes: 75, carers: 2 }))).toBe(
    'Morning, 1 hour 15 minutes, two carers, Monday and Thursday',
  )
  expect([daysWords([]), daysWords([6, 7]), daysWords([7, 1, 3])]).toEqual([
    'no day',
    'Saturday and Sunday',
    'Monday, Wednesday and Sunday',
  ])
  expect(bandsWords([line({ band: 'night' }), line()])).toBe('morning and night')
})
