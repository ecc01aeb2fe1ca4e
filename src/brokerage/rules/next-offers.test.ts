import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCandidates, anyRule, candidate, offerRule, ruleStep } from '../../../test/support/offer-rules.ts'
import type { OfferState } from '../offer.ts'
import { nextOffers, type OffersDecision, type OffersInput, type PastApproval, type PastOffer } from './next-offers.ts'
import { inPool } from './pool.ts'
import { membersOf } from './step-order.ts'

const on = '2026-11-26'

const first = (input: Partial<OffersInput> & Pick<OffersInput, 'rule' | 'candidates'>): OffersDecision =>
  nextOffers({ fromStep: 1, past: [], approvals: [], weeklyMinutes: 840, on, ...input })

const past = (organisationId: string, step: number, state: OfferState, turn = 1): PastOffer => ({
  organisationId,
  step,
  turn,
  state,
})

const westLothian = offerRule([
  ruleStep(),
  ruleStep({ pool: { kind: 'fallback' }, order: 'even-share' }),
  ruleStep({ pool: { kind: 'additional' }, mode: 'all-at-once', approvalAbove: 2250 }),
])
const lead = candidate('breich')
const tern = candidate('tern', { place: { role: 'fallback', rank: 1, lotId: 'lot-10' }, placedMinutes: 460 })
const almond = candidate('almond', { place: { role: 'fallback', rank: 2, lotId: 'lot-10' }, placedMinutes: 540 })
const near = candidate('near', { place: { role: 'additional', rank: null }, hourlyPence: 2200 })
const dear = candidate('dear', { place: { role: 'additional', rank: null }, hourlyPence: 2400 })
const all = [dear, almond, near, tern, lead]

test('the lead is asked first, then the fallback with the smaller share of hours, then the additional ones at once', () => {
  expect(first({ rule: westLothian, candidates: all })).toMatchObject({
    kind: 'send',
    step: 1,
    offers: [{ organisationId: 'breich', turn: 1, shortTermUntil: null, aboveLimit: false }],
    passedOver: [],
  })
  const declined = [past('breich', 1, 'declined')]
  expect(first({ rule: westLothian, candidates: all, past: declined })).toMatchObject({
    step: 2,
    offers: [{ organisationId: 'tern', turn: 1 }],
    why: 'Step 2 asks the fallback providers: Example tern. The turn goes to the provider with the smaller share of hours: Example tern had 46% and Example almond had 54% in the last 28 days.',
  })
  const lapsed = [...declined, past('tern', 2, 'lapsed')]
  expect(first({ rule: westLothian, candidates: all, past: lapsed })).toMatchObject({
    step: 2,
    offers: [{ organisationId: 'almond', turn: 2 }],
  })
  const over = [...lapsed, past('almond', 2, 'part-accepted', 2)]
  expect(first({ rule: westLothian, candidates: all, past: over })).toMatchObject({
    step: 3,
    offers: [{ organisationId: 'near', turn: 1 }],
    passedOver: [{ organisationId: 'dear', because: 'needs-approval' }],
  })
})

test('a price above the limit goes only once somebody approved it', () => {
  const before = [past('breich', 1, 'declined'), past('tern', 2, 'lapsed'), past('almond', 2, 'declined', 2)]
  const asked = { rule: westLothian, candidates: all, past: [...before, past('near', 3, 'declined')] }
  expect(first(asked)).toMatchObject({
    kind: 'approval',
    organisationId: 'dear',
    hourlyPence: 2400,
    abovePence: 2250,
    weeklyPence: 29_400,
    turn: 2,
  })
  const decided = (state: PastApproval['state']) =>
    first({ ...asked, approvals: [{ organisationId: 'dear', step: 3, state }] })
  expect(decided('asked')).toEqual({ kind: 'wait', step: 3 })
  expect(decided('approved')).toMatchObject({ kind: 'send', offers: [{ organisationId: 'dear', aboveLimit: true }] })
  expect(decided('declined')).toMatchObject({
    kind: 'exhausted',
    passedOver: [{ organisationId: 'dear', because: 'not-approved' }],
  })
})

test('a step waits while one of its offers can be answered, and a widened round goes on beside an earlier one', () => {
  const waiting = [past('breich', 1, 'asked')]
  expect(first({ rule: westLothian, candidates: all, past: waiting })).toEqual({ kind: 'wait', step: 1 })
  expect(first({ rule: westLothian, candidates: all, past: waiting, fromStep: 2 })).toMatchObject({
    kind: 'send',
    step: 2,
  })
  const none = first({ rule: westLothian, candidates: [lead], past: waiting, fromStep: 2 })
  expect(none).toEqual({ kind: 'wait', step: 1 })
})

test('who is too dear, too far, graded too low, without grade or hours, or suspended is passed over with a sentence', () => {
  const limits = { priceCap: 2000, lowestGrade: 4, distance: 4000, mode: 'all-at-once' } as const
  const fine = { hourlyPence: 1900 }
  const decision = first({
    rule: offerRule([ruleStep(limits)]),
    candidates: [
      candidate('a', { hourlyPence: 2001 }),
      candidate('b', { ...fine, distance: 4001 }),
      candidate('c', { ...fine, grade: 3 }),
      candidate('d', { ...fine, grade: null }),
      candidate('e', { ...fine, freeMinutes: 0 }),
      candidate('f', { ...fine, hindrance: 'Placing with Example f is suspended.' }),
      candidate('g', fine),
      candidate('h', { hourlyPence: null, distance: null }),
    ],
  })
  expect(decision).toMatchObject({ kind: 'send', offers: [{ organisationId: 'g' }, { organisationId: 'h' }] })
  expect(decision.kind === 'send' && decision.passedOver.map(({ sentence }) => sentence)).toEqual([
    'Example a costs £20.01 an hour; step 1 goes up to £20.',
    'Example b is 4 km away; step 1 goes up to 4 km.',
    'The lowest grade of Example c is 3; step 1 asks for 4 or better.',
    'Example d has no grade; step 1 asks for one.',
    'Example e has declared no hours left in the parts of the day asked for.',
    'Placing with Example f is suspended.',
  ])
})

test('a short term counts from the start asked for', () => {
  const rule = offerRule([ruleStep({ pool: { kind: 'accredited' }, shortTermMonths: 3 })])
  expect(first({ rule, candidates: [candidate('spot', { place: null })] })).toMatchObject({
    offers: [{ shortTermUntil: '2027-02-26' }],
  })
})

test('a contract’s rule is about its own lots, and the own service is asked in its own step', () => {
  const rule = offerRule([ruleStep(), ruleStep({ pool: { kind: 'in-house' } })], { contractId: 'contract' })
  const other = candidate('other', { place: { contractId: 'another' } })
  const own = candidate('own', { inHouse: true })
  expect(first({ rule, candidates: [other, own] })).toMatchObject({ step: 2, offers: [{ organisationId: 'own' }] })
  expect(first({ rule, candidates: [other] })).toMatchObject({
    kind: 'exhausted',
    passedOver: [{ organisationId: 'other', step: 0, because: 'not-in-pool' }],
  })
})

/** Every decision of a round in which all answer as they are told to, with what it was made of. */
function round(
  rule: OffersInput['rule'],
  moments: readonly OffersInput['candidates'][],
  answers: readonly OfferState[],
  approve: readonly boolean[],
  goesWith?: string,
) {
  const decisions: { input: OffersInput; decision: OffersDecision }[] = []
  const offers: PastOffer[] = []
  const approvals: PastApproval[] = []
  let [answered, approved] = [0, 0]
  // Each turn asks someone new, asks for an approval, or answers what is open: it can't take more.
  for (let turn = 0; turn < 100; turn += 1) {
    const candidates = moments[turn % moments.length] ?? []
    const input = {
      rule,
      fromStep: 1,
      candidates,
      past: [...offers],
      approvals: [...approvals],
      weeklyMinutes: 840,
      on,
      ...(goesWith === undefined ? {} : { goesWith }),
    }
    const decision = nextOffers(input)
    decisions.push({ input, decision })
    if (decision.kind === 'exhausted') return decisions
    if (decision.kind === 'send') {
      const { step } = decision
      offers.push(...decision.offers.map(({ organisationId, turn }) => past(organisationId, step, 'open', turn)))
    } else if (decision.kind === 'approval') {
      const { organisationId, step } = decision
      approvals.push({ organisationId, step, state: 'asked' })
    } else {
      for (const [at, offer] of offers.entries()) {
        if (offer.state === 'open') offers[at] = { ...offer, state: answers[answered++ % answers.length] ?? 'lapsed' }
      }
      for (const [at, one] of approvals.entries()) {
        const yes = approve[approved++ % approve.length]
        if (one.state === 'asked') approvals[at] = { ...one, state: yes ? 'approved' : 'declined' }
      }
    }
  }
  throw new Error('The round did not end.')
}

const answers = fc.array(fc.constantFrom<OfferState>('declined', 'lapsed', 'part-accepted', 'cancelled'), {
  minLength: 1,
  maxLength: 6,
})
const approve = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 })

test('the sequence always ends, even while who may be asked changes, and nobody is asked twice', () => {
  const moments = fc.array(anyCandidates, { minLength: 1, maxLength: 4 })
  const present = fc.option(fc.constantFrom('o1', 'o2', 'o3'), { nil: undefined })
  fc.assert(
    fc.property(anyRule, moments, answers, approve, present, (rule, candidates, given, yes, goesWith) => {
      const decisions = round(rule, candidates, given, yes, goesWith)
      const asked = decisions.flatMap(({ decision }) => (decision.kind === 'send' ? decision.offers : []))
      expect(new Set(asked.map(({ organisationId }) => organisationId)).size).toBe(asked.length)
    }),
    { numRuns: 400 },
  )
})

test('who gives care already is asked first about what a change adds, within limits, and then the rule has its order', () => {
  const goesWith = 'almond'
  const present = first({ rule: westLothian, candidates: all, goesWith })
  expect(present).toMatchObject({
    kind: 'send',
    offers: [{ organisationId: 'almond', turn: 1 }],
    why: 'Example almond is asked first: this goes with what it gives already.',
  })
  const over = first({ rule: westLothian, candidates: all, goesWith, past: [past('almond', 1, 'declined')] })
  expect(over).toMatchObject({ kind: 'send', step: 1, offers: [{ organisationId: 'breich', turn: 2 }] })
  const suspended = all.map((one) => (one === almond ? { ...one, hindrance: 'Placing with it is suspended.' } : one))
  expect(first({ rule: westLothian, candidates: suspended, goesWith })).toMatchObject({
    offers: [{ organisationId: 'breich' }],
    passedOver: [{ organisationId: 'almond', because: 'hindered' }],
  })
})

test('nobody is asked out of order without a reason that is recorded', () => {
  fc.assert(
    fc.property(anyRule, anyCandidates, answers, approve, (rule, candidates, given, yes) => {
      // Whom the ledger has told of so far: asked, or passed over with a reason.
      const told = new Set<string>()
      for (const { decision } of round(rule, [candidates], given, yes)) {
        if ('passedOver' in decision) for (const one of decision.passedOver) told.add(one.organisationId)
        if (decision.kind !== 'send') continue
        const now = new Set(decision.offers.map(({ organisationId }) => organisationId))
        // Everyone of the steps before, and of this step everyone before the last of those asked.
        for (const [at, step] of rule.steps.slice(0, decision.step).entries()) {
          const members = membersOf(step, rule, candidates).map(({ organisationId }) => organisationId)
          const last = at + 1 < decision.step ? members.length : members.findLastIndex((one) => now.has(one))
          for (const one of members.slice(0, last)) expect(told.has(one) || now.has(one)).toBe(true)
        }
        for (const one of now) told.add(one)
      }
    }),
    { numRuns: 400 },
  )
})

test('when nobody is left, everyone has been asked or has a reason', () => {
  fc.assert(
    fc.property(anyRule, anyCandidates, answers, approve, (rule, candidates, given, yes) => {
      const last = round(rule, [candidates], given, yes).at(-1)
      if (last?.decision.kind !== 'exhausted') throw new Error('The round did not end.')
      const answered = [...last.input.past, ...last.decision.passedOver].map(({ organisationId }) => organisationId)
      expect(new Set(answered)).toEqual(new Set(candidates.map(({ organisationId }) => organisationId)))
      for (const { organisationId, because } of last.decision.passedOver) {
        const inSome = rule.steps.some(({ pool }) =>
          candidates.some((one) => one.organisationId === organisationId && inPool(pool, rule, one)),
        )
        expect(because === 'not-in-pool').toBe(!inSome)
      }
    }),
    { numRuns: 400 },
  )
})

test('only those within a step’s limits are asked, and above the limit only when approved', () => {
  fc.assert(
    fc.property(anyRule, anyCandidates, answers, approve, (rule, candidates, given, yes) => {
      for (const { input, decision } of round(rule, [candidates], given, yes)) {
        if (decision.kind !== 'send') continue
        const step = rule.steps[decision.step - 1]
        for (const { organisationId, aboveLimit } of decision.offers) {
          const one =
            step && membersOf(step, rule, candidates).find((member) => member.organisationId === organisationId)
          if (!step || !one) throw new Error('Somebody was asked who is not in the step.')
          expect(one.hindrance).toBeNull()
          expect(one.hourlyPence ?? 0).toBeLessThanOrEqual(step.priceCap ?? Number.POSITIVE_INFINITY)
          expect(one.grade ?? 0).toBeGreaterThanOrEqual(step.lowestGrade ?? 0)
          expect(one.distance ?? 0).toBeLessThanOrEqual(step.distance ?? Number.POSITIVE_INFINITY)
          const above = step.approvalAbove !== null && (one.hourlyPence ?? 0) > step.approvalAbove
          const approved = input.approvals.some(
            (approval) =>
              approval.organisationId === organisationId &&
              approval.state === 'approved' &&
              approval.step === decision.step,
          )
          expect(aboveLimit).toBe(above)
          expect(above && !approved).toBe(false)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('replay equals history: what the ledger keeps gives the same decision, in whatever order candidates are read', () => {
  fc.assert(
    fc.property(anyRule, anyCandidates, answers, approve, (rule, candidates, given, yes) => {
      for (const { input, decision } of round(rule, [candidates], given, yes)) {
        const kept: OffersInput = JSON.parse(JSON.stringify(input))
        expect(nextOffers(kept)).toEqual(decision)
        const shuffled = nextOffers({ ...kept, candidates: kept.candidates.toReversed() })
        if (decision.kind === 'exhausted' && shuffled.kind === 'exhausted') {
          const byId = (all: typeof decision.passedOver) =>
            all.toSorted((a, b) => (a.organisationId < b.organisationId ? -1 : 1))
          expect(byId(shuffled.passedOver)).toEqual(byId(decision.passedOver))
        } else expect(shuffled).toEqual(decision)
      }
    }),
    { numRuns: 300 },
  )
})
