import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../core/values/index.ts'
import { holdsOn, inOrder, leadOn, roles, type StandingState, standingProblems, standingsOn } from './standing.ts'

const start = '2026-04-01'
const dayAt = (days: number) => addDays(start, days)
const place = (over: Partial<Parameters<typeof inOrder>[0]> = {}) => ({
  lotProviderId: 'a',
  organisation: 'Example Care',
  role: 'framework' as const,
  rank: null,
  state: 'active' as StandingState,
  from: start,
  until: null,
  ...over,
})

const anyPlace = fc
  .record({
    lotProviderId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    organisation: fc.constantFrom('Example Care', 'Éxample Care', 'Sample Care', 'sample care'),
    role: fc.constantFrom(...roles),
    rank: fc.option(fc.integer({ min: 1, max: 4 })),
    state: fc.constantFrom<StandingState>('active', 'suspended', 'left', 'unconfirmed'),
    first: fc.integer({ min: 0, max: 20 }),
    days: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ first, days, ...rest }) =>
    place({ ...rest, from: dayAt(first), until: days === null ? null : dayAt(first + days) }),
  )

/** A lot as a history keeps it: one piece at most of each provider on a day. */
const anyLot = fc.uniqueArray(anyPlace, { selector: ({ lotProviderId }) => lotProviderId, maxLength: 5 })

test('the order is total: everyone has one place, whichever way the list came', () => {
  fc.assert(
    fc.property(anyLot, fc.integer({ min: 0, max: 45 }), (lot, n) => {
      const inPlace = standingsOn(lot, dayAt(n))
      expect(standingsOn(lot.toReversed(), dayAt(n))).toEqual(inPlace)
      for (const [at, one] of inPlace.entries()) {
        for (const other of inPlace.slice(at + 1)) {
          expect(inOrder(one, other)).toBeLessThan(0)
          expect(inOrder(other, one)).toBeGreaterThan(0)
        }
      }
    }),
  )
})

test('leads go first, then fallbacks, the framework and the additional; by rank, then name, the unranked last', () => {
  const lot = [
    place({ lotProviderId: '1', role: 'additional', organisation: 'Any Care' }),
    place({ lotProviderId: '2', organisation: 'Zeal Care' }),
    place({ lotProviderId: '3', organisation: 'Able Care' }),
    place({ lotProviderId: '4', organisation: 'Zeal Care', rank: 2 }),
    place({ lotProviderId: '5', role: 'fallback', rank: 2 }),
    place({ lotProviderId: '6', role: 'fallback', rank: 1 }),
    place({ lotProviderId: '7', role: 'lead', rank: 9 }),
    place({ lotProviderId: '8', role: 'lead', state: 'left' }),
  ]
  expect(standingsOn(lot, start).map(({ lotProviderId }) => lotProviderId)).toEqual(['7', '6', '5', '4', '3', '2', '1'])
  expect(leadOn(lot, start)?.lotProviderId).toBe('7')
  expect(leadOn(lot, '2026-03-31')).toBeUndefined()
})

test('one rank twice, two leads or none are told with the first day on which they are', () => {
  const lot = [
    place({ lotProviderId: '1', role: 'lead', organisation: 'Able Care', until: dayAt(10) }),
    place({ lotProviderId: '2', role: 'lead', organisation: 'Zeal Care', from: dayAt(5), until: dayAt(20) }),
    place({ lotProviderId: '3', organisation: 'Any Care', rank: 2 }),
    place({ lotProviderId: '4', organisation: 'Sample Care', rank: 2, from: dayAt(7) }),
  ]
  expect(standingProblems(lot, { needsLead: true })).toEqual([
    {
      because: 'two-leads',
      on: dayAt(5),
      sentence: 'Able Care and Zeal Care would both lead this lot on 6 April 2026.',
    },
    {
      because: 'rank-twice',
      on: dayAt(7),
      sentence: 'Any Care and Sample Care would both have rank 2 on 8 April 2026.',
    },
    { because: 'no-lead', on: dayAt(20), sentence: 'Nobody would lead this lot on 21 April 2026.' },
  ])
  expect(standingProblems(lot, { needsLead: true, days: { from: start, until: dayAt(5) } })).toEqual([])
  expect(standingProblems([], { needsLead: true, days: { from: start, until: null } })).toMatchObject([
    { because: 'no-lead', on: start },
  ])
})

test('no problem is told exactly when no day has one', () => {
  fc.assert(
    fc.property(anyLot, fc.boolean(), (lot, needsLead) => {
      const days = { from: start, until: dayAt(45) }
      const wrong = Array.from({ length: 45 }, (_, n) => standingsOn(lot, dayAt(n))).some((here) => {
        const ranks = here.flatMap(({ rank }) => (rank === null ? [] : [rank]))
        const leads = here.filter(({ role }) => role === 'lead').length
        return new Set(ranks).size < ranks.length || leads > 1 || (needsLead && leads === 0)
      })
      expect(standingProblems(lot, { needsLead, days }).length > 0).toBe(wrong)
      for (const { on } of standingProblems(lot, { needsLead, days })) expect(holdsOn(days, on)).toBe(true)
    }),
  )
})
