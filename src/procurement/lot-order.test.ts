import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../core/values/index.ts'
import type { Standing } from './contract.ts'
import { orderOfOffers, type ServingLot } from './lot-order.ts'
import { holdsOn, roles, type StandingState } from './standing.ts'

const on = '2026-11-22'
const standing = (over: Partial<Standing> = {}): Standing => ({
  lotProviderId: 'place',
  organisationId: 'org',
  organisation: 'Example Care',
  role: 'framework',
  rank: null,
  state: 'active',
  from: '2026-04-01',
  until: null,
  ...over,
})
const lot = (over: Partial<ServingLot> = {}): ServingLot => ({
  id: 'lot',
  number: '3',
  name: 'Sample ward',
  contract: { id: 'contract', reference: 'XX-CON-00001', title: 'Care at home' },
  terms: [{ from: '2026-04-01', until: '2028-04-01', state: 'agreed' }],
  area: 'Sample ward',
  askedArea: 'Sample ward',
  standings: [],
  ...over,
})
const places = (lots: readonly ServingLot[], suspended: Parameters<typeof orderOfOffers>[1]['suspended'] = []) =>
  orderOfOffers(lots, { on, suspended })

test('a ward’s lead is asked first, then the fallbacks of the whole area by rank, then the additional', () => {
  const ward = lot({
    standings: [
      standing({ lotProviderId: '1', role: 'additional', organisation: 'Any Care' }),
      standing({ lotProviderId: '2', role: 'lead', rank: 1, organisation: 'Zeal Care' }),
    ],
  })
  const whole = lot({
    id: 'ten',
    number: '10',
    area: 'Sampleshire',
    standings: [
      standing({ lotProviderId: '3', role: 'fallback', rank: 2, organisation: 'Able Care' }),
      standing({ lotProviderId: '4', role: 'fallback', rank: 1, organisation: 'Sample Care' }),
    ],
  })
  expect(places([whole, ward]).map(({ standing: { organisation }, why }) => [organisation, why])).toEqual([
    ['Zeal Care', 'Lead of lot 3, which serves Sample ward: asked first.'],
    [
      'Sample Care',
      'Fallback with rank 1 in lot 10, which serves Sampleshire, in which Sample ward lies: asked when the lead can’t.',
    ],
    [
      'Able Care',
      'Fallback with rank 2 in lot 10, which serves Sampleshire, in which Sample ward lies: asked when the lead can’t.',
    ],
    ['Any Care', 'Additional in lot 3, which serves Sample ward: asked once those under contract can’t.'],
  ])
})

test('whoever can’t be asked stands after the others, with the reason', () => {
  const why = (over: Partial<Standing>, more: Partial<ServingLot> = {}, gate: Parameters<typeof places>[1] = []) => {
    const [one] = places([lot({ standings: [standing(over)], ...more })], gate)
    return one?.offered ? 'offered' : one?.why
  }
  const terms = (state: 'suspended' | 'ended') => ({ terms: [{ from: '2026-04-01', until: null, state }] })
  expect(why({})).toBe('offered')
  expect(why({ state: 'suspended', until: '2026-12-01' })).toBe(
    'Example Care is suspended in this lot before 1 December 2026.',
  )
  expect(why({ state: 'left', from: '2026-09-01' })).toBe('Example Care left this lot on 1 September 2026.')
  expect(why({ until: '2026-09-01' })).toBe('Example Care left this lot on 1 September 2026.')
  expect(why({ from: '2026-12-01' })).toBe('Example Care joins on 1 December 2026.')
  expect(why({ state: 'unconfirmed' })).toBe('Example Care was not found in the register of services.')
  expect(why({}, terms('suspended'))).toBe('Contract XX-CON-00001 is suspended on 22 November 2026.')
  expect(why({}, terms('ended'))).toBe('Contract XX-CON-00001 is not in force on 22 November 2026.')
  expect(why({}, { terms: [] })).toBe('Contract XX-CON-00001 is not in force on 22 November 2026.')
  expect(why({}, {}, [{ organisationId: 'org', lastDay: null }])).toBe('Placing with Example Care is suspended.')
  expect(why({}, {}, [{ organisationId: 'org', lastDay: '2026-12-24' }])).toBe(
    'Placing with Example Care is suspended until 24 December 2026.',
  )
  const mixed = lot({ standings: [standing({ role: 'lead', state: 'suspended' }), standing({ lotProviderId: 'b' })] })
  expect(places([mixed]).map(({ offered }) => offered)).toEqual([true, false])
})

const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(on, days))
const stretch = fc.record({ from: day, days: fc.option(fc.integer({ min: 1, max: 60 })) }).map(({ from, days }) => ({
  from,
  until: days === null ? null : addDays(from, days),
}))
const anyStanding = fc
  .record({
    organisationId: fc.constantFrom('a', 'b', 'c'),
    role: fc.constantFrom(...roles),
    rank: fc.option(fc.integer({ min: 1, max: 3 })),
    state: fc.constantFrom<StandingState>('active', 'active', 'suspended', 'left', 'unconfirmed'),
    stretch,
  })
  .map(({ stretch: days, ...rest }) => standing({ ...rest, ...days, organisation: `Care ${rest.organisationId}` }))
const anyLots = fc
  .array(
    fc.record({
      reference: fc.constantFrom('XX-CON-00001', 'XX-CON-00002'),
      standings: fc.array(anyStanding, { maxLength: 4 }),
      term: fc.record({ days: stretch, state: fc.constantFrom('agreed', 'agreed', 'suspended', 'ended') }),
    }),
    { maxLength: 4 },
  )
  .map((lots) =>
    lots.map(({ reference, standings, term }, at) =>
      lot({
        id: `lot-${at}`,
        number: String(at),
        contract: { id: reference, reference, title: 'Care at home' },
        terms: [{ ...term.days, state: term.state as 'agreed' }],
        standings: standings.map((one, place) => ({ ...one, lotProviderId: `${at}-${place}` })),
      }),
    ),
  )

test('only those are offered who are active, in a contract in force, and with whom placing is not suspended', () => {
  fc.assert(
    fc.property(anyLots, fc.subarray(['a', 'b', 'c']), (lots, gated) => {
      const found = places(
        lots,
        gated.map((organisationId) => ({ organisationId, lastDay: null })),
      )
      expect(found).toHaveLength(lots.flatMap(({ standings }) => standings).length)
      for (const { lot: of, standing: one, offered, why } of found) {
        const inForce = of.terms.some((piece) => piece.state === 'agreed' && holdsOn(piece, on))
        expect(offered).toBe(
          inForce && one.state === 'active' && holdsOn(one, on) && !gated.includes(one.organisationId),
        )
        expect(why).toMatch(/\.$/)
      }
    }),
  )
})

test('the order is the same whichever way lots and places come, and goes by role, then rank', () => {
  fc.assert(
    fc.property(anyLots, (lots) => {
      const found = places(lots)
      const turned = lots.toReversed().map((one) => ({ ...one, standings: one.standings.toReversed() }))
      expect(places(turned).map(({ standing: { lotProviderId } }) => lotProviderId)).toEqual(
        found.map(({ standing: { lotProviderId } }) => lotProviderId),
      )
      const offered = found.filter((one) => one.offered).map(({ standing: one }) => one)
      for (const [at, one] of offered.entries()) {
        const next = offered[at + 1]
        if (!next) continue
        const steps = roles.indexOf(next.role) - roles.indexOf(one.role)
        expect(steps).toBeGreaterThanOrEqual(0)
        if (steps === 0) expect(next.rank ?? 99).toBeGreaterThanOrEqual(one.rank ?? 99)
      }
    }),
  )
})
