import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check, solve } from '../../engines/allocation/index.ts'
import { bands } from '../visit-line.ts'
import { compareDrills } from './compare-drills.ts'
import type { CareGiven, DrillGround, FreeCell, OtherHome } from './drill-ground.ts'
import { drillKind } from './drill-jobs.ts'
import { drillProblem, minutesOf } from './drill-problem.ts'
import { drillResult } from './drill-result.ts'
import { homesFound } from './home-places.ts'
import { lostCare } from './nobody-loses.ts'

const asked = { residents: null, othersFullPercent: null }

const inBands = (of: Partial<Record<(typeof bands)[number], number>>): number[] => bands.map((band) => of[band] ?? 0)

const cell = (organisationId: string, minutes: number[]): FreeCell => ({
  key: `${organisationId} care-at-home ward`,
  organisationId,
  serviceType: 'care-at-home',
  minutes,
})

const care = (reference: string, of: Partial<CareGiven> = {}): CareGiven => ({
  package: reference,
  placement: `${reference}-1`,
  serviceType: 'care-at-home',
  area: 'ward',
  organisationId: 'closing',
  minutes: inBands({ morning: 210 }),
  level: null,
  twoCarers: false,
  inHospital: false,
  pence: 8000,
  options: [],
  notAsked: 0,
  ...of,
})

const option = (organisationId: string, rank: number, pence: number | null = 8000) => ({
  organisationId,
  rank,
  pence,
  cell: `${organisationId} care-at-home ward`,
})

const ground = (of: Partial<DrillGround>): DrillGround => ({
  closesOn: '2027-01-04',
  affected: [],
  others: [],
  othersLocked: 0,
  cells: [],
  names: {},
  areas: {},
  services: {},
  homes: [],
  otherHomes: [],
  homeResidents: 0,
  waiting: 0,
  ...of,
})

const settings = (seed: number, policy: 'strict' | 'priced' = 'strict') => ({ policy, seed, iterations: 2000 })

const drilled = (of: DrillGround, seed = 1, policy: 'strict' | 'priced' = 'strict') => {
  const asProblem = drillProblem(of)
  const answer = solve(asProblem.problem, settings(seed, policy))
  return { asProblem, answer, result: drillResult(of, asked, asProblem, answer, 0) }
}

const providers = ['a', 'b', 'c', 'd']
const minutes = fc.array(fc.constantFrom(0, 0, 105, 210, 420), { minLength: bands.length, maxLength: bands.length })
const options = fc
  .array(
    fc.record({
      organisation: fc.constantFrom(...providers),
      rank: fc.nat(3),
      pence: fc.option(fc.integer({ min: 2000, max: 20_000 })),
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    [...new Map(all.map((one) => [one.organisation, one])).values()].map(({ organisation, rank, pence }) =>
      option(organisation, rank + 1, pence),
    ),
  )

const anyGround: fc.Arbitrary<DrillGround> = fc
  .record({
    affected: fc.array(
      fc.record({ minutes, options, twoCarers: fc.boolean(), inHospital: fc.boolean(), notAsked: fc.nat(2) }),
      { maxLength: 14 },
    ),
    others: fc.array(fc.record({ minutes, options, own: fc.constantFrom(...providers) }), { maxLength: 10 }),
    free: fc.array(minutes, { minLength: providers.length, maxLength: providers.length }),
    othersMayMove: fc.boolean(),
  })
  .map(({ affected, others, free, othersMayMove }) =>
    ground({
      affected: affected.map((one, at) => care(`P${at}`, one)),
      others: othersMayMove
        ? others.map(({ own, ...one }, at) => {
            const rest = one.options.filter(({ organisationId }) => organisationId !== own)
            return care(`O${at}`, { ...one, organisationId: own, options: [...rest, option(own, 1)] })
          })
        : [],
      cells: providers.map((organisationId, at) => cell(organisationId, free[at] ?? [])),
    }),
  )

test('whoever may move, nobody of another provider loses care, nobody’s hours are given twice, and the checker agrees', () => {
  fc.assert(
    fc.property(anyGround, fc.nat(50), fc.constantFrom('strict' as const, 'priced' as const), (of, seed, policy) => {
      const { asProblem, answer, result } = drilled(of, seed, policy)
      expect(lostCare(asProblem, answer.plan)).toEqual([])
      expect(check(asProblem.problem, answer, policy)).toEqual([])
      expect(result.people).toHaveLength(of.affected.length)
      expect(result.moved.every(({ from, to }) => to !== null && to !== from)).toBe(true)
      if (of.others.length === 0) expect(result.moved).toEqual([])
      expect(result.people.every(({ to, why }) => (to === null) === (why !== null))).toBe(true)
      for (const one of of.cells) {
        const mine = [...result.people, ...result.moved].filter(({ to }) => to === one.organisationId)
        const gone = result.moved.filter(({ from }) => from === one.organisationId)
        const sum = (all: readonly { minutes: number }[]) => all.reduce((total, each) => total + each.minutes, 0)
        expect(sum(mine)).toBeLessThanOrEqual(minutesOf(one) + sum(gone))
      }
    }),
    { numRuns: 150 },
  )
})

test('sums by area and service add up to the whole', () => {
  fc.assert(
    fc.property(anyGround, (of) => {
      const { result } = drilled(of)
      for (const sums of [result.byArea, result.byService]) {
        const all = (pick: (one: (typeof sums)[number]) => number) => sums.reduce((total, one) => total + pick(one), 0)
        expect(all(({ minutes: some }) => some)).toBe(result.total.minutes)
        expect(all(({ placedMinutes }) => placedMinutes)).toBe(result.total.placedMinutes)
        expect(all(({ penceAfter }) => penceAfter)).toBe(result.total.penceAfter)
      }
      expect(result.leftMinutes).toBe(result.freeMinutes - result.total.placedMinutes)
    }),
    { numRuns: 60 },
  )
})

test('a plan that leaves somebody of another provider without care is found out', () => {
  const other = care('O1', { organisationId: 'a', options: [option('a', 1)] })
  const of = ground({
    affected: [care('P1', { options: [option('a', 1)] })],
    others: [other],
    cells: [cell('a', inBands({}))],
  })
  const asProblem = drillProblem(of)
  expect(lostCare(asProblem, [0, null])).toEqual([{ package: 'O1', organisationId: 'a' }])
  expect(lostCare(asProblem, [null, 0])).toEqual([])
})

test('others stay where they are unless moving one makes room, and then it is told', () => {
  const room = [cell('a', inBands({ morning: 0 })), cell('b', inBands({ morning: 210 }))]
  const lives = care('P1', { options: [option('a', 1)] })
  const other = care('O1', { organisationId: 'a', options: [option('a', 2), option('b', 1)] })
  const locked = drilled(ground({ affected: [lives], cells: room }))
  expect(locked.result.people).toMatchObject([
    { to: null, why: { because: 'no-capacity-time', band: 'morning', wanted: 210, free: 0 } },
  ])
  const moved = drilled(ground({ affected: [lives], others: [other], cells: room }))
  expect(moved.result.people).toMatchObject([{ to: 'a' }])
  expect(moved.result.moved).toMatchObject([{ package: 'O1', from: 'a', to: 'b' }])
  const idle = drilled(ground({ affected: [], others: [other], cells: room }))
  expect(idle.result.moved).toEqual([])
})

test('who has nowhere to go is told for want of what', () => {
  const of = ground({
    affected: [
      care('nobody'),
      care('suspended', { notAsked: 2 }),
      care('silent', { options: [{ ...option('z', 1), cell: null }] }),
      care('two', { options: [option('a', 1)], twoCarers: true, minutes: inBands({ evening: 420 }) }),
      care('late', { options: [option('a', 1)], minutes: inBands({ evening: 420 }) }),
      care('first', { options: [option('b', 1)], level: { name: 'Critical', place: 0, of: 4 } }),
      care('second', { options: [option('b', 1)] }),
    ],
    cells: [cell('a', inBands({ evening: 210 })), cell('b', inBands({ morning: 210 }))],
  })
  const why = Object.fromEntries(drilled(of).result.people.map((one) => [one.package, one.why?.because ?? one.to]))
  expect(why).toEqual({
    nobody: 'nobody-to-ask',
    suspended: 'none-allowed',
    silent: 'nothing-declared',
    two: 'no-capacity-two-carers',
    late: 'no-capacity-time',
    first: 'b',
    second: 'no-capacity-area',
  })
})

test('two drills of the same closing tell who found a place, who lost one, who came and who went', () => {
  const one = (reference: string) => care(reference, { options: [option('a', 1)] })
  const before = drilled(
    ground({ affected: [one('P1'), one('P2')], cells: [cell('a', inBands({ morning: 0 }))] }),
  ).result
  const after = drilled(
    ground({ affected: [one('P2'), one('P3')], cells: [cell('a', inBands({ morning: 210 }))] }),
  ).result
  const compared = compareDrills(before, after)
  expect(compared).toMatchObject({
    verdict: 'better',
    unplacedPeople: -1,
    unplacedMinutes: -210,
    people: 0,
    freeMinutes: 210,
  })
  expect([...compared.arrived, ...compared.gone].map((change) => change.package)).toEqual(['P3', 'P1'])
  expect(compareDrills(after, before).verdict).toBe('worse')
  fc.assert(
    fc.property(anyGround, (of) => {
      const { result } = drilled(of)
      expect(compareDrills(result, result)).toMatchObject({
        verdict: 'same',
        found: [],
        lost: [],
        arrived: [],
        gone: [],
      })
    }),
    { numRuns: 30 },
  )
})

test('homes are told in places: nobody is said to fit where neither residents nor vacancies are known', () => {
  const closing = {
    name: 'Example House',
    service: 'care-home-older-people',
    place: null,
    places: 40,
    asOf: '2026-10-31',
  }
  const other = { organisationId: null, provider: 'Example Ltd', place: null, grade: 4, known: null }
  const homes = {
    homes: [closing],
    homeResidents: 0,
    otherHomes: [
      { ...other, name: 'Far', places: 50, metres: 9000 },
      { ...other, name: 'Near', places: 30, metres: 800 },
    ],
  }
  expect(homesFound(homes, asked)).toMatchObject({
    places: 40,
    otherPlaces: 80,
    withoutPlace: null,
    others: [{ name: 'Near', free: null, takes: null }, { name: 'Far' }],
  })
  expect(homesFound(homes, { residents: 7, othersFullPercent: 90 })).toMatchObject({
    withoutPlace: 0,
    others: [
      { name: 'Near', free: 3, takes: 3 },
      { name: 'Far', free: 5, takes: 4 },
    ],
  })
  fc.assert(
    fc.property(fc.nat(100), fc.integer({ min: 0, max: 100 }), (residents, othersFullPercent) => {
      const found = homesFound(homes, { residents, othersFullPercent })
      const takes = found?.others.reduce((sum, home) => sum + (home.takes ?? 0), 0) ?? 0
      expect(takes + (found?.withoutPlace ?? 0)).toBe(residents)
    }),
  )
  expect(homesFound({ homes: [], otherHomes: [], homeResidents: 0 }, asked)).toBeNull()
  // Whose care is bought from here is known: they have to move, and elsewhere they have a place that is not free.
  const [far, near] = homes.otherHomes as [OtherHome, OtherHome]
  const known = { ...homes, homeResidents: 9, otherHomes: [far, { ...near, known: 29 }] }
  expect(homesFound(known, { residents: null, othersFullPercent: 90 })).toMatchObject({
    withoutPlace: 3,
    others: [
      { name: 'Near', free: 1, takes: 1 },
      { name: 'Far', free: 5, takes: 5 },
    ],
  })
  expect(homesFound(known, { residents: 4, othersFullPercent: 90 })).toMatchObject({ withoutPlace: 3 })
  expect(homesFound(known, asked)).toMatchObject({ known: 9, withoutPlace: null, others: [{ takes: null }, {}] })
})

test('a plan that takes care from somebody else is refused, whatever it does for the others, and the locked one stands', async () => {
  const lives = care('P1', { options: [option('a', 1)] })
  const other = care('O1', { organisationId: 'a', options: [option('a', 2), option('b', 1)] })
  const of = ground({
    affected: [lives],
    others: [other],
    cells: [cell('a', inBands({})), cell('b', inBands({ morning: 210 }))],
  })
  const how = {
    organisationId: 'closing',
    part: { kind: 'all' as const },
    called: 'Example Care Ltd',
    closesOn: of.closesOn,
    othersMayMove: true,
    policy: 'strict' as const,
    seed: 1,
    ...asked,
  }
  const told = {
    gap: 0,
    proved: true,
    objective: 0,
    bound: 0,
    iterations: 0,
    seed: 1,
    unmet: { packages: 0, weightedMinutes: 0 },
  }
  const work = (planOf: (packages: number) => (number | null)[]) =>
    drillKind.work(
      { ground: of, asked: how },
      {
        solve: async ({ packages }) => ({ answer: { ...told, plan: planOf(packages.length) }, checked: true }),
        signal: new AbortController().signal,
        progress: async () => {},
      },
    )
  const robbed = await work((packages) => (packages === 1 ? [null] : [0, null]))
  expect(robbed).toMatchObject({ refused: 1, moved: [], people: [{ to: null }] })
  const moved = await work((packages) => (packages === 1 ? [null] : [0, 1]))
  expect(moved).toMatchObject({ refused: 0, moved: [{ package: 'O1', from: 'a', to: 'b' }], people: [{ to: 'a' }] })
  // Nobody moves where everyone has somebody to go to already.
  const enough = await work(() => [0, 1].slice(0, 1))
  expect(enough).toMatchObject({ refused: 0, moved: [], othersConsidered: 0 })
})
