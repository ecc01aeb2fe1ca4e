import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sex } from '../evidence/index.ts'
import type { AgeCounts } from './age-counts.ts'
import { type ExpectedPeople, expectedPeople, type PrevalenceRate } from './expected-people.ts'

const rate = (sex: Sex, from: number, to: number | null, share: number, margin = share / 2): PrevalenceRate => ({
  sex,
  ages: { from, to },
  rate: share,
  limits: { lower: share - margin, upper: share + margin },
})
const rates = [
  rate('female', 65, 79, 0.1),
  rate('female', 80, null, 0.4),
  rate('male', 65, 79, 0.08),
  rate('male', 80, null, 0.2),
]
const counts = (female: number[], male: number[]) =>
  new Map<Sex, AgeCounts>([
    ['female', { lowerAges: [0, 65, 80], people: female }],
    ['male', { lowerAges: [0, 65, 80], people: male }],
  ])
const over65 = { from: 65, to: null }
const given = (result: ReturnType<typeof expectedPeople>): ExpectedPeople => {
  if ('because' in result) throw new Error(result.because)
  return result
}

test('people expected are people times rate, added up over bands and sexes', () => {
  const { expected, limits, bands } = given(expectedPeople(counts([500, 100, 50], [500, 90, 30]), rates, over65))
  expect(expected).toBeCloseTo(100 * 0.1 + 50 * 0.4 + 90 * 0.08 + 30 * 0.2, 10)
  expect(limits?.lower).toBeCloseTo(expected / 2, 10)
  expect(limits?.upper).toBeCloseTo(expected * 1.5, 10)
  expect(bands).toHaveLength(4)
})

test('ages that the rates do not fit have no expected number', () => {
  const people = counts([500, 100, 50], [500, 90, 30])
  expect(expectedPeople(people, rates, { from: 70, to: null })).toEqual({ because: 'rates-do-not-fit' })
  expect(expectedPeople(people, rates, { from: 60, to: null })).toEqual({ because: 'rates-do-not-fit' })
  expect(expectedPeople(people, rates, { from: 65, to: 84 })).toEqual({ because: 'rates-do-not-fit' })
  expect(expectedPeople(people, [], over65)).toEqual({ because: 'rates-do-not-fit' })
})

test('rates for one sex alone say nothing about people of both', () => {
  const women = rates.filter(({ sex }) => sex === 'female')
  expect(expectedPeople(counts([500, 100, 50], [500, 90, 30]), women, over65)).toEqual({ because: 'rates-do-not-fit' })
})

test('counts whose bands cut through a rate have no expected number', () => {
  const coarse = new Map<Sex, AgeCounts>([
    ['female', { lowerAges: [0, 65], people: [1, 2] }],
    ['male', { lowerAges: [0, 65], people: [1, 2] }],
  ])
  expect(expectedPeople(coarse, rates, over65)).toEqual({ because: 'bands-cut', ages: { from: 65, to: 79 } })
})

test('the number expected lies within its limits, grows with the people, and never exceeds them', () => {
  const people = fc.array(fc.nat(100_000), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(people, people, (female, male) => {
      const { expected, limits } = given(expectedPeople(counts(female, male), rates, over65))
      const doubled = given(
        expectedPeople(
          counts(
            female.map((n) => n * 2),
            male.map((n) => n * 2),
          ),
          rates,
          over65,
        ),
      )
      expect(limits?.lower ?? Number.NaN).toBeLessThanOrEqual(expected)
      expect(limits?.upper ?? Number.NaN).toBeGreaterThanOrEqual(expected)
      expect(doubled.expected).toBeCloseTo(expected * 2, 6)
      expect(expected).toBeLessThanOrEqual(
        [...female.slice(1), ...male.slice(1)].reduce((total, number) => total + number, 0),
      )
    }),
  )
})
