import { expect, test } from 'vitest'
import type { Candidate } from '../candidate.ts'
import type { RuleStep } from '../offer-rule.ts'
import { nextOffers, type OffersInput } from './next-offers.ts'

const step = (over: Partial<RuleStep> = {}): RuleStep => ({
  ...{
    pool: { kind: 'lead' },
    order: 'rank',
    mode: 'one-after-another',
    window: 180,
    priceCap: null,
    lowestGrade: null,
  },
  ...{ distance: null, shortTermMonths: null, approvalAbove: null, ...over },
})

const candidate = (organisationId: string, role: 'lead' | 'additional', over: Partial<Candidate> = {}): Candidate => ({
  ...{ organisationId, organisation: `Example ${organisationId}`, inHouse: false, hindrance: null, hourlyPence: 2100 },
  ...{
    place: { lotId: 'l', lot: 'Lot 1', contractId: 'c', role, rank: role === 'lead' ? 1 : null },
    weeklyPence: 14_700,
  },
  ...{ priceWhy: '', grade: null, distance: null, placedMinutes: 0, lastAskedAt: null, freeMinutes: null, ...over },
})

const input = (over: Partial<OffersInput> = {}, present: Partial<Candidate> = {}): OffersInput => ({
  rule: {
    ...{ id: 'r', versionId: 'v', name: 'Care at home', version: 1, contractId: null, serviceType: 'care-at-home' },
    ...{ from: '2025-04-01', until: null, hours: { days: [1], from: '08:00', to: '18:00' } },
    steps: [step(), step({ pool: { kind: 'additional' }, approvalAbove: 2200 })],
  },
  ...{ fromStep: 1, candidates: [candidate('lead', 'lead'), candidate('present', 'additional', present)] },
  ...{ past: [], approvals: [], weeklyMinutes: 60, on: '2026-12-01', goesWith: 'present', ...over },
})

test('who gives care already is asked first, once, with the reason; then the rule has its order', () => {
  expect(nextOffers(input())).toMatchObject({
    ...{ kind: 'send', step: 1, offers: [{ organisationId: 'present', turn: 1 }] },
    why: 'Example present is asked first: this goes with what it gives already.',
  })
  const asked = { organisationId: 'present', step: 1, turn: 1 }
  const past = [{ ...asked, state: 'declined' as const }]
  expect(nextOffers(input({ past }))).toMatchObject({
    kind: 'send',
    step: 1,
    offers: [{ organisationId: 'lead', turn: 2 }],
  })
  expect(nextOffers(input({ past: [{ ...asked, state: 'open' }] }))).toMatchObject({ kind: 'wait', step: 1 })
})

test('who can’t be asked, or would need approval, is passed over with the reason', () => {
  for (const [over, because] of [
    [{ hindrance: 'Placing is suspended.' }, 'hindered'],
    [{ freeMinutes: 0 }, 'no-capacity'],
    [{ hourlyPence: 2300 }, 'needs-approval'],
  ] as const) {
    expect(nextOffers(input({}, over))).toMatchObject({
      ...{ kind: 'send', offers: [{ organisationId: 'lead', turn: 1 }] },
      passedOver: [{ organisationId: 'present', step: 1, because }],
    })
  }
  expect(nextOffers(input({ goesWith: 'stranger' }))).toMatchObject({
    kind: 'send',
    offers: [{ organisationId: 'lead' }],
  })
})
