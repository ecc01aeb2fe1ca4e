import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCandidates, anyRule, candidate, offerRule, ruleStep } from '../../../test/support/offer-rules.ts'
import { nextOffers } from '../rules/next-offers.ts'
import { orderOfRule } from './order-of-rule.ts'

const ranksOf = (found: ReturnType<typeof orderOfRule>) =>
  Object.fromEntries(found.ranked.map(({ candidate: { organisationId }, rank }) => [organisationId, rank]))

test('those of a step stand in its order, those of a later one after them, and those asked at once beside each other', () => {
  const rule = offerRule([
    ruleStep({ pool: { kind: 'framework' } }),
    ruleStep({ pool: { kind: 'additional' }, mode: 'all-at-once' }),
  ])
  const framework = (id: string, rank: number) => candidate(id, { place: { role: 'framework', rank } })
  const additional = (id: string) => candidate(id, { place: { role: 'additional', rank: null } })
  const found = orderOfRule(rule, [additional('d'), framework('b', 2), additional('c'), framework('a', 1)])
  expect(ranksOf(found)).toEqual({ a: 1, b: 2, c: 3, d: 3 })
  expect(found.not).toEqual([])
})

test('an order that the plan itself would change makes nobody the first, and a price that needs approval comes last', () => {
  const rule = offerRule([ruleStep({ pool: { kind: 'framework' }, order: 'even-share', approvalAbove: 2200 })])
  const one = (id: string, placedMinutes: number, hourlyPence: number) =>
    candidate(id, { place: { role: 'framework', rank: 1 }, placedMinutes, hourlyPence })
  expect(ranksOf(orderOfRule(rule, [one('a', 900, 2000), one('b', 0, 2100), one('dear', 0, 2300)]))).toEqual({
    a: 1,
    b: 1,
    dear: 2,
  })
})

test('everyone is ranked once or told why not, whatever the rule; and whoever could be asked next is ranked', () => {
  fc.assert(
    fc.property(anyRule, anyCandidates, (rule, candidates) => {
      const { ranked, not } = orderOfRule(rule, candidates)
      const everyone = [...ranked.map((one) => one.candidate.organisationId), ...not.map((one) => one.organisationId)]
      expect(everyone.toSorted()).toEqual([...new Set(candidates.map((one) => one.organisationId))].toSorted())
      for (const { sentence } of not) expect(sentence).toMatch(/\.$/)
      const roomy = candidates.map((one) => ({ ...one, freeMinutes: null }))
      const input = {
        rule,
        fromStep: 1,
        candidates: roomy,
        past: [],
        approvals: [],
        weeklyMinutes: 60,
        on: '2026-12-01',
      }
      const next = nextOffers(input)
      if (next.kind !== 'send') return
      const ranks = ranksOf({ ranked, not })
      for (const { organisationId } of next.offers)
        expect(ranks[organisationId]).toBe(Math.min(...Object.values(ranks)))
    }),
    { numRuns: 300 },
  )
})

test('without a rule nobody is asked', () => {
  expect(orderOfRule(undefined, [candidate('a')])).toEqual({ ranked: [], not: [] })
})
