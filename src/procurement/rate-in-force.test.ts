import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../core/values/index.ts'
import type { Days, TermPiece } from './contract.ts'
import { type AskedRate, capInForce, enhancedPence, type Prices, rateInForce } from './rate-in-force.ts'
import { dayTypes, rateUnits } from './rate-line.ts'
import { holdsOn } from './standing.ts'

type Line = Prices['lines'][number]

const start = '2026-04-01'
const dayAt = (days: number) => addDays(start, days)
const term = (from: string, until: string | null, state: TermPiece['state'] = 'agreed'): TermPiece => ({
  ...{ from, until, state, origin: 'initial', optionId: null },
})
const line = (over: Partial<Line> = {}): Line => ({
  id: 'line-1',
  lotId: 'lot',
  organisationId: null,
  basis: 'harmonised',
  unit: 'hour',
  visitMinutes: null,
  dayType: 'any',
  level: '',
  includes: '',
  yearlyUnits: null,
  rates: [{ from: start, until: null, pence: 2000 }],
  ...over,
})
const asked = { organisationId: 'org', on: '2026-06-01' }
const penceOf = (lines: readonly Line[], more: Partial<AskedRate> = {}, prices: Partial<Prices> = {}) => {
  const found = rateInForce({ lines, terms: [term(start, null)], ...prices }, { ...asked, ...more })
  return found.found ? found.pence : found.because
}

test('the exact length, the kind of day, the level and one’s own price go before the general ones', () => {
  const lines = [
    line({ id: 'a', rates: [{ from: start, until: null, pence: 2000 }] }),
    line({ id: 'b', visitMinutes: 30, rates: [{ from: start, until: null, pence: 1100 }] }),
    line({ id: 'c', dayType: 'sunday', rates: [{ from: start, until: null, pence: 2400 }] }),
    line({ id: 'd', organisationId: 'org', basis: 'tendered', rates: [{ from: start, until: null, pence: 1950 }] }),
    line({ id: 'e', organisationId: 'another', basis: 'tendered', rates: [{ from: start, until: null, pence: 1 }] }),
    line({ id: 'f', unit: 'week', level: 'nursing', rates: [{ from: start, until: null, pence: 90_000 }] }),
  ]
  expect(penceOf(lines)).toBe(1950)
  expect(penceOf(lines, { visitMinutes: 30 })).toBe(1100)
  expect(penceOf(lines, { visitMinutes: 45 })).toBe(1950)
  expect(penceOf(lines, { dayType: 'sunday' })).toBe(2400)
  expect(penceOf(lines, { dayType: 'saturday' })).toBe(1950)
  expect(penceOf(lines, { unit: 'week', level: 'nursing' })).toBe(90_000)
  expect(penceOf(lines, { unit: 'week', level: 'residential' })).toBe('no-line')
  expect(penceOf(lines, { organisationId: 'third' })).toBe(2000)
})

test('a Sunday visit of 45 minutes falls back step by step, and never on what no visit is bought by', () => {
  const price = (id: string, pence: number, over: Partial<Line>) =>
    line({ id, rates: [{ from: start, until: null, pence }], ...over })
  const lines = [
    price('a', 1, { unit: 'visit', visitMinutes: 45, dayType: 'sunday' }),
    price('b', 2, { unit: 'visit', visitMinutes: 45 }),
    price('c', 3, { dayType: 'sunday' }),
    price('d', 4, {}),
    price('e', 5, { unit: 'visit', visitMinutes: 30, dayType: 'sunday' }),
    price('f', 6, { unit: 'sleepover', dayType: 'sunday' }),
    price('g', 7, { unit: 'mile' }),
  ]
  const sunday = { visitMinutes: 45, dayType: 'sunday' } as const
  for (let gone = 0; gone < 4; gone += 1) expect(penceOf(lines.slice(gone), sunday)).toBe(gone + 1)
  expect(penceOf(lines.slice(4), sunday)).toBe('no-line')
  expect(penceOf(lines.slice(4), { ...sunday, unit: 'sleepover' })).toBe(6)
  expect(penceOf(lines.slice(4), { dayType: 'sunday', unit: 'sleepover' })).toBe(6)
})

test('outside the term, on ended days and before its first price there is none, with the reason', () => {
  const lines = [line({ rates: [{ from: '2026-05-01', until: null, pence: 2000 }] })]
  const terms = [
    term('2026-04-01', '2026-07-01'),
    term('2026-07-01', '2026-08-01', 'suspended'),
    term('2026-08-01', '2026-10-01', 'ended'),
  ]
  expect(penceOf(lines, { on: '2026-04-30' }, { terms })).toBe('no-price')
  expect(penceOf(lines, { on: '2026-03-31' }, { terms })).toBe('outside-term')
  expect(penceOf(lines, { on: '2026-07-31' }, { terms })).toBe(2000)
  expect(penceOf(lines, { on: '2026-08-01' }, { terms })).toBe('outside-term')
  expect(rateInForce({ lines, terms }, { ...asked, on: '2026-08-01' }).why).toBe(
    'No price: the contract has no term on 1 August 2026.',
  )
})

test('a national price comes from its table, and the last one holds until a new one is agreed', () => {
  const lines = [line({ basis: 'national', unit: 'week', level: 'nursing', rates: [] })]
  const national = [
    { unit: 'week', level: 'nursing', from: '2025-04-01', until: '2026-04-01', pence: 95_012 },
    { unit: 'week', level: 'residential', from: '2026-04-01', until: null, pence: 82_500 },
  ] as const
  expect(penceOf(lines, {}, { national })).toBe(95_012)
  expect(rateInForce({ lines, terms: [term(start, null)], national }, asked)).toMatchObject({
    from: start,
    why: 'Price of the national table: £950.12 a week, nursing, since 1 April 2025. The table has no newer one, so its last holds.',
  })
  expect(
    penceOf(lines, {}, { national: [...national, { ...national[0], from: '2026-04-01', until: null, pence: 99_000 }] }),
  ).toBe(99_000)
  expect(penceOf(lines, {}, { national: [] })).toBe('no-price')
})

test('an enhancement is for one person, over its own days, and says when it is reviewed', () => {
  const lines = [line({ organisationId: 'org', basis: 'tendered', rates: [{ from: start, until: null, pence: 1941 }] })]
  const enhancement = {
    organisationId: 'org',
    person: 'P-7',
    basisPoints: 500,
    reviewOn: '2026-05-20',
    from: '2026-05-01',
    until: '2026-11-01',
  }
  const prices = {
    lines,
    terms: [term(start, null)],
    enhancements: [enhancement],
    caps: [{ unit: 'hour', visitMinutes: null, dayType: 'any', pence: 1950, from: start, until: null }],
  } as const
  // 19.41 × 1.05 = 20.3805
  expect(rateInForce(prices, { ...asked, person: 'P-7' })).toMatchObject({
    pence: 2038,
    standardPence: 1941,
    cap: 1950,
    from: '2026-05-01',
    until: '2026-11-01',
    why: 'Tendered price: £19.41 an hour, since 1 April 2026. The cap is £19.50. With 5% more for this person on evidence, to the nearest penny, it is £20.38; that was due for review on 20 May 2026.',
  })
  expect(rateInForce(prices, { ...asked, person: 'P-8' })).toMatchObject({ pence: 1941, enhancement: null })
  expect(rateInForce(prices, { ...asked, person: 'P-7', on: '2026-11-01' })).toMatchObject({
    pence: 1941,
    from: '2026-11-01',
    until: null,
  })
})

test('an enhanced price is rounded to the nearest penny, half a penny up, in whole numbers', () => {
  expect([enhancedPence(1000, 50), enhancedPence(990, 500), enhancedPence(1990, 500), enhancedPence(1, 4999)]).toEqual([
    1005, 1040, 2090, 1,
  ])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000_000_000 }),
      fc.integer({ min: 1, max: 10_000 }),
      (pence, basisPoints) => {
        const exact = BigInt(pence) * BigInt(10_000 + basisPoints)
        const twice = 2n * (BigInt(enhancedPence(pence, basisPoints)) * 10_000n - exact)
        expect(twice > -10_000n && twice <= 10_000n).toBe(true)
      },
    ),
  )
})

test('the cap that fits best counts', () => {
  const cap = (over: object) =>
    ({ unit: 'hour', visitMinutes: null, dayType: 'any', pence: 2000, from: start, until: null, ...over }) as const
  const caps = [
    cap({}),
    cap({ visitMinutes: 30, pence: 1100 }),
    cap({ dayType: 'sunday', pence: 2300 }),
    cap({ unit: 'week', pence: 9 }),
  ]
  const of = (over: object) =>
    capInForce(caps, { unit: 'hour', visitMinutes: null, dayType: 'any', on: '2026-06-01', ...over })?.pence
  expect([
    of({}),
    of({ visitMinutes: 30, dayType: 'sunday' }),
    of({ visitMinutes: 45 }),
    of({ dayType: 'sunday' }),
  ]).toEqual([2000, 1100, 2000, 2300])
  expect([of({ unit: 'day' }), of({ on: '2026-03-31' })]).toEqual([undefined, undefined])
})

const days = fc.integer({ min: 0, max: 60 })

/** Pieces as a history keeps them: each until the next, the last for good. */
const history = fc.uniqueArray(days, { minLength: 1, maxLength: 5 }).map((starts) =>
  starts
    .toSorted((a, b) => a - b)
    .map((from, at, all) => ({
      from: dayAt(from),
      until: all[at + 1] === undefined ? null : dayAt(all[at + 1] ?? 0),
    })),
)

const priced = history.chain((pieces) =>
  fc.tuple(...pieces.map((piece) => fc.integer({ min: 1, max: 9999 }).map((pence) => ({ ...piece, pence })))),
)

const anyLine = fc
  .record({
    organisationId: fc.constantFrom('org', 'another', null),
    unit: fc.constantFrom(...rateUnits.slice(0, 2)),
    visitMinutes: fc.constantFrom(null, 15, 30),
    dayType: fc.constantFrom(...dayTypes.slice(0, 3)),
    level: fc.constantFrom('', 'nursing'),
    rates: priced,
  })
  .map((over) => line({ ...over, basis: over.organisationId ? 'tendered' : 'harmonised' }))

const anyTerms = history.chain((pieces) =>
  fc.tuple(
    ...pieces.map((piece) =>
      fc
        .record({ state: fc.constantFrom('agreed', 'suspended', 'ended'), open: fc.boolean() })
        .map(({ state, open }) =>
          term(piece.from, piece.until ?? (open ? null : dayAt(70)), state as TermPiece['state']),
        ),
    ),
  ),
)

const question = fc.record(
  {
    unit: fc.constantFrom(...rateUnits.slice(0, 2)),
    visitMinutes: fc.constantFrom(15, 30),
    dayType: fc.constantFrom(...dayTypes.slice(0, 3)),
    level: fc.constant('nursing'),
  },
  { requiredKeys: [] },
)

const within = (terms: readonly TermPiece[], on: string) =>
  terms.some((one) => one.state !== 'ended' && holdsOn(one, on))

test('inside a term there is one price on every day from the first, outside it none', () => {
  fc.assert(
    fc.property(priced, anyTerms, (rates, terms) => {
      for (let n = 0; n < 75; n += 1) {
        const on = dayAt(n)
        const expected = within(terms, on)
          ? (rates.findLast(({ from }) => from <= on)?.pence ?? 'no-price')
          : 'outside-term'
        expect(penceOf([line({ rates })], { on }, { terms })).toBe(expected)
      }
    }),
  )
})

const someLines = fc
  .array(anyLine, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((one, at) => ({ ...one, id: `line-${at}` })))

test('what two days say of the same stretch is the same: never two prices on a day, whatever the list holds', () => {
  fc.assert(
    fc.property(someLines, anyTerms, question, (lines, terms, more) => {
      const answers = Array.from(
        { length: 75 },
        (_, n) => [dayAt(n), rateInForce({ lines, terms }, { ...asked, ...more, on: dayAt(n) })] as const,
      )
      for (const [on, one] of answers) {
        if (!one.found) continue
        expect(holdsOn(one, on)).toBe(true)
        for (const [other, then] of answers) {
          if (holdsOn(one, other)) expect(then).toMatchObject({ found: true, pence: one.pence, lineId: one.lineId })
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the order in which a list stands makes no difference', () => {
  fc.assert(
    fc.property(someLines, anyTerms, question, days, (lines, terms, more, n) => {
      const ask = (list: readonly Line[]) => rateInForce({ lines: list, terms }, { ...asked, ...more, on: dayAt(n) })
      expect(ask(lines.toReversed())).toEqual(ask(lines))
    }),
  )
})

test('where any line that answers has a price on a day of the term, there is a price', () => {
  fc.assert(
    fc.property(someLines, anyTerms, days, (lines, terms, n) => {
      const on = dayAt(n)
      const priced = lines.some(
        ({ organisationId, rates }) => organisationId !== 'another' && rates.some((rate: Days) => holdsOn(rate, on)),
      )
      expect(rateInForce({ lines, terms }, { ...asked, on }).found).toBe(priced && within(terms, on))
    }),
  )
})
