import { expect, test } from 'vitest'
import { offerRule, ruleStep } from '../../../test/support/offer-rules.ts'
import { hoursWords, poolWords, ruleWords, windowWords } from './rule-words.ts'

test('a rule is told in sentences that a provider can read', () => {
  const rule = offerRule([
    ruleStep(),
    ruleStep({ pool: { kind: 'tier', fromRank: 1, toRank: 10 }, order: 'even-share', lowestGrade: 4, distance: 8000 }),
    ruleStep({
      pool: { kind: 'accredited' },
      mode: 'all-at-once',
      window: 90,
      priceCap: 2300,
      shortTermMonths: 3,
      approvalAbove: 2250,
    }),
  ])
  expect(ruleWords(rule)).toEqual([
    'Step 1 asks the lead of the lot, with 3 working hours to answer.',
    'Step 2 asks ranks 1 to 10 of the framework one after another, whoever has the smallest share of hours first, each with 3 working hours to answer, graded 4 or better, within 8 km.',
    'Step 3 asks registered providers without a place in a lot that declare capacity in the area all at once, each with 1 hour 30 minutes of working time to answer, at up to £23 an hour. What is placed so may last 3 months at most. Above £22.50 an hour somebody has to approve before the offer goes.',
    'When nobody of the 3 steps takes all of it, the rest is recorded as unmet.',
    'Clocks run from 08:00 to 18:00, Monday to Saturday, and not on holidays. No answer in time counts as a decline.',
  ])
})

test('windows, hours and tiers are said as people say them', () => {
  expect([60, 1, 45, 61].map(windowWords)).toEqual([
    '1 working hour',
    '1 working minute',
    '45 working minutes',
    '1 hour 1 minute of working time',
  ])
  expect(hoursWords({ days: [5, 1, 3], from: '09:00', to: '17:00' })).toBe(
    'from 09:00 to 17:00, Monday, Wednesday and Friday',
  )
  expect(poolWords({ kind: 'tier', fromRank: 2, toRank: 2 })).toBe('rank 2 of the framework')
})
