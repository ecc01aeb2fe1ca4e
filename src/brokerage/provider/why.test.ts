import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Id, newId } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { KeptDecision } from '../kept-decision.ts'
import type { RuleStep } from '../offer-rule.ts'
import { nextOffers, type OffersInput } from '../rules/next-offers.ts'
import { whyFor } from './why.ts'

const step = (over: Partial<RuleStep> = {}): RuleStep => ({
  pool: { kind: 'lead' },
  order: 'rank',
  mode: 'one-after-another',
  window: 180,
  priceCap: null,
  lowestGrade: null,
  distance: null,
  shortTermMonths: null,
  approvalAbove: null,
  ...over,
})

const contractId = newId()
const candidate = (
  organisation: string,
  over: Partial<Candidate> & { rank?: number; role?: 'lead' | 'fallback' } = {},
): Candidate => {
  const { rank = 1, role = 'lead', ...more } = over
  return {
    organisationId: newId(),
    organisation,
    place: { lotId: newId(), lot: 'Lot 1', contractId, role, rank },
    inHouse: false,
    hindrance: null,
    hourlyPence: 2100,
    weeklyPence: 14_700,
    priceWhy: 'Tendered price',
    grade: null,
    distance: null,
    placedMinutes: 0,
    lastAskedAt: null,
    freeMinutes: null,
    ...more,
  }
}
const input = (candidates: readonly Candidate[], over: Partial<OffersInput> = {}): OffersInput => ({
  rule: {
    id: newId(),
    versionId: newId(),
    name: 'Care at home',
    version: 3,
    contractId: null,
    serviceType: 'care-at-home',
    from: '2026-04-01',
    until: null,
    hours: { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
    steps: [step(), step({ pool: { kind: 'fallback' } })],
  },
  fromStep: 1,
  candidates,
  past: [],
  approvals: [],
  weeklyMinutes: 420,
  on: '2026-11-30',
  ...over,
})
const kept = (given: OffersInput): KeptDecision => ({
  seq: 1,
  at: new Date('2026-11-23T10:00:00Z'),
  digest: 'a'.repeat(64),
  previous: 'b'.repeat(64),
  input: given,
  decision: nextOffers(given),
})
const outcome = (given: OffersInput, { organisationId }: { organisationId: Id }) =>
  whyFor([kept(given)], organisationId)[0]

test('each is told what a decision meant for them', () => {
  const [lead, first, second] = [
    candidate('Lead Care'),
    candidate('First Care', { role: 'fallback', rank: 2 }),
    candidate('Second Care', { role: 'fallback', rank: 3, hindrance: 'Placing with Second Care is suspended.' }),
  ]
  const all = [lead, first, second]
  expect(outcome(input(all), lead)?.outcome).toBe('You were asked in step 1, as number 1. Nobody was asked before.')
  expect(outcome(input(all), first)?.outcome).toBe(
    'In step 1 another provider was asked first; you stand in step 2. Nobody was asked before.',
  )
  const past = [{ organisationId: lead.organisationId, step: 1, turn: 1, state: 'declined' as const }]
  expect(outcome(input(all, { past }), first)?.outcome).toBe(
    'You were asked in step 2, as number 1. Of those asked before: 1 declined.',
  )
  expect(outcome(input(all, { past }), lead)?.outcome).toBe(
    'You had been asked. In step 2 another provider was asked next.',
  )
  expect(outcome(input([second, first], { past }), second)?.outcome).toContain(
    'In your step another provider was asked before you',
  )
  const without = [...past, { organisationId: first.organisationId, step: 2, turn: 1, state: 'lapsed' as const }]
  expect(outcome(input(all, { past: without }), second)?.outcome).toBe('Placing with Second Care is suspended.')
  expect(outcome(input(all), candidate('Stranger Care'))?.inputs).toEqual([
    'You were not among those who could be asked: you had no place in a lot that serves this area.',
  ])
  expect(outcome(input(all, { fromStep: 2 }), lead)?.inputs).toEqual(['The broker began at step 2, after yours.'])
  const goesWith = second.organisationId
  const free = [lead, first, { ...second, hindrance: null }]
  expect(outcome(input(free, { goesWith }), second)?.outcome).toContain(
    'before all others, for it goes with what you give',
  )
  expect(outcome(input(free, { goesWith }), lead)?.outcome).toContain(
    'Whoever gives the rest of this care was asked first',
  )
  expect(outcome(input(all), lead)?.rule).toBe('Care at home, version 3, from 1 April 2026')
})

test('an entry that was changed is told from one that was not', () => {
  const lead = candidate('Lead Care')
  const entry = kept(input([lead]))
  expect(whyFor([entry], lead.organisationId)[0]?.replayed).toBe(true)
  const changed = { ...entry, input: { ...entry.input, fromStep: 2 } }
  expect(whyFor([changed], lead.organisationId)[0]?.replayed).toBe(false)
})

test('whatever was decided, nobody is told the name or the figures of another', () => {
  const arbitrary = fc.record({
    role: fc.constantFrom('lead' as const, 'fallback' as const),
    rank: fc.integer({ min: 1, max: 5 }),
    hourlyPence: fc.option(fc.integer({ min: 10_001, max: 99_999 })),
    grade: fc.option(fc.integer({ min: 1, max: 6 })),
    placedMinutes: fc.nat(100_000),
    hindered: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(arbitrary, { minLength: 2, maxLength: 6 }),
      fc.nat(5),
      fc.constantFrom(...orders),
      (given, which, order) => {
        const all = given.map(({ hindered, ...one }, at) => {
          const organisation = `Provider${at}Name`
          return candidate(organisation, {
            ...one,
            hindrance: hindered ? `Placing with ${organisation} is suspended.` : null,
          })
        })
        const asked = input(all)
        const rule = {
          ...asked.rule,
          steps: asked.rule.steps.map((one) => ({ ...one, order, priceCap: 60_000, lowestGrade: 3 })),
        }
        const own = all[which % all.length]
        if (!own) return
        const told = JSON.stringify(whyFor([kept({ ...asked, rule })], own.organisationId))
        for (const other of all) {
          if (other === own) continue
          expect(told).not.toContain(other.organisation)
          expect(told).not.toContain(other.organisationId)
        }
      },
    ),
  )
})

const orders = ['rank', 'round-robin', 'even-share', 'price', 'quality', 'distance'] as const
