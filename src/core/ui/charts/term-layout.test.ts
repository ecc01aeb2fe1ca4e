import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Term, termLayout, termYears } from './term-layout.ts'
import { termWords } from './term-words.ts'

// 1,000 days, so that a tenth of a per cent is a day.
const window = { from: '2027-01-01', to: '2029-09-26' }
const today = '2028-01-01'

test('a period is drawn from the start of its first day to the end of its last', () => {
  const { pieces } = termLayout({ agreed: { from: '2027-04-11', to: '2027-07-19' } }, window, today)
  expect(pieces).toEqual([{ kind: 'agreed', x: 10, width: expect.closeTo(10), goesOn: false }])
})

test('what begins before the window or goes on after it is cut there, and only the latter ends in a point', () => {
  const { pieces } = termLayout({ agreed: { from: '2019-04-01' }, planned: [{ to: '2027-04-10' }] }, window, today)
  expect(pieces).toEqual([
    { kind: 'agreed', x: 0, width: 100, goesOn: true },
    { kind: 'planned', x: 0, width: expect.closeTo(10), goesOn: false },
  ])
})

test('what lies wholly outside the window is left out, markers too', () => {
  const term: Term = {
    agreed: { from: '2020-01-01', to: '2026-12-31' },
    options: [{ from: '2029-09-27', to: '2030-01-01' }],
    safeStart: '2026-12-31',
    decision: '2029-09-28',
  }
  expect(termLayout(term, window, '2030-01-01')).toMatchObject({
    pieces: [],
    today: undefined,
    safeStart: undefined,
    decision: undefined,
  })
})

test('the latest safe start has passed from the day after it', () => {
  const passed = (day: string) => termLayout({ safeStart: '2028-01-01' }, window, day).safeStart?.passed
  expect([passed('2027-12-31'), passed('2028-01-01'), passed('2028-01-02')]).toEqual([false, false, true])
})

test('a change of the clocks moves nothing: every day is as wide as the next', () => {
  const at = (day: string) => termLayout({}, { from: '2027-03-27', to: '2027-03-30' }, day).today
  expect(['2027-03-27', '2027-03-28', '2027-03-29', '2027-03-30'].map(at)).toEqual([0, 25, 50, 75])
})

test.each([
  ['2027-01-01', '2029-12-31', [2027, 2028, 2029]],
  ['2026-06-01', '2035-12-31', [2027, 2029, 2031, 2033, 2035]],
  ['2000-01-01', '2049-12-31', [2000, 2010, 2020, 2030, 2040]],
  ['2027-02-01', '2027-10-31', []],
])('the years marked from %s to %s are %j', (from, to, years) => {
  expect(termYears({ from, to }).map(({ year }) => year)).toEqual(years)
})

test('a window that ends before it begins is refused', () => {
  expect(() => termLayout({}, { from: '2027-01-02', to: '2027-01-01' }, today)).toThrow(RangeError)
})

const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10))
const period = fc.record({ from: date, to: date }, { requiredKeys: [] })

test('whatever the dates, everything drawn lies within the bar', () => {
  fc.assert(
    fc.property(
      fc.record(
        { agreed: period, options: fc.array(period), planned: fc.array(period), safeStart: date, decision: date },
        { requiredKeys: [] },
      ),
      date,
      (term, day) => {
        const { pieces, years, today: now, safeStart, decision } = termLayout(term, window, day)
        const inside = (x: number | undefined) => x === undefined || (x >= 0 && x <= 100)
        return (
          pieces.every(({ x, width }) => inside(x) && width > 0 && x + width <= 100.000001) &&
          [now, safeStart?.x, decision, ...years.map(({ x }) => x)].every(inside)
        )
      },
    ),
  )
})

test('a term in words says everything that the bar shows', () => {
  const term: Term = {
    agreed: { from: '2027-04-01', to: '2030-03-31' },
    options: [{ from: '2030-04-01', to: '2032-03-31' }],
    planned: [{ from: '2032-04-01' }],
    safeStart: '2029-07-01',
    decision: '2029-11-30',
  }
  expect(termWords(term, '2030-01-31')).toBe(
    '1 April 2027 to 31 March 2030; option from 1 April 2030 to 31 March 2032; planned from 1 April 2032; latest safe start 1 July 2029, passed; decision planned for 30 November 2029',
  )
  expect(termWords({ agreed: { from: '2019-04-01' } }, today)).toBe('From 1 April 2019, with no end set')
  expect(termWords({}, today)).toBe('No term agreed')
})
