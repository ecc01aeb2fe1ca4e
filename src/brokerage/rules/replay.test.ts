import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCandidates, anyRule, candidate, offerRule, ruleStep } from '../../../test/support/offer-rules.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferRule } from '../offer-rule.ts'
import { nextOffers, type PastApproval, type PastOffer } from './next-offers.ts'
import type { MadeOffer, PastRound } from './past-round.ts'
import { replayRounds } from './replay.ts'
import { summaryOf } from './replay-summary.ts'

const on = '2026-11-26'
const hour = 3_600_000
const monday = new Date('2026-11-23T10:00:00Z').getTime()

/** A round as it really goes: everyone asked takes some minutes of what is left, in turn, or none. */
function history(
  rule: OfferRule,
  candidates: readonly Candidate[],
  {
    id = 'r1',
    wanted = 840,
    take,
    approve = true,
    goesWith,
  }: { id?: string; wanted?: number; take: readonly number[]; approve?: boolean; goesWith?: string | undefined },
  openedAt = new Date(monday),
): PastRound {
  const offers: MadeOffer[] = []
  const approvals: PastApproval[] = []
  const decisions: PastRound['decisions'][number][] = []
  for (let left = wanted; left > 0; ) {
    const past = offers.map(
      ({ organisationId, step, turn, state }): PastOffer => ({ organisationId, step, turn, state }),
    )
    const present = goesWith === undefined ? {} : { goesWith }
    const input = {
      rule,
      fromStep: 1,
      candidates,
      past,
      approvals: [...approvals],
      weeklyMinutes: left,
      on,
      ...present,
    }
    const decision = nextOffers(input)
    decisions.push({ input, decision })
    if (decision.kind === 'approval') {
      const { organisationId, step } = decision
      approvals.push({ organisationId, step, state: approve ? 'approved' : 'declined' })
    } else if (decision.kind === 'send') {
      for (const { organisationId, turn } of decision.offers) {
        const minutes = Math.min(left, take[offers.length % take.length] ?? 0)
        left -= minutes
        offers.push({
          organisationId,
          organisation: candidates.find((one) => one.organisationId === organisationId)?.organisation ?? '',
          step: decision.step,
          turn,
          state: minutes > 0 ? 'part-accepted' : 'declined',
          acceptedMinutes: minutes,
          sentAt: new Date(openedAt.getTime() + offers.length * hour),
        })
      }
    } else break
  }
  return { id, reference: `WL-PKG-${id}`, number: 1, openedAt, wantedMinutes: wanted, decisions, offers, approvals }
}

test('replay equals history: under the rule that it went by, a round goes as it went', () => {
  const take = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 5 })
  const rounds = fc.array(
    fc.record({
      candidates: anyCandidates,
      take,
      approve: fc.boolean(),
      goesWith: fc.option(fc.constantFrom('o1', 'o2'), { nil: undefined }),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(anyRule, rounds, (rule, all) => {
      const past = all.map(({ candidates, ...of }, at) =>
        history(rule, candidates, { id: `r${at}`, ...of }, new Date(monday + at * 24 * hour)),
      )
      for (const round of replayRounds(rule, past)) {
        expect(round.after.map(({ basis: _, ...offer }) => offer)).toEqual(
          round.before.map(({ basis: _, ...offer }) => offer),
        )
        expect(round.same).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('never more is placed than was wanted, whatever the rule', () => {
  const take = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(anyRule, anyRule, anyCandidates, take, (rule, other, candidates, given) => {
      const past = [0, 1, 2].map((at) =>
        history(rule, candidates, { id: `r${at}`, take: given }, new Date(monday + at * hour)),
      )
      const replayed = replayRounds({ ...other, contractId: rule.contractId }, past)
      for (const { after, wantedMinutes } of replayed) {
        expect(after.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(wantedMinutes)
        expect(new Set(after.map(({ organisationId }) => organisationId)).size).toBe(after.length)
      }
      const { before, after, shares } = summaryOf(replayed)
      expect(shares.reduce((sum, { minutesBefore }) => sum + minutesBefore, 0)).toBe(before.placedMinutes)
      expect(shares.reduce((sum, { minutesAfter }) => sum + minutesAfter, 0)).toBe(after.placedMinutes)
    }),
    { numRuns: 200 },
  )
})

const tern = candidate('tern', { place: { role: 'framework', rank: 1 }, freeMinutes: 2000 })
const almond = candidate('almond', { place: { role: 'framework', rank: 2 }, freeMinutes: 2000 })
const stone = candidate('stone', { place: { role: 'framework', rank: 3 } })
const byRank = offerRule([ruleStep({ pool: { kind: 'framework' } })])
const evenly = offerRule([ruleStep({ pool: { kind: 'framework' }, order: 'even-share' })])

test('under an even share, what the first round places otherwise turns the second', () => {
  const both = [tern, { ...almond, placedMinutes: 100 }]
  const rounds = [0, 1].map((at) => history(byRank, both, { id: `r${at}`, take: [840] }, new Date(monday + at * hour)))
  // As history went, the second round would have seen tern with the 840 minutes of the first.
  const seen = rounds.map((round, at) =>
    at === 0
      ? round
      : {
          ...round,
          decisions: round.decisions.map(({ input, decision }) => ({
            decision,
            input: {
              ...input,
              candidates: both.map((one) => (one.organisationId === 'tern' ? { ...one, placedMinutes: 840 } : one)),
            },
          })),
        },
  )
  const replayed = replayRounds(evenly, seen)
  expect(replayed.map(({ after }) => after.map(({ organisationId, basis }) => [organisationId, basis]))).toEqual([
    [['tern', 'answer']],
    [['almond', 'capacity']],
  ])
  expect(summaryOf(replayed)).toMatchObject({
    rounds: 2,
    same: 1,
    byCapacityMinutes: 840,
    shares: [
      { organisationId: 'almond', minutesBefore: 0, minutesAfter: 840, shareBefore: 0, shareAfter: 0.5 },
      { organisationId: 'tern', minutesBefore: 1680, minutesAfter: 840, shareBefore: 1, shareAfter: 0.5 },
    ],
  })
})

test('whoever was not asked then takes what was declared free, or nobody knows', () => {
  const round = history(
    offerRule([ruleStep({ pool: { kind: 'tier', fromRank: 2, toRank: 2 } })]),
    [tern, almond, stone],
    { take: [0] },
  )
  const [replayed] = replayRounds(offerRule([ruleStep({ pool: { kind: 'tier', fromRank: 2, toRank: 3 } })]), [round])
  expect(replayed?.after).toMatchObject([
    { organisationId: 'almond', minutes: 0, basis: 'answer' },
    { organisationId: 'stone', minutes: 0, basis: 'unknown' },
  ])
  expect(replayRounds(byRank, [round])[0]?.after).toMatchObject([
    { organisationId: 'tern', minutes: 840, basis: 'capacity' },
  ])
})

test('rounds of other services, and of areas that a contract’s rule is not about, are left out', () => {
  const round = history(byRank, [tern], { take: [840] })
  expect(replayRounds({ ...byRank, serviceType: 'day-support' }, [round])).toEqual([])
  expect(replayRounds({ ...byRank, contractId: 'another' }, [round])).toEqual([])
  expect(replayRounds({ ...byRank, contractId: 'contract' }, [round])).toHaveLength(1)
})

test('an approval that nobody decided on then is not taken for granted', () => {
  const round = history(byRank, [tern, almond], { take: [840] })
  const limited = offerRule([ruleStep({ pool: { kind: 'framework' }, approvalAbove: 2000 })])
  expect(replayRounds(limited, [round])).toMatchObject([{ after: [], undecidedApprovals: 2 }])
})
