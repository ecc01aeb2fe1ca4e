import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { check, generate, type Problem, priceOf, solve } from '../../engines/allocation/index.ts'
import { type Exact, newExact } from './exact.ts'

let exact: Exact

beforeAll(async () => {
  exact = await newExact()
})

const effort = { iterations: 1_000_000, seconds: 60 }

/** Small problems in which everything binds: little room, runs, shares, locks, equal and unequal ranks, odd numbers. */
const wildProblem: fc.Arbitrary<Problem> = fc
  .record({ packages: fc.integer({ min: 0, max: 7 }), providers: fc.integer({ min: 0, max: 4 }) })
  .chain(({ packages, providers }) => {
    const area = fc.integer({ min: 0, max: 1 })
    const minutes = fc.integer({ min: 0, max: 12 }).map((one) => one * 15)
    const provider = fc.integer({ min: 0, max: Math.max(0, providers - 1) })
    const perArea = fc.uniqueArray(fc.record({ area, minutes: fc.integer({ min: 0, max: 500 }) }), {
      selector: (row) => row.area,
    })
    const option = fc.record({
      provider,
      cost: fc.integer({ min: 0, max: 30_000 }),
      rank: fc.integer({ min: 1, max: 3 }),
    })
    return fc.record({
      unmetPencePerHour: fc.constantFrom(0, 600, 6000),
      bypassPence: fc.constantFrom(0, 700),
      maxShare: fc.constantFrom(null, 0.25, 0.4, 0.5, 0.7, 1),
      packages: fc.array(
        fc.record({
          area,
          minutes: fc.tuple(minutes, minutes),
          priority: fc.integer({ min: 0, max: 5 }),
          options:
            providers === 0
              ? fc.constant([])
              : fc.uniqueArray(option, { selector: (row) => row.provider, maxLength: 4 }),
          waits: fc.integer({ min: 0, max: 19 }).map((one) => one === 0),
          refused: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
        }),
        { minLength: packages, maxLength: packages },
      ),
      providers: fc.array(
        fc.record({
          capacity: fc.uniqueArray(
            fc.record({ area, band: fc.integer({ min: 0, max: 1 }), minutes: fc.integer({ min: 0, max: 500 }) }),
            { selector: (row) => `${row.area} ${row.band}`, minLength: 2 },
          ),
          capMinutes: fc.option(fc.integer({ min: 0, max: 900 })),
          minRun: perArea,
          book: perArea,
        }),
        { minLength: providers, maxLength: providers },
      ),
    })
  })
  .map((drawn) => ({
    ...drawn,
    packages: drawn.packages.map(({ waits, refused, ...one }, at) => ({
      ...one,
      id: `p${at}`,
      current: null,
      locked: waits,
      forbidden: refused ? one.options.slice(0, 1).map((option) => option.provider) : [],
    })),
    providers: drawn.providers.map((one, at) => ({ ...one, id: `q${at}` })),
  }))

/** The least that any plan costs, by trying every one. */
function best(problem: Problem): number {
  let least = Infinity
  const plan: (number | null)[] = []
  const place = (at: number): void => {
    const one = problem.packages[at]
    if (!one) {
      const { objective, unmet } = priceOf(problem, plan, 'priced')
      const answer = { plan, objective, unmet, bound: objective, gap: 0, iterations: 0, seed: 0, proved: true }
      if (objective < least && check(problem, answer, 'priced').length === 0) least = objective
      return
    }
    for (const choice of one.locked ? [one.current] : [null, ...one.options.map(({ provider }) => provider)]) {
      plan[at] = choice
      place(at + 1)
    }
  }
  place(0)
  return least
}

test('what HiGHS finds is the best of all plans, tried one by one, and keeps every constraint', () => {
  fc.assert(
    fc.property(
      wildProblem.filter(({ packages }) => packages.length <= 4),
      (problem) => {
        const found = exact(problem, effort)
        const { objective } = priceOf(problem, found?.plan ?? [], 'priced')
        expect(objective).toBeCloseTo(best(problem), 3)
        expect(found?.bound).toBeGreaterThan(objective - 0.5)
        expect(found?.bound).toBeLessThanOrEqual(objective + 1e-6)
      },
    ),
    { numRuns: 300 },
  )
})

test('without an exact solver, the bound is at most and the plan at least what HiGHS proves', () => {
  fc.assert(
    fc.property(wildProblem, fc.integer({ min: 1, max: 9 }), (problem, seed) => {
      const answer = solve(problem, { policy: 'priced', seed, iterations: 300 })
      expect(check(problem, answer, 'priced')).toEqual([])
      const least = exact(problem, effort)?.bound ?? Number.NaN
      expect(answer.objective).toBeGreaterThanOrEqual(least - 1e-3)
      expect(answer.bound).toBeLessThanOrEqual(least + 0.5)
    }),
    { numRuns: 1500 },
  )
})

test('with an exact solver, the plan of a small problem costs what HiGHS proves', () => {
  fc.assert(
    fc.property(wildProblem, (problem) => {
      const answer = solve(problem, {
        policy: 'priced',
        seed: 1,
        iterations: 300,
        exact: (part) => exact(part, effort),
      })
      expect(check(problem, answer, 'priced')).toEqual([])
      const least = exact(problem, effort)
      expect(answer.objective - (least?.bound ?? 0)).toBeLessThan(0.5)
      expect(answer.proved).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('under strict nobody with room is passed over, and the bound still holds', () => {
  fc.assert(
    fc.property(wildProblem, (problem) => {
      const answer = solve(problem, { policy: 'strict', seed: 1, iterations: 300 })
      expect(check(problem, answer, 'strict')).toEqual([])
      const least = exact({ ...problem, bypassPence: 0 }, effort)?.bound ?? 0
      expect(answer.bound).toBeLessThanOrEqual(answer.objective)
      expect(answer.objective).toBeGreaterThanOrEqual(least - 1e-3)
    }),
    { numRuns: 500 },
  )
})

test('a made-up problem of the size of a team is solved to the end, and a relaxed one bounds it', () => {
  const problem = generate({ packages: 30, providers: 8, tightness: 0.8, seed: 2 })
  const found = exact(problem, effort)
  const { objective, unmet } = priceOf(problem, found?.plan ?? [], 'priced')
  expect(objective - (found?.bound ?? 0)).toBeLessThan(0.5)
  const answer = {
    plan: found?.plan ?? [],
    objective,
    unmet,
    bound: objective,
    gap: 0,
    iterations: 0,
    seed: 0,
    proved: true,
  }
  expect(check(problem, answer, 'priced')).toEqual([])
  const relaxed = exact(problem, { ...effort, relaxed: true })
  expect(relaxed?.plan).toBeNull()
  expect(relaxed?.bound).toBeLessThanOrEqual(objective)
  expect(relaxed?.bound).toBeGreaterThan(0)
})

test('what is told to stop ends early and says what it has proved by then', () => {
  const problem = generate({ packages: 200, providers: 12, tightness: 0.9, seed: 4 })
  const found = exact(problem, { ...effort, isOver: () => true })
  expect(found?.bound).toBeLessThan(Infinity)
})
