import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../core/values/index.ts'
import { type VisitLine, type Weekday, type WeeklyVisit, weekdays } from '../visit-line.ts'
import { freeFrom, type GivenVisit, leftOf, linesWith, unplacedFrom, visitsOf } from './unplaced.ts'

const today = '2026-11-23'

const line = (id: string, days: readonly Weekday[] = weekdays): VisitLine => ({
  ...{ id, band: 'morning', days, minutes: 30, carers: 1 },
})

const wanted = (lines: readonly VisitLine[]) => lines.map((one) => ({ line: one, from: today, until: null }))

const given = (visits: readonly WeeklyVisit[], from: string, until: string | null): GivenVisit[] =>
  visits.map((visit) => ({ ...visit, from, until }))

const keys = (visits: readonly WeeklyVisit[]) => visits.map(({ lineId, weekday }) => `${lineId} ${weekday}`).sort()

test('what nobody gives is unplaced from today, what is under notice from the day on which it ends', () => {
  const [a, b] = [line('a'), line('b')]
  expect(unplacedFrom(wanted([a, b]), [], today)).toEqual({ on: today, lines: [a, b] })
  const both = given(visitsOf([a, b]), '2026-11-01', null)
  expect(unplacedFrom(wanted([a, b]), both, today)).toBeUndefined()
  const notice = [...given(visitsOf([a]), '2026-11-01', null), ...given(visitsOf([b]), '2026-11-01', '2026-12-10')]
  expect(unplacedFrom(wanted([a, b]), notice, today)).toEqual({ on: '2026-12-10', lines: [b] })
  // Somebody else starts later: that is no gap to fill.
  const followed = [...notice, ...given(visitsOf([b]), '2026-12-14', null)]
  expect(unplacedFrom(wanted([a, b]), followed, today)).toBeUndefined()
})

test('a line that ends before its care does is not unplaced, and one that begins later is so from then on', () => {
  const a = line('a')
  const lines = [{ line: a, from: today, until: '2026-12-01' }]
  expect(unplacedFrom(lines, given(visitsOf([a]), today, '2026-12-01'), today)).toBeUndefined()
  expect(unplacedFrom([{ line: a, from: '2026-12-01', until: null }], [], today)).toEqual({
    on: '2026-12-01',
    lines: [a],
  })
})

const someVisits = fc.array(fc.record({ lineId: fc.constantFrom('a', 'b'), weekday: fc.constantFrom(...weekdays) }), {
  maxLength: 14,
})

test('what is left and what is given are all that was asked, and nothing is both', () => {
  fc.assert(
    fc.property(someVisits, fc.integer({ min: -5, max: 5 }), (visits, days) => {
      const lines = [line('a'), line('b')]
      const until = addDays(today, days)
      const left = visitsOf(leftOf(lines, given(visits, '2026-11-01', until), today))
      const held = days > 0 ? [...new Set(keys(visits))] : []
      expect([...keys(left), ...held].sort()).toEqual(keys(visitsOf(lines)))
      expect(keys(visitsOf(linesWith(lines, left)))).toEqual(keys(left))
    }),
  )
})

test('visits are free from the last day on which somebody else gives any of them', () => {
  const visits = visitsOf([line('a', [1, 2])])
  const others = [...given(visits.slice(0, 1), today, '2026-12-05'), ...given(visits.slice(1), today, '2026-12-01')]
  expect(freeFrom(visits, others)).toBe('2026-12-05')
  expect(freeFrom(visits.slice(1), others)).toBe('2026-12-01')
  expect(freeFrom(visits, [])).toBeUndefined()
})
