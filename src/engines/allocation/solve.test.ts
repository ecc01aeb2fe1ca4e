import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapestByTrying } from '../../../test/support/cheapest-by-trying.ts'
import { check } from './check/check.ts'
import { generate } from './generate.ts'
import type { PackageToPlace, Policy, Problem, ProviderWithRoom } from './problem.ts'
import { solve } from './solve.ts'

const policies: readonly Policy[] = ['priced', 'strict']
const settings = (policy: Policy, iterations = 300) => ({ policy, seed: 7, iterations })

const invented = (packages: number, providers: number) =>
  fc
    .record({
      packages: fc.integer({ min: 1, max: packages }),
      providers: fc.integer({ min: 1, max: providers }),
      tightness: fc.constantFrom(0.3, 0.7, 1, 1.6),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      bypassPence: fc.constantFrom(undefined, 500),
    })
    .map(({ bypassPence, ...rest }): Problem => ({ ...generate(rest), ...(bypassPence && { bypassPence }) }))

const waiting = (id: string, more: Partial<PackageToPlace> = {}): PackageToPlace => ({
  id,
  area: 0,
  minutes: [60],
  priority: 1,
  options: [{ provider: 0, cost: 1000, rank: 1 }],
  current: null,
  locked: false,
  forbidden: [],
  ...more,
})
const provider = (minutes: number, more: Partial<ProviderWithRoom> = {}): ProviderWithRoom => ({
  id: 'A',
  capacity: [{ area: 0, band: 0, minutes }],
  capMinutes: null,
  minRun: [],
  book: [],
  ...more,
})
const problem = (packages: PackageToPlace[], providers: ProviderWithRoom[]): Problem => ({
  unmetPencePerHour: 6000,
  packages,
  providers,
  maxShare: null,
})

test.each(policies)('a plan under the policy %s keeps every constraint, and its figures are right', (policy) => {
  fc.assert(
    fc.property(invented(60, 12), (one) => {
      expect(check(one, solve(one, settings(policy)), policy)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('the bound is never above the cheapest of all plans, and no plan is below it', () => {
  fc.assert(
    fc.property(invented(5, 3), (one) => {
      const cheapest = cheapestByTrying(one)
      const answer = solve(one, settings('priced'))
      expect(answer.bound).toBeLessThanOrEqual(cheapest + 1e-6)
      expect(answer.objective).toBeGreaterThanOrEqual(cheapest - 1e-6)
      if (answer.proved) expect(answer.objective).toBeCloseTo(cheapest, 3)
    }),
    { numRuns: 150 },
  )
})

test('the same seed and iterations give the same answer, to the last byte', () => {
  const one = generate({ packages: 200, providers: 30, tightness: 0.8, seed: 5 })
  for (const policy of policies) {
    const [first, second] = [1, 2].map(() => JSON.stringify(solve(one, settings(policy, 2000))))
    expect(first).toBe(second)
  }
})

test('more work does not make the plan dearer', () => {
  const one = generate({ packages: 150, providers: 25, tightness: 0.9, seed: 8 })
  const little = solve(one, settings('priced', 0))
  expect(solve(one, settings('priced', 5000)).objective).toBeLessThan(little.objective)
})

test('what can be placed at its cheapest is proved to be optimal', () => {
  const answer = solve(problem([waiting('a'), waiting('b')], [provider(120)]), settings('priced'))
  expect(answer).toMatchObject({ plan: [0, 0], objective: 2000, bound: 2000, gap: 0, proved: true })
})

test('packages without options, without room, or without minutes get an answer', () => {
  const odd = problem(
    [
      waiting('no option', { options: [] }),
      waiting('too large', { minutes: [500] }),
      waiting('no minutes', { minutes: [0], options: [{ provider: 0, cost: 0, rank: 1 }] }),
      waiting('no room there', { area: 4 }),
    ],
    [provider(120), provider(0, { id: 'B', capacity: [] })],
  )
  const answer = solve(odd, settings('strict'))
  expect(answer.plan).toEqual([null, null, 0, null])
  expect(answer.unmet.packages).toBe(3)
  expect(solve(problem([], []), settings('priced'))).toMatchObject({ plan: [], objective: 0, gap: 0, proved: true })
})

test('locked packages stay, with or without a provider', () => {
  const locked = problem(
    [waiting('stays', { current: 0, locked: true }), waiting('waits', { locked: true }), waiting('free')],
    [provider(60)],
  )
  expect(solve(locked, settings('priced')).plan).toEqual([0, null, null])
})

test('a small problem is given to the exact solver, and its plan and bound are taken', () => {
  const one = problem([waiting('a'), waiting('b', { priority: 3 })], [provider(60)])
  const answer = solve(one, { ...settings('priced', 0), exact: () => ({ plan: [null, 0], bound: 7000 }) })
  expect(answer).toMatchObject({ plan: [null, 0], objective: 7000, proved: true })
})

test('a search whose time is over stops at once with a plan that keeps everything', () => {
  const one = generate({ packages: 400, providers: 40, tightness: 0.8, seed: 2 })
  let calls = 0
  const spent = () => {
    calls += 1
    return calls > 40 ? 1 : 0
  }
  const answer = solve(one, { policy: 'priced', seed: 1, iterations: null, spent })
  expect(check(one, answer, 'priced')).toEqual([])
  expect(answer.iterations).toBeLessThan(20_000)
})

test('progress tells an objective that falls, a bound below it, and a plan that is kept', () => {
  const one = generate({ packages: 200, providers: 30, tightness: 0.9, seed: 4 })
  const told: number[] = []
  solve(one, {
    ...settings('priced', 3000),
    onProgress: ({ objective, bound, plan }) => {
      told.push(objective)
      expect(bound).toBeLessThanOrEqual(objective)
      expect(plan()).toHaveLength(200)
    },
  })
  expect(told.length).toBeGreaterThan(3)
  expect([...told].sort((a, b) => b - a)).toEqual(told)
})
