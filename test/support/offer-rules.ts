import fc from 'fast-check'
import type { Candidate } from '../../src/brokerage/candidate.ts'
import { type OfferRule, orders, type Pool, type RuleStep } from '../../src/brokerage/offer-rule.ts'

/** A step that asks the lead, with limits as given. */
export const ruleStep = (of: Partial<RuleStep> = {}): RuleStep => ({
  pool: { kind: 'lead' },
  order: 'rank',
  mode: 'one-after-another',
  window: 180,
  priceCap: null,
  lowestGrade: null,
  distance: null,
  shortTermMonths: null,
  approvalAbove: null,
  ...of,
})

/** A rule of some steps, on the hours of a desk that works on Saturdays. */
export const offerRule = (steps: readonly RuleStep[], of: Partial<OfferRule> = {}): OfferRule => ({
  id: 'rule',
  versionId: 'version',
  name: 'Care at home lots',
  version: 1,
  contractId: null,
  serviceType: 'care-at-home',
  from: '2026-04-01',
  until: null,
  hours: { days: [1, 2, 3, 4, 5, 6], from: '08:00', to: '18:00' },
  steps,
  ...of,
})

/** Someone with a place in a lot. */
export function candidate(
  organisationId: string,
  { place, ...of }: Omit<Partial<Candidate>, 'place'> & { readonly place?: Partial<Candidate['place']> | null } = {},
): Candidate {
  return {
    organisationId,
    organisation: `Example ${organisationId}`,
    place:
      place === null ? null : { lotId: 'lot-6', lot: 'Lot 6', contractId: 'contract', role: 'lead', rank: 1, ...place },
    inHouse: false,
    hindrance: null,
    hourlyPence: 2100,
    weeklyPence: 29_400,
    priceWhy: '',
    grade: 5,
    distance: 2000,
    placedMinutes: 0,
    lastAskedAt: null,
    freeMinutes: null,
    ...of,
  }
}

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const pence = fc.integer({ min: 1800, max: 2600 })

const pool: fc.Arbitrary<Pool> = fc.oneof(
  fc.constantFrom<Pool>(
    { kind: 'lead' },
    { kind: 'fallback' },
    { kind: 'framework' },
    { kind: 'additional' },
    { kind: 'accredited' },
    { kind: 'in-house' },
  ),
  fc
    .record({ fromRank: fc.integer({ min: 1, max: 3 }), toRank: fc.integer({ min: 1, max: 6 }) })
    .map(({ fromRank, toRank }): Pool => ({ kind: 'tier', fromRank, toRank: Math.max(fromRank, toRank) })),
)

const anyStep: fc.Arbitrary<RuleStep> = fc.record({
  pool,
  order: fc.constantFrom(...orders),
  mode: fc.constantFrom('one-after-another' as const, 'all-at-once' as const),
  window: fc.integer({ min: 5, max: 600 }),
  priceCap: maybe(pence),
  lowestGrade: maybe(fc.integer({ min: 1, max: 6 })),
  distance: maybe(fc.integer({ min: 500, max: 20_000 })),
  shortTermMonths: maybe(fc.integer({ min: 1, max: 12 })),
  approvalAbove: maybe(pence),
})

/** Rules of every kind. */
export const anyRule: fc.Arbitrary<OfferRule> = fc
  .record({ steps: fc.array(anyStep, { minLength: 1, maxLength: 5 }), contractId: maybe(fc.constant('contract')) })
  .map(({ steps, contractId }) => offerRule(steps, { contractId }))

const anyCandidate: fc.Arbitrary<Candidate> = fc
  .record({
    organisation: fc.integer({ min: 1, max: 9 }),
    place: maybe(
      fc.record({
        lotId: fc.constantFrom('lot-1', 'lot-10'),
        contractId: fc.constantFrom('contract', 'other'),
        role: fc.constantFrom('lead' as const, 'fallback' as const, 'framework' as const, 'additional' as const),
        rank: maybe(fc.integer({ min: 1, max: 6 })),
      }),
    ),
    inHouse: fc.boolean(),
    hindrance: fc.option(fc.constant('Placing with it is suspended.'), { nil: null, freq: 3 }),
    hourlyPence: maybe(pence),
    grade: maybe(fc.integer({ min: 1, max: 6 })),
    distance: maybe(fc.integer({ min: 0, max: 20_000 })),
    placedMinutes: fc.integer({ min: 0, max: 600 }),
    lastAskedAt: maybe(fc.constantFrom('2026-11-02T09:00:00.000Z', '2026-11-20T15:00:00.000Z')),
    freeMinutes: maybe(fc.integer({ min: -60, max: 900 })),
  })
  .map(({ organisation, place, ...of }) => candidate(`o${organisation}`, { ...of, weeklyPence: null, place }))

/** Those who might be asked, some of them with several places. */
export const anyCandidates: fc.Arbitrary<Candidate[]> = fc.uniqueArray(anyCandidate, {
  maxLength: 14,
  // A place of one organisation in one lot is one row.
  selector: ({ organisationId, place }) => `${organisationId} ${place?.lotId} ${place?.contractId} ${place?.role}`,
})
