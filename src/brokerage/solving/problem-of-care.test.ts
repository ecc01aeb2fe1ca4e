import { expect, test } from 'vitest'
import { candidate, offerRule, ruleStep } from '../../../test/support/offer-rules.ts'
import { solve } from '../../engines/allocation/index.ts'
import type { CareToPlace } from './care-to-place.ts'
import type { PlacingGround, PlanLimits } from './placing-ground.ts'
import { problemOfCare } from './problem-of-care.ts'

const limits: PlanLimits = {
  unmetPencePerHour: 6000,
  bypassPence: 0,
  sharePercent: null,
  runHours: null,
  undeclaredHours: 0,
}

const care = (reference: string, area: string, over: Partial<CareToPlace> = {}): CareToPlace => ({
  packageId: `id-${reference}`,
  reference,
  version: 1,
  serviceType: 'care-at-home',
  area,
  origin: 'community',
  level: null,
  startBy: '2026-12-01',
  lines: [{ id: `line-${reference}`, band: 'morning', days: [1, 2, 3, 4, 5, 6, 7], minutes: 30, carers: 1 }],
  declined: [],
  current: null,
  locked: false,
  ...over,
})

const rule = offerRule([ruleStep(), ruleStep({ pool: { kind: 'fallback' } })])
const lead = (id: string) => candidate(id, { place: { role: 'lead', rank: 1 } })
const fallback = (id: string) => candidate(id, { place: { role: 'fallback', rank: 1 } })
const ground = (area: string, ...candidates: ReturnType<typeof candidate>[]) => ({
  serviceType: 'care-at-home',
  area,
  rule,
  candidates,
})
const room = (organisationId: string, area: string, declaredFor: string, morning: number) => ({
  serviceType: 'care-at-home',
  area,
  organisationId,
  declaredFor,
  free: { morning },
})

const read = (over: Partial<PlacingGround>): PlacingGround => ({
  care: [],
  grounds: [],
  rooms: [],
  given: [],
  price: (_, { minutes }) => minutes * 35,
  on: '2026-11-23',
  limits,
  ...over,
})

test('hours that were declared for two wards together are given once, and each ward’s own stay its own', () => {
  const input = problemOfCare(
    read({
      care: [care('P1', 'north'), care('P2', 'south')],
      grounds: [ground('north', lead('a'), fallback('all')), ground('south', lead('b'), fallback('all'))],
      rooms: [
        room('all', 'north', 'whole', 300),
        room('all', 'south', 'whole', 300),
        room('a', 'north', 'north', 100),
        room('b', 'south', 'south', 210),
      ],
    }),
  )
  expect(input.areas).toEqual([{ serviceType: 'care-at-home', codes: ['north', 'south'] }])
  const capacities = input.problem.providers.map(({ capacity }) => capacity)
  expect(capacities).toEqual([
    [{ area: 0, band: 0, minutes: 100 }],
    [{ area: 0, band: 0, minutes: 300 }],
    [{ area: 0, band: 0, minutes: 210 }],
  ])
  // The lead of the south takes the south; the north is the shared one's, whose hours are not there twice.
  const { plan } = solve(input.problem, { policy: 'strict', seed: 1, iterations: 2000 })
  const names = plan.map((at) => (at === null ? null : input.organisations[input.rooms[at]?.organisation ?? -1]?.name))
  expect(names).toEqual(['Example all', 'Example b'])
})

test('what somebody gives of the care in the problem is room again, and what it gives beside is its book', () => {
  const { problem } = problemOfCare(
    read({
      care: [care('P1', 'north', { current: { organisationId: 'a', weeklyPence: 5000 }, locked: true })],
      grounds: [ground('north', lead('a'))],
      rooms: [room('a', 'north', 'north', 0)],
      given: [
        { serviceType: 'care-at-home', area: 'north', organisationId: 'a', organisation: 'Example a', minutes: 600 },
        { serviceType: 'care-at-home', area: 'elsewhere', organisationId: 'a', organisation: 'Example a', minutes: 60 },
      ],
    }),
  )
  expect(problem.providers).toMatchObject([
    { capacity: [{ area: 0, band: 0, minutes: 210 }], book: [{ area: 0, minutes: 600 }] },
  ])
  expect(problem.packages[0]).toMatchObject({ current: 0, locked: true, options: [{ provider: 0, rank: 1 }] })
})

test('who can’t be asked any more goes on giving what it gives, after all others in the order', () => {
  const { problem } = problemOfCare(
    read({
      care: [care('P1', 'north', { current: { organisationId: 'gone', weeklyPence: 4200 } })],
      grounds: [ground('north', lead('a'))],
    }),
  )
  expect(problem.packages[0]?.options.map(({ cost, rank }) => [cost, rank])).toEqual([
    [7350, 1],
    [4200, 2],
  ])
})

test('who said no to a package is not proposed while that counts, and the reason is kept', () => {
  const declined = [
    { organisationId: 'a', reason: 'skill' as const, on: '2026-01-05' },
    { organisationId: 'b', reason: 'no-capacity-time' as const, on: '2026-11-01' },
    { organisationId: 'c', reason: 'no-capacity-time' as const, on: '2026-11-20' },
  ]
  const input = problemOfCare(
    read({
      care: [care('P1', 'north', { declined })],
      grounds: [ground('north', lead('a'), fallback('b'), fallback('c'))],
    }),
  )
  expect(input.problem.packages[0]?.options).toHaveLength(1)
  expect(input.sentences).toEqual([
    'Example a said no to it on 5 January 2026: no carer with the skill.',
    'Example c said no to it on 20 November 2026: no room at the times wanted.',
  ])
})

test('who declared nothing has the hours that are assumed, in all areas together; with none assumed it has none', () => {
  const asked = { care: [care('P1', 'north')], grounds: [ground('north', lead('a'))] }
  expect(problemOfCare(read(asked)).problem.providers).toMatchObject([{ capacity: [], capMinutes: 0 }])
  const assumed = problemOfCare(read({ ...asked, limits: { ...limits, undeclaredHours: 10 } })).problem.providers[0]
  expect(assumed?.capMinutes).toBe(600)
  expect(assumed?.capacity.every(({ minutes }) => minutes === 600)).toBe(true)
})

test('a price that is not known counts as the highest that is; a lock with somebody who can’t be asked is no lock', () => {
  const input = problemOfCare(
    read({
      care: [care('P1', 'north')],
      grounds: [ground('north', lead('a'), fallback('b'))],
      price: ({ organisationId }, { minutes }) => (organisationId === 'a' ? minutes * 40 : null),
      kept: new Map([['id-P1', 'nobody']]),
      forbidden: new Map([['id-P1', ['a', 'nobody']]]),
    }),
  )
  expect(input.problem.packages[0]).toMatchObject({ locked: false, current: null, forbidden: [0] })
  expect(input.problem.packages[0]?.options.map(({ cost }) => cost)).toEqual([8400, 8400])
  expect(input.packages[0]?.unpriced).toEqual(['b'])
})
