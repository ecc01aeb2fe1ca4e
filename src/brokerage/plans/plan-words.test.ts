import { expect, test } from 'vitest'
import type { Answer } from '../../engines/allocation/index.ts'
import { planHeading, proofWords } from './plan-words.ts'

const answer = (over: Partial<Answer>): Answer => ({
  ...{ plan: [], objective: 100_000, bound: 99_000, gap: 0.01, unmet: { packages: 0, weightedMinutes: 0 } },
  ...{ iterations: 1, seed: 1, proved: false, ...over },
})

test('a heading says how many can be placed, for one, some, all and none', () => {
  expect(planHeading(4, 1)).toBe('3 of 4 packages can be placed, 1 can’t')
  expect(planHeading(1, 0)).toBe('The one package can be placed')
  expect(planHeading(1, 1)).toBe('The one package can’t be placed')
  expect(planHeading(4, 0)).toBe('All 4 packages can be placed')
  expect(planHeading(4, 4)).toBe('None of 4 packages can be placed')
})

test('only what is proved is called the best possible; a small distance is never said to be none', () => {
  expect(proofWords(answer({ proved: true }))).toContain('the best possible plan')
  expect(proofWords(answer({}))).toMatch(/^At most £10 a week \(1\.0%\) from the best possible/)
  expect(proofWords(answer({ bound: 99_999.5, gap: 0.000005 }))).toMatch(/^At most £0\.01 a week \(less than 0\.1%\)/)
})
