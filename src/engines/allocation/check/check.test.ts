import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generate } from '../generate.ts'
import type { Answer, PackageToPlace, Plan, Policy, Problem, ProviderWithRoom } from '../problem.ts'
import { check } from './check.ts'
import { priceOf } from './figures.ts'

const onePackage = (id: string, more: Partial<PackageToPlace> = {}): PackageToPlace => ({
  id,
  area: 1,
  minutes: [100, 50],
  priority: 1,
  options: [
    { provider: 0, cost: 1000, rank: 1 },
    { provider: 1, cost: 900, rank: 2 },
  ],
  current: null,
  locked: false,
  forbidden: [],
  ...more,
})

const oneProvider = (id: string, more: Partial<ProviderWithRoom> = {}): ProviderWithRoom => ({
  id,
  capacity: [
    { area: 1, band: 0, minutes: 300 },
    { area: 1, band: 1, minutes: 300 },
  ],
  capMinutes: null,
  minRun: [],
  book: [],
  ...more,
})

const problemOf = (more: Partial<Problem> = {}): Problem => ({
  unmetPencePerHour: 6000,
  packages: [onePackage('a'), onePackage('b'), onePackage('c')],
  providers: [oneProvider('A'), oneProvider('B')],
  maxShare: null,
  ...more,
})

/** An answer that says of its plan what is so. */
function answerOf(problem: Problem, plan: Plan, policy: Policy = 'priced'): Answer {
  const { objective, unmet } = priceOf(problem, plan, policy)
  return { plan, objective, unmet, bound: 0, gap: objective === 0 ? 0 : 1, iterations: 1, seed: 1, proved: false }
}

const broken = (problem: Problem, plan: Plan, policy: Policy = 'priced') => [
  ...new Set(check(problem, answerOf(problem, plan, policy), policy).map((one) => one.broken)),
]

test('a plan that keeps everything has nothing against it', () => {
  expect(broken(problemOf(), [0, 0, 0])).toEqual([])
  expect(broken(problemOf(), [null, 1, 0])).toEqual([])
  expect(broken(problemOf({ packages: [], providers: [] }), [])).toEqual([])
})

test('a plan of another length, or for a provider that is not there, is objected to', () => {
  expect(broken(problemOf(), [0, 0])).toContain('length')
  expect(broken(problemOf(), [0, 0, 0, 0])).toContain('length')
  expect(broken(problemOf(), [0, 0, 7])).toContain('provider')
  expect(broken(problemOf(), [0, 0, -1])).toContain('provider')
  expect(broken(problemOf(), [0, 0, 0.5])).toContain('provider')
})

test('a provider that may not have the package, or is refused for it, is objected to', () => {
  const [, , c] = problemOf().packages as [PackageToPlace, PackageToPlace, PackageToPlace]
  const narrow = problemOf({ packages: [onePackage('a'), onePackage('b'), { ...c, options: c.options.slice(0, 1) }] })
  expect(broken(narrow, [0, 0, 1])).toEqual(['option'])
  const refused = problemOf({ packages: [onePackage('a', { forbidden: [0] })] })
  expect(broken(refused, [0])).toEqual(['forbidden'])
  expect(broken(refused, [1])).toEqual([])
})

test('a lock that is broken is objected to, also that of a package that stays unplaced', () => {
  const problem = problemOf({
    packages: [onePackage('a', { current: 1, locked: true }), onePackage('b', { locked: true })],
  })
  expect(broken(problem, [1, null])).toEqual([])
  expect(broken(problem, [0, null])).toEqual(['locked'])
  expect(broken(problem, [null, null])).toEqual(['locked'])
  expect(broken(problem, [1, 0])).toEqual(['locked'])
})

test('minutes over the room of one band are objected to, and room that nobody declared is none', () => {
  const tight = problemOf({
    providers: [
      oneProvider('A', {
        capacity: [
          { area: 1, band: 0, minutes: 300 },
          { area: 1, band: 1, minutes: 149 },
        ],
      }),
      oneProvider('B'),
    ],
  })
  expect(broken(tight, [0, 0, 0])).toEqual(['capacity'])
  expect(broken(tight, [0, 0, 1])).toEqual([])
  const elsewhere = problemOf({
    providers: [oneProvider('A', { capacity: [{ area: 2, band: 0, minutes: 900 }] }), oneProvider('B')],
  })
  expect(broken(elsewhere, [0, null, null])).toEqual(['capacity'])
})

test('minutes over the contract cap are objected to, those of locked packages counted', () => {
  const problem = problemOf({
    packages: [onePackage('a', { current: 0, locked: true }), onePackage('b'), onePackage('c', { area: 2 })],
    providers: [oneProvider('A', { capMinutes: 299 }), oneProvider('B')],
  })
  expect(broken(problem, [0, null, null])).toEqual([])
  expect(broken(problem, [0, 0, null])).toEqual(['cap'])
})

test('fewer minutes than the smallest run are objected to, unless only locked packages are there', () => {
  const runs = [
    oneProvider('A', { minRun: [{ area: 1, minutes: 320 }], book: [{ area: 1, minutes: 20 }] }),
    oneProvider('B'),
  ]
  expect(broken(problemOf({ providers: runs }), [0, null, null])).toEqual(['run'])
  expect(broken(problemOf({ providers: runs }), [0, 0, null])).toEqual([])
  expect(broken(problemOf({ providers: runs }), [null, null, null])).toEqual([])
  const locked = [onePackage('a', { current: 0, locked: true })]
  expect(broken(problemOf({ providers: runs, packages: locked }), [0])).toEqual([])
})

test('more than the share of an area is objected to, books counted', () => {
  const books = [
    oneProvider('A', { book: [{ area: 1, minutes: 150 }] }),
    oneProvider('B', { book: [{ area: 1, minutes: 300 }] }),
  ]
  const problem = problemOf({ providers: books, maxShare: 0.5 })
  expect(broken(problem, [0, null, null])).toEqual([])
  expect(broken(problem, [0, 0, null])).toEqual(['share'])
  expect(broken({ ...problem, maxShare: 0.49 }, [0, null, null])).toEqual(['share'])
  expect(broken(problem, [1, null, null])).toEqual(['share'])
  // 0.29 × 100 falls short of 29 in binary fractions.
  const exact = problemOf({
    packages: [onePackage('a', { minutes: [29, 0] })],
    providers: [oneProvider('A'), oneProvider('B', { book: [{ area: 1, minutes: 71 }] })],
    maxShare: 0.29,
  })
  expect(broken(exact, [0])).toEqual([])
})

test('under strict, whoever has room and is ranked better was passed over; under priced that is allowed', () => {
  const problem = problemOf()
  expect(broken(problem, [1, 0, 0], 'strict')).toEqual(['strict'])
  expect(broken(problem, [null, 0, 0], 'strict')).toEqual(['strict'])
  expect(broken(problem, [1, 0, 0])).toEqual([])
  const full = problemOf({ providers: [oneProvider('A', { capMinutes: 300 }), oneProvider('B')] })
  expect(broken(full, [0, 0, 1], 'strict')).toEqual([])
  const level = problemOf({
    packages: [
      onePackage('a', {
        options: [
          { provider: 0, cost: 1, rank: 1 },
          { provider: 1, cost: 2, rank: 1 },
        ],
      }),
    ],
  })
  expect(broken(level, [1], 'strict')).toEqual([])
})

test('under strict, nobody was passed over by a move that would break a run where the package comes from', () => {
  const problem = problemOf({
    providers: [oneProvider('A'), oneProvider('B', { minRun: [{ area: 1, minutes: 300 }] })],
  })
  expect(broken(problem, [1, 1, 0], 'strict')).toEqual([])
  expect(broken(problem, [1, null, 0], 'strict')).toContain('run')
})

test('a bypass costs under priced what its file says, and nothing under strict', () => {
  const problem = problemOf({ bypassPence: 500 })
  expect(priceOf(problem, [1, 1, 0], 'priced').objective).toBe(900 + 900 + 1000 + 2 * 500)
  expect(priceOf(problem, [1, 1, 0], 'strict').objective).toBe(2800)
})

test('figures that are not so are objected to', () => {
  const problem = problemOf()
  const answer = answerOf(problem, [0, 1, null])
  const wrong = (more: Partial<Answer>) => check(problem, { ...answer, ...more }, 'priced').map((one) => one.broken)
  expect(answer.objective).toBe(1000 + 900 + 15_000)
  expect(wrong({})).toEqual([])
  expect(wrong({ objective: answer.objective - 1 })).toContain('objective')
  expect(wrong({ objective: Number.NaN })).toContain('objective')
  expect(wrong({ unmet: { packages: 0, weightedMinutes: 150 } })).toContain('unmet')
  expect(wrong({ unmet: { packages: 1, weightedMinutes: 149 } })).toContain('unmet')
  expect(wrong({ bound: answer.objective + 1, gap: 0 })).toContain('bound')
  expect(wrong({ bound: Number.NaN })).toContain('bound')
  expect(wrong({ gap: 0.5 })).toContain('gap')
  expect(wrong({ proved: true })).toContain('proved')
  expect(wrong({ proved: true, bound: answer.objective, gap: 0 })).toEqual([])
})

test('in made-up problems, one package too many in a full place is always found', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 60 }), (seed, packages) => {
      const problem = generate({ packages, providers: 6, tightness: 0.8, seed })
      const nobody = problem.packages.map(({ locked, current }) => (locked ? current : null))
      expect(check(problem, answerOf(problem, nobody), 'priced')).toEqual([])
      const at = problem.packages.findIndex(({ locked, options }) => !locked && options.length > 0)
      const [option] = problem.packages[at]?.options ?? []
      if (!option) return
      const none = problem.providers.map((one, provider) =>
        provider === option.provider ? { ...one, capacity: [] } : one,
      )
      const plan = nobody.with(at, option.provider)
      expect(broken({ ...problem, providers: none }, plan)).toContain('capacity')
    }),
    { numRuns: 200 },
  )
})
