import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCandidates, anyRule, candidate, offerRule, ruleStep } from '../../../test/support/offer-rules.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferRule } from '../offer-rule.ts'
import { drawAnswers, type PastAnswers } from './answers.ts'
import { type Changes, changedCandidates } from './changes.ts'
import { courseThen, figuresOf, machineResult, rangeOf } from './machine-result.ts'
import type { MachineRound } from './past-care.ts'
import { simulate } from './simulate.ts'

const asItWas: Changes = { rule: null, swaps: [], capacity: [], priceCap: null, openLots: false }

const round = (id: string, candidates: readonly Candidate[], of: Partial<MachineRound> = {}): MachineRound => ({
  id,
  reference: `EX-PKG-${id}`,
  area: 'ward',
  openedAt: new Date('2026-09-01T09:00:00Z'),
  wantedMinutes: 420,
  rule: 0,
  fromStep: 1,
  on: '2026-09-04',
  candidates,
  offers: [],
  approvals: [],
  ...of,
})

const answersOf = (organisationId: string, whole: number, asked = 1000): PastAnswers => ({
  organisationId,
  asked,
  whole,
  part: 0,
  partMinutes: 0,
  partAskedMinutes: 0,
})

const sum = (all: readonly { readonly minutes: number }[]) => all.reduce((total, { minutes }) => total + minutes, 0)

const anyRounds = fc.array(fc.record({ candidates: anyCandidates, wantedMinutes: fc.integer({ min: 30, max: 900 }) }), {
  minLength: 1,
  maxLength: 6,
})

const anyAnswers: fc.Arbitrary<PastAnswers[]> = fc.array(
  fc
    .record({ id: fc.integer({ min: 1, max: 9 }), whole: fc.nat(20), part: fc.nat(10), none: fc.nat(20) })
    .map(({ id, whole, part, none }) => ({
      organisationId: `o${id}`,
      asked: whole + part + none,
      whole,
      part,
      partMinutes: part * 100,
      partAskedMinutes: part * 250,
    })),
  { maxLength: 9 },
)

const anyChanges: fc.Arbitrary<Changes> = fc.record({
  rule: fc.option(anyRule, { nil: null }),
  swaps: fc.array(
    fc.record({
      lotId: fc.constantFrom('lot-1', 'lot-10'),
      one: fc.constantFrom('o1', 'o2', 'o3'),
      other: fc.constantFrom('o4', 'o5', 'o6'),
    }),
    { maxLength: 3 },
  ),
  capacity: fc.array(
    fc.record({
      of: fc.constantFrom<Changes['capacity'][number]['of']>(
        { kind: 'all' },
        { kind: 'area', area: 'ward' },
        { kind: 'provider', organisationId: 'o2' },
      ),
      percent: fc.integer({ min: -100, max: 400 }),
    }),
    { maxLength: 2 },
  ),
  priceCap: fc.option(fc.integer({ min: 1800, max: 2600 }), { nil: null }),
  openLots: fc.boolean(),
})

const world = (rule: OfferRule, rounds: readonly { candidates: readonly Candidate[]; wantedMinutes: number }[]) => ({
  rules: [rule],
  rounds: rounds.map(({ candidates, wantedMinutes }, at) =>
    round(String(at), candidates, { wantedMinutes, openedAt: new Date(Date.UTC(2026, 8, 1 + at)) }),
  ),
})

test('whatever is changed, what is placed and what is left are what was wanted, and the same seed gives the same', () => {
  fc.assert(
    fc.property(anyRule, anyRounds, anyAnswers, anyChanges, fc.nat(1000), (rule, rounds, answers, changes, seed) => {
      const of = world(rule, rounds)
      const draw = drawAnswers(answers)
      const course = simulate(of, changes, draw, seed)
      const wanted = rounds.reduce((total, { wantedMinutes }) => total + wantedMinutes, 0)
      expect(sum(course.placed) + course.unmetMinutes).toBe(wanted)
      for (const { id, wantedMinutes } of of.rounds)
        expect(sum(course.placed.filter(({ roundId }) => roundId === id))).toBeLessThanOrEqual(wantedMinutes)
      expect(course.placed.every(({ minutes }) => minutes > 0)).toBe(true)
      expect(simulate(of, changes, drawAnswers(answers), seed)).toEqual(course)
    }),
    { numRuns: 300 },
  )
})

test('nobody dearer than the limit is given anything', () => {
  fc.assert(
    fc.property(
      anyRule,
      anyRounds,
      fc.integer({ min: 1800, max: 2600 }),
      fc.nat(100),
      (rule, rounds, priceCap, seed) => {
        const course = simulate(world(rule, rounds), { ...asItWas, priceCap }, drawAnswers([]), seed)
        for (const { minutes, pence } of course.placed)
          if (pence !== null) expect(pence).toBeLessThanOrEqual(Math.round((priceCap * minutes) / 60))
      },
    ),
    { numRuns: 200 },
  )
})

test('nobody is given more in a period than it had declared free, where all rounds saw the same hours', () => {
  const small = candidate('small', { freeMinutes: 500 })
  const rounds = Array.from({ length: 8 }, () => ({ candidates: [small], wantedMinutes: 200 }))
  const course = simulate(world(offerRule([ruleStep()]), rounds), asItWas, drawAnswers([answersOf('small', 1000)]), 1)
  expect(sum(course.placed)).toBeLessThanOrEqual(500)
  expect(sum(course.placed)).toBeGreaterThan(300)
})

test('a change that touches nobody changes nothing, seed by seed', () => {
  fc.assert(
    fc.property(anyRule, anyRounds, anyAnswers, fc.nat(1000), (rule, rounds, answers, seed) => {
      const of = world(rule, rounds)
      const draw = drawAnswers(answers)
      const capacity = [{ of: { kind: 'provider' as const, organisationId: 'nobody' }, percent: 50 }]
      const swaps = [{ lotId: 'lot-1', one: 'o1', other: 'nobody' }]
      expect(simulate(of, { ...asItWas, capacity, swaps }, draw, seed)).toEqual(simulate(of, asItWas, draw, seed))
    }),
    { numRuns: 100 },
  )
})

test('two who change places in a lot have each other’s rank, and twice is as before', () => {
  const here = [
    candidate('first', { place: { rank: 1 } }),
    candidate('second', { place: { role: 'fallback', rank: 2 } }),
    candidate('third', { place: { role: 'fallback', rank: 3 } }),
  ]
  const swap = { lotId: 'lot-6', one: 'first', other: 'third' }
  const places = (all: readonly Candidate[]) => all.map(({ place }) => `${place?.role} ${place?.rank}`)
  const once = changedCandidates(here, 'ward', { ...asItWas, swaps: [swap] })
  expect(places(once)).toEqual(['fallback 3', 'fallback 2', 'lead 1'])
  expect(places(changedCandidates(here, 'ward', { ...asItWas, swaps: [swap, swap] }))).toEqual(places(here))
  const round = [swap, { lotId: 'lot-6', one: 'first', other: 'second' }]
  expect(places(changedCandidates(here, 'ward', { ...asItWas, swaps: round })).toSorted()).toEqual(
    places(here).toSorted(),
  )
})

test('whoever is put first is asked first, and has what the other had', () => {
  const pair = [candidate('old', { place: { rank: 1 } }), candidate('new', { place: { role: 'fallback', rank: 2 } })]
  const of = world(offerRule([ruleStep(), ruleStep({ pool: { kind: 'fallback' } })]), [
    { candidates: pair, wantedMinutes: 300 },
    { candidates: pair, wantedMinutes: 300 },
  ])
  const draw = drawAnswers([answersOf('old', 1000), answersOf('new', 1000)])
  const swaps = [{ lotId: 'lot-6', one: 'new', other: 'old' }]
  expect(simulate(of, asItWas, draw, 1).placed.map(({ organisationId }) => organisationId)).toEqual(['old', 'old'])
  expect(simulate(of, { ...asItWas, swaps }, draw, 1).placed.map(({ organisationId }) => organisationId)).toEqual([
    'new',
    'new',
  ])
})

test('a later round of a package asks for what the course has left of it', () => {
  const [yes, later] = [candidate('yes'), candidate('later')]
  const offer = { organisation: '', step: 1, turn: 1, sentAt: new Date(), state: 'accepted' as const }
  const first = round('1', [yes], {
    reference: 'P',
    offers: [{ ...offer, organisationId: 'yes', state: 'declined', acceptedMinutes: 0 }],
  })
  const second = round('2', [later], {
    reference: 'P',
    openedAt: new Date('2026-09-09T09:00:00Z'),
    offers: [{ ...offer, organisationId: 'later', acceptedMinutes: 420 }],
  })
  const of = { rules: [offerRule([ruleStep()])], rounds: [first, second] }
  expect(figuresOf(courseThen(of))).toMatchObject({ placedMinutes: 420, unmetMinutes: 0, offers: 2 })
  const took = simulate(of, asItWas, drawAnswers([answersOf('yes', 1000), answersOf('later', 1000)]), 1)
  expect(took.placed.map(({ organisationId }) => organisationId)).toEqual(['yes'])
  expect([took.unmetMinutes, took.offers]).toEqual([0, 1])
})

test('providers of other lots are asked after those of the lot when lots are opened to each other', () => {
  const here = candidate('here', { place: { lotId: 'lot-1' } })
  const there = candidate('there', { place: { lotId: 'lot-2' } })
  const rule = offerRule([ruleStep(), ruleStep({ pool: { kind: 'additional' } })])
  const of = world(rule, [
    { candidates: [here], wantedMinutes: 300 },
    { candidates: [there], wantedMinutes: 300 },
  ])
  const draw = drawAnswers([answersOf('here', 0), answersOf('there', 1000)])
  const given = (changes: Changes) => sum(simulate(of, changes, draw, 3).placed)
  expect(given(asItWas)).toBe(300)
  expect(given({ ...asItWas, openLots: true })).toBe(600)
})

test('answers follow what each provider said so far, and do not hang on who else is asked', () => {
  const draw = drawAnswers([answersOf('often', 900), answersOf('seldom', 100), answersOf('once', 1, 1)])
  const share = (id: string) => {
    const draws = Array.from({ length: 2000 }, (_, at) => draw(at % 40, `round ${at}`, id).share)
    return draws.filter((one) => one === 1).length / draws.length
  }
  expect(share('often')).toBeCloseTo(0.9, 1)
  expect(share('seldom')).toBeCloseTo(0.1, 1)
  // One yes is not taken for always.
  expect(share('once')).toBeLessThan(0.75)
  expect(share('never asked')).toBeCloseTo(0.5, 1)
})

test('a range holds its middle, and the result says in how many draws more was placed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const { low, middle, high } = rangeOf(values)
      expect(low <= middle && middle <= high).toBe(true)
    }),
  )
  const of = world(offerRule([ruleStep()]), [
    { candidates: [candidate('one', { freeMinutes: 100 })], wantedMinutes: 300 },
  ])
  const draw = drawAnswers([answersOf('one', 1000)])
  const more: Changes = { ...asItWas, capacity: [{ of: { kind: 'all' }, percent: 100 }] }
  const courses = [1, 2, 3].map((seed) => ({
    asItWas: simulate(of, asItWas, draw, seed),
    changed: simulate(of, more, draw, seed),
  }))
  expect(machineResult({ ...of, leftOut: 0 }, courses)).toMatchObject({
    packages: 1,
    more: 3,
    less: 0,
    difference: { placedMinutes: { middle: 100, low: 100, high: 100 } },
    providers: [{ organisationId: 'one', thenMinutes: 0, asItWas: { middle: 100 }, changed: { middle: 200 } }],
  })
})
