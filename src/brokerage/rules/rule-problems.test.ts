import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRule, offerRule, ruleStep } from '../../../test/support/offer-rules.ts'
import type { ClockHours, RuleStep } from '../offer-rule.ts'
import { ruleProblems } from './rule-problems.ts'

const hours: ClockHours = { days: [1, 2, 3, 4, 5, 6], from: '08:00', to: '18:00' }
const sentences = (steps: readonly RuleStep[], clock: ClockHours = hours) =>
  ruleProblems({ steps, hours: clock }).map(({ sentence }) => sentence)

test('a rule that can never end is refused: a clock that never runs, and a step without a time to answer', () => {
  expect(sentences([ruleStep()], { ...hours, days: [] })).toEqual([
    'The clock would never run: choose the days on which it does. A round would wait for ever.',
  ])
  expect(sentences([ruleStep()], { ...hours, to: '08:00' })).toEqual([
    'The clock would never run: it starts at 08:00 and stops at 08:00. A round would wait for ever.',
  ])
  for (const window of [0, -60, Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(sentences([ruleStep(), ruleStep({ window })])).toEqual([
      'Step 2: it has no time to answer. A round would wait for ever.',
    ])
  }
})

test('a rule that asks nobody, a tier of nobody and a limit under which nothing can be approved are refused', () => {
  expect(sentences([])).toEqual(['A rule without a step asks nobody: add one.'])
  expect(sentences(Array.from({ length: 13 }, () => ruleStep()))).toEqual([
    'A rule has 12 steps at most; this one has 13.',
  ])
  expect(sentences([ruleStep({ pool: { kind: 'tier', fromRank: 5, toRank: 2 } })])).toEqual([
    'Step 1: the tier goes from rank 5 to 2, so nobody is in it.',
  ])
  expect(sentences([ruleStep({ priceCap: 2000, approvalAbove: 2000 })])).toEqual([
    'Step 1: nothing can be approved: the limit for approval is not below the highest price.',
  ])
})

test('windows out of any measure, grades, distances and months that are none are refused each by itself', () => {
  const step = ruleStep({ window: 9000, lowestGrade: 7, distance: 0, shortTermMonths: 25, priceCap: 1.5 })
  expect(ruleProblems({ steps: [step], hours }).map(({ at, field }) => [at, field])).toEqual([
    [1, 'window'],
    [1, 'priceCap'],
    [1, 'lowestGrade'],
    [1, 'distance'],
    [1, 'shortTermMonths'],
  ])
})

test('nothing is wrong with a rule whose limits leave room', () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      const roomy = rule.steps.map((step) => ({ ...step, approvalAbove: null }))
      expect(ruleProblems(offerRule(roomy))).toEqual([])
    }),
  )
})
