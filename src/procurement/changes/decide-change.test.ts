import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterEffects, ask, org, plainContext, plainContract, plainLot } from '../../../test/support/plain-contract.ts'
import { sampleRate } from '../../../test/support/sample-contract.ts'
import { addDays } from '../../core/values/index.ts'
import type { Change } from '../change.ts'
import type { Contract } from '../contract.ts'
import { firstDay } from '../term.ts'
import { hasDay, turnsFrom } from './days.ts'
import { decideChange } from './decide-change.ts'

const decide = (change: Change, on?: string, contract: Contract = plainContract, context = plainContext()) =>
  decideChange(contract, ask(change, on), context)
const because = (...asked: Parameters<typeof decide>) => {
  const decision = decide(...asked)
  return decision.allowed ? 'allowed' : decision.because
}
const applied = (...asked: Parameters<typeof decide>): Contract => {
  const decision = decide(...asked)
  if (!decision.allowed) throw new Error(decision.sentence)
  return afterEffects(asked[2] ?? plainContract, decision.effects)
}
const extension = (optionId: string, until?: string) =>
  ({ kind: 'extension', optionId, until: until ?? null }) satisfies Change
const variation = (extendUntil: string | null, over = {}) =>
  ({ kind: 'variation', detail: { ...plainContract.detail, ...over }, extendUntil }) satisfies Change
const join = (letter: string, role: 'lead' | 'fallback', rank: number | null, pence = 2200) =>
  ({
    kind: 'join',
    lotId: 'lot-1',
    standing: { organisationId: org(letter), role, rank },
    rates: [sampleRate(org(letter), pence)],
  }) satisfies Change
const transfer = (from: string, to: string) =>
  ({ kind: 'transfer', fromOrganisationId: org(from), toOrganisationId: org(to) }) satisfies Change
const standing = (letter: string, role: 'lead' | 'fallback' | 'framework', rank: number | null) =>
  ({ kind: 'standing', lotProviderId: `place-${letter}`, role, rank }) satisfies Change
const leave = (letter: string, next: string | null = null) =>
  ({ kind: 'leave', lotProviderId: `place-${letter}`, nextLeadId: next && `place-${next}` }) satisfies Change
const order = (contract: Contract, on: string) =>
  contract.lots[0]?.standings
    .filter((one) => hasDay(one, on) && one.state !== 'left')
    .map(({ organisation, role, rank }) => `${organisation.at(-1)} ${role} ${rank}`)
    .toSorted()

test('two years, year by year, are two decisions, and the second waits for the first', () => {
  expect(because(extension('option-2'))).toBe('earlier-option-first')
  const once = applied(extension('option-1'))
  expect(once.terms.at(-1)).toMatchObject({ from: '2028-04-01', until: '2029-04-01', origin: 'extension' })
  const twice = applied(extension('option-2'), '2026-06-01', once)
  expect(twice.terms).toHaveLength(3)
  expect(because(extension('option-1'), '2026-06-01', twice)).toBe('option-decided')
})

test('an extension may take less than its option, and never more', () => {
  expect(applied(extension('option-1', '2028-10-01')).terms.at(-1)).toMatchObject({ until: '2028-10-01' })
  expect(because(extension('option-1', '2029-04-02'))).toBe('beyond-option')
  expect(because(extension('option-1', '2028-04-01'))).toBe('backwards')
  expect(because(extension('option-1'), '2028-04-02')).toBe('over')
  expect(because(extension('option-1'), '2025-03-31')).toBe('before-it-begins')
})

test('days that are agreed are not agreed again: an option neither overlaps them nor leaves a gap', () => {
  const closed = applied({ kind: 'option-declined', optionId: 'option-1' })
  const bridged = applied(variation('2028-10-01'), undefined, closed)
  const open = (contract: Contract): Contract => ({
    ...contract,
    options: contract.options.map((one) => ({ ...one, decision: 'open' as const })),
  })
  const overlapping = decide(extension('option-1'), '2026-06-01', open(bridged))
  expect(overlapping).toMatchObject({
    because: 'overlap',
    sentence: 'Days from 1 April 2028 are agreed already: the option would overlap them.',
  })
  expect(because(extension('option-2'), '2026-06-01', { ...closed, options: open(closed).options.slice(1) })).toBe(
    'leaves-a-gap',
  )
})

test('who declines an option declines those after it', () => {
  const after = applied({ kind: 'option-declined', optionId: 'option-1' })
  expect(after.options.map(({ decision }) => decision)).toEqual(['declined', 'declined'])
})

test('a bridge without an option stands only where no option is left, and only beyond the end', () => {
  expect(because(variation('2028-10-01'))).toBe('option-still-open')
  const closed = applied({ kind: 'option-declined', optionId: 'option-1' })
  expect(applied(variation('2028-10-01'), undefined, closed).terms.at(-1)).toMatchObject({ origin: 'variation' })
  expect(because(variation('2028-03-01'), undefined, closed)).toBe('not-longer')
  expect(because(variation(null))).toBe('nothing-changes')
})

test('an early end takes the open options with it, and nothing can follow the gap', () => {
  const over = applied({ kind: 'early-end' }, '2027-01-01')
  expect(over.terms.map(({ state, until }) => [state, until])).toEqual([
    ['agreed', '2027-01-01'],
    ['ended', '2028-04-01'],
  ])
  expect(because(extension('option-1'), '2026-06-01', over)).toBe('option-decided')
  expect(because(standing('b', 'fallback', 3), '2027-01-01', over)).toBe('over')
  expect(because({ kind: 'early-end' }, '2025-04-01')).toBe('before-it-begins')
})

test('what rests goes on by itself after the last day of its rest, or when it is resumed', () => {
  const rests = applied({ kind: 'suspension', lotProviderId: null, until: '2026-09-01' })
  expect(rests.terms.map(({ state }) => state)).toEqual(['agreed', 'suspended', 'agreed'])
  const resumed = applied({ kind: 'resumption', lotProviderId: null }, '2026-07-01', rests)
  expect(resumed.terms.filter(({ state }) => state === 'suspended')).toMatchObject([{ until: '2026-07-01' }])
  expect(because({ kind: 'resumption', lotProviderId: null })).toBe('not-suspended')
})

test('a lot that needs a lead never goes without, and never has two', () => {
  expect(because(leave('a'))).toBe('lot-without-lead')
  expect(order(applied(leave('a', 'b')), '2026-06-01')).toEqual(['B lead 1', 'C framework null'])
  expect(because(standing('a', 'fallback', 1))).toBe('lot-without-lead')
  expect(because(join('d', 'lead', 3))).toBe('two-leads')
  expect(order(applied(standing('b', 'lead', 1)), '2026-06-01')).toEqual([
    'A fallback 2',
    'B lead 1',
    'C framework null',
  ])
})

test('one rank is never given twice', () => {
  expect(because(join('d', 'fallback', 2))).toBe('rank-twice')
  expect(because(standing('c', 'framework', 2))).toBe('rank-twice')
  expect(because(join('d', 'fallback', 3))).toBe('allowed')
  expect(because(join('b', 'fallback', 3))).toBe('already-in-the-lot')
})

test('nobody who is unregistered or suspended gets a place, by joining, by a merger or by being resumed', () => {
  for (const [reason, letter] of [
    ['unregistered', 'd'],
    ['suspended', 'd'],
  ] as const) {
    const context = plainContext()
    const places = new Map(context.places).set(`${org(letter)} care-at-home`, {
      allowed: false,
      because: reason,
      sentence: 'Example D may not.',
      duty: null,
      registrationId: null,
    })
    expect(because(join('d', 'fallback', 3), undefined, plainContract, { ...context, places })).toBe(reason)
    expect(because(transfer('a', 'd'), undefined, plainContract, { ...context, places })).toBe(reason)
  }
})

test('a price above its cap, without one, or of somebody else is refused', () => {
  expect(because(join('d', 'fallback', 3, 2501))).toBe('rate-above-cap')
  expect(because(join('d', 'fallback', 3, 2500))).toBe('allowed')
  const rates = (rate: ReturnType<typeof sampleRate>) =>
    ({ kind: 'rates', lotId: 'lot-1', caps: [], rates: [rate] }) satisfies Change
  expect(because(rates(sampleRate(org('a'), 2200, { unit: 'sleepover' })))).toBe('no-cap')
  expect(because(rates(sampleRate(org('e'), 2200)))).toBe('price-of-nobody')
  expect(because(rates(sampleRate(org('a'), null)))).toBe('no-price')
  expect(because(rates(sampleRate(org('a'), null, { basis: 'national', level: 'nursing' })))).toBe('no-framework')
  expect(because(rates(sampleRate(org('a'), 2200, { basis: 'harmonised' })))).toBe('basis-changes')
})

test('a cap cannot be brought below a price that stands, and a price that is known for later stays', () => {
  const caps = (pence: number) =>
    ({
      kind: 'rates',
      lotId: 'lot-1',
      caps: [{ unit: 'hour', visitMinutes: null, dayType: 'any', pence }],
      rates: [],
    }) satisfies Change
  expect(because(caps(2250))).toBe('rate-above-cap')
  expect(because(caps(2300))).toBe('allowed')
  const lines = plainLot.rateLines.map((line) => ({
    ...line,
    rates: [
      { from: '2025-04-01', until: '2027-04-01', pence: 2100 },
      { from: '2027-04-01', until: null, pence: 2400 },
    ],
  }))
  const later = { ...plainContract, lots: [{ ...plainLot, rateLines: lines }] }
  const raise: Change = { kind: 'rates', lotId: 'lot-1', caps: [], rates: [sampleRate(org('a'), 2200)] }
  const decision = decide(raise, '2026-06-01', later)
  expect(decision.allowed && decision.effects).toMatchObject([
    { write: 'rate', pence: 2200, days: { from: '2026-06-01', until: '2027-04-01' } },
  ])
})

test('after a merger the taker has the place, rank and prices, and the better of two places where it had one', () => {
  const decision = decide(transfer('a', 'd'))
  expect(decision.allowed && decision.effects).toMatchObject([
    { write: 'standing', organisationId: org('a'), state: 'left' },
    { write: 'standing', organisationId: org('d'), role: 'lead', rank: 1, awarded: true, follows: 'place-a' },
    { write: 'lead', organisationId: org('d') },
    { write: 'rate', rate: { organisationId: org('d') }, pence: 2100 },
    { write: 'enhancements', fromOrganisationId: org('a'), toOrganisationId: org('d') },
  ])
  expect(order(applied(transfer('a', 'b')), '2026-06-01')).toEqual(['B lead 1', 'C framework null'])
  expect(order(applied(transfer('c', 'b')), '2026-06-01')).toEqual(['A lead 1', 'B fallback 2'])
  expect(because(transfer('e', 'd'))).toBe('not-in-the-lot')
  expect(because(transfer('a', 'a'))).toBe('already-a-party')
})

test('whoever takes a place takes what is known of it for later: a rank that changes, or a day on which it ends', () => {
  const leaves = applied(leave('a', 'b'), '2027-01-01')
  const merged = applied(transfer('a', 'd'), '2026-06-01', leaves)
  expect(order(merged, '2026-12-31')).toEqual(['B fallback 2', 'C framework null', 'D lead 1'])
  expect(order(merged, '2027-01-01')).toEqual(['B lead 1', 'C framework null'])
  const gone = applied(leave('c'), '2027-01-01')
  expect(order(applied(transfer('c', 'd'), '2026-06-01', gone), '2027-01-01')).toEqual(['A lead 1', 'B fallback 2'])
  // The taker stands there already, and goes on after the other's place has ended.
  const both = applied(transfer('a', 'c'), '2026-06-01', leaves)
  expect(order(both, '2026-12-31')).toEqual(['B fallback 2', 'C lead 1'])
  expect(order(both, '2027-01-01')).toEqual(['B lead 1', 'C framework null'])
})

test('a place that is to change later still does when it changes before', () => {
  const planned = applied(standing('c', 'fallback', 4), '2027-01-01')
  const sooner = applied(standing('c', 'fallback', 3), '2026-06-01', planned)
  expect(order(sooner, '2026-12-31')).toEqual(['A lead 1', 'B fallback 2', 'C fallback 3'])
  expect(order(sooner, '2027-01-01')).toEqual(['A lead 1', 'B fallback 2', 'C fallback 4'])
  const handed = applied(standing('b', 'lead', 1), '2027-01-01')
  const reranked = applied(standing('b', 'fallback', 5), '2026-06-01', handed)
  expect(order(reranked, '2026-12-31')).toEqual(['A lead 1', 'B fallback 5', 'C framework null'])
  expect(order(reranked, '2027-01-01')).toEqual(['A fallback 2', 'B lead 1', 'C framework null'])
})

test('a contract that rests at its end does not begin again by being extended', () => {
  const rests = applied({ kind: 'suspension', lotProviderId: null, until: null }, '2028-03-01')
  const longer = applied(extension('option-1'), '2028-03-15', rests)
  expect(longer.terms.at(-1)).toMatchObject({ from: '2028-04-01', state: 'suspended', origin: 'extension' })
  const resumed = applied({ kind: 'resumption', lotProviderId: null }, '2028-05-01', longer)
  expect(resumed.terms.at(-1)).toMatchObject({ from: '2028-05-01', until: '2029-04-01', state: 'agreed' })
  const closed = applied({ kind: 'option-declined', optionId: 'option-1' }, '2028-03-15', rests)
  expect(applied(variation('2028-10-01'), '2028-03-15', closed).terms.at(-1)).toMatchObject({ state: 'suspended' })
})

test('a rank is a whole number from 1, a cap is a price, and one thing has one cap', () => {
  expect(because(join('d', 'fallback', 0))).toBe('rank-twice')
  const cap = { unit: 'hour', visitMinutes: null, dayType: 'any', pence: 2400 } as const
  const caps = (...given: (typeof cap)[]) =>
    ({ kind: 'rates', lotId: 'lot-1', caps: given, rates: [] }) satisfies Change
  expect(because(caps(cap, { ...cap, pence: 2500 } as unknown as typeof cap))).toBe('price-twice')
  expect(because(caps({ ...cap, pence: -1 } as unknown as typeof cap))).toBe('no-price')
  expect(because(caps(cap))).toBe('allowed')
})

test('a copy of another partnership’s contract, a draft, and a change without a reason are refused', () => {
  const shared = { ...plainContract, sharedFrom: { partnershipId: org('e'), contractId: org('f') } }
  expect(because({ kind: 'early-end' }, '2027-01-01', shared)).toBe('led-by-another')
  expect(because({ kind: 'early-end' }, '2027-01-01', { ...plainContract, stage: 'draft' })).toBe('not-awarded')
  const silent = { ...ask({ kind: 'early-end' }, '2027-01-01'), reason: '  ' }
  expect(decideChange(plainContract, silent, plainContext())).toMatchObject({ because: 'no-reason', field: 'reason' })
})

test('nothing takes effect before a contract begins or after its end', () => {
  expect(because(variation(null, { title: 'Other' }), '2025-03-31')).toBe('before-it-begins')
  expect(because(variation(null, { title: 'Other' }), '2028-04-01')).toBe('over')
})

const letters = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const anyRank = fc.option(fc.integer({ min: 1, max: 4 }))
const someDay = fc.integer({ min: -10, max: 1300 }).map((n) => addDays('2025-04-01', n))
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom<Change>(extension('option-1'), extension('option-2'), { kind: 'early-end' }),
  someDay.map((until): Change => extension('option-1', until)),
  someDay.map((until): Change => variation(until)),
  fc.constantFrom<Change>({ kind: 'option-declined', optionId: 'option-2' }),
  fc
    .tuple(fc.option(letters), fc.option(someDay))
    .map(([letter, until]): Change => ({ kind: 'suspension', lotProviderId: letter && `place-${letter}`, until })),
  fc.option(letters).map((letter): Change => ({ kind: 'resumption', lotProviderId: letter && `place-${letter}` })),
  fc
    .tuple(letters, fc.constantFrom('lead' as const, 'fallback' as const), anyRank)
    .map(([letter, role, rank]) => join(letter, role, rank)),
  fc.tuple(letters, fc.option(letters)).map(([letter, next]) => leave(letter, next)),
  fc
    .tuple(letters, fc.constantFrom('lead' as const, 'framework' as const), anyRank)
    .map(([letter, role, rank]) => standing(letter, role, rank)),
  fc.tuple(letters, letters).map(([from, to]) => transfer(from, to)),
)

test('whatever is asked in whatever order, days never overlap, extensions keep within options, and every lot keeps its order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyChange, someDay), { maxLength: 16 }), (changes) => {
      const end = changes.reduce<Contract>((now, [change, on]) => {
        const decision = decide(change, on, now)
        return decision.allowed ? afterEffects(now, decision.effects) : now
      }, plainContract)
      const turns = [...end.terms, ...(end.lots[0]?.standings ?? [])]
      for (const on of turnsFrom(turns, '2025-04-01')) {
        const pieces = end.terms.filter((piece) => hasDay(piece, on))
        expect(pieces.length).toBeLessThan(2)
        for (const { origin, optionId } of pieces) {
          const option = end.options.find(({ id }) => id === optionId)
          expect(origin === 'extension').toBe(option !== undefined && hasDay(option, on))
        }
        const standing = end.lots[0]?.standings.filter((one) => hasDay(one, on) && one.state !== 'left') ?? []
        const ranks = standing.flatMap(({ rank }) => rank ?? [])
        expect(new Set(ranks).size).toBe(ranks.length)
        expect(new Set(standing.map(({ organisationId }) => organisationId)).size).toBe(standing.length)
        expect(standing.filter(({ role }) => role === 'lead')).toHaveLength(1)
      }
      expect(firstDay(end.terms)).toBe('2025-04-01')
    }),
    { numRuns: 200 },
  )
})
