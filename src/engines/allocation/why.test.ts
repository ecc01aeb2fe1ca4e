import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bypasses } from './bypasses.ts'
import { check } from './check/check.ts'
import { priceOf } from './check/figures.ts'
import { generate } from './generate.ts'
import type { Plan, Policy, Problem } from './problem.ts'
import { solve } from './solve.ts'
import { whyNot } from './why-not.ts'
import { whyUnmet } from './why-unmet.ts'

const solved = (seed: number, policy: Policy, tightness = 0.9) => {
  const problem = generate({ packages: 80, providers: 14, tightness, seed })
  return { problem, plan: solve(problem, { policy, seed: 1, iterations: 400 }).plan }
}
const objections = (problem: Problem, plan: Plan, policy: Policy) => {
  const priced = priceOf(problem, plan, policy)
  return check(problem, { plan, ...priced, bound: 0, gap: 1, iterations: 0, seed: 0, proved: false }, policy)
}

test.each(['priced', 'strict'] as const)(
  'moves that "why not?" names keep everything under %s, and cost what it says',
  (policy) => {
    let possible = 0
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(79), fc.nat(13), (seed, item, provider) => {
        const { problem, plan } = solved(seed, policy)
        const answer = whyNot(problem, plan, item, provider, policy)
        if (!answer.possible) return
        possible += 1
        const moved = [...plan]
        for (const { package: at, from, to } of answer.moves) {
          expect(plan[at]).toBe(from)
          moved[at] = to
        }
        expect(moved[item]).toBe(provider)
        // The package itself may pass over a better-ranked provider: that is what was asked.
        const asked = `Package ${problem.packages[item]?.id} `
        const found = objections(problem, moved, policy).filter(({ says }) => !says.startsWith(asked))
        expect(found).toEqual([])
        const change = priceOf(problem, moved, policy).objective - priceOf(problem, plan, policy).objective
        expect(answer.objectiveChange).toBeCloseTo(change, 3)
      }),
      { numRuns: 120 },
    )
    expect(possible).toBeGreaterThan(10)
  },
)

const tiny: Problem = {
  unmetPencePerHour: 6000,
  maxShare: null,
  providers: [
    { id: 'A', capacity: [{ area: 0, band: 0, minutes: 60 }], capMinutes: null, minRun: [], book: [] },
    {
      id: 'B',
      capacity: [{ area: 0, band: 0, minutes: 60 }],
      capMinutes: null,
      minRun: [{ area: 0, minutes: 600 }],
      book: [],
    },
    { id: 'C', capacity: [], capMinutes: null, minRun: [], book: [] },
  ],
  packages: ['one', 'two', 'three'].map((id, at) => ({
    id,
    area: 0,
    minutes: [60],
    priority: 1 + at,
    options: [0, 1, 2].map((provider) => ({ provider, cost: 1000 + provider, rank: provider + 1 })),
    current: null,
    locked: id === 'three',
    forbidden: id === 'two' ? [2] : [],
  })),
}

test('"why not?" names what makes a provider impossible', () => {
  const plan = [null, 0, null]
  expect(whyNot(tiny, plan, 2, 0, 'priced')).toEqual({ possible: false, because: 'locked' })
  expect(whyNot(tiny, plan, 1, 2, 'priced')).toEqual({ possible: false, because: 'forbidden' })
  expect(whyNot(tiny, plan, 0, 9, 'priced')).toEqual({ possible: false, because: 'not-an-option' })
  expect(whyNot(tiny, plan, 0, 2, 'priced')).toEqual({ possible: false, because: 'no-capacity' })
  expect(whyNot(tiny, plan, 0, 1, 'priced')).toEqual({ possible: false, because: 'run-or-share' })
  expect(whyNot(tiny, plan, 1, 0, 'priced')).toEqual({ possible: true, moves: [], objectiveChange: 0 })
  expect(whyNot(tiny, plan, 0, 0, 'priced')).toEqual({
    possible: true,
    moves: [
      { package: 0, from: null, to: 0 },
      { package: 1, from: 0, to: null },
    ],
    objectiveChange: 6000,
  })
})

test('an unmet package has its reason, option by option', () => {
  const [one, three] = whyUnmet(tiny, [null, 0, null])
  expect(one).toEqual({
    package: 0,
    because: 'run',
    bands: [],
    options: [
      { provider: 0, obstacle: { because: 'no-room', bands: [0] } },
      { provider: 1, obstacle: { because: 'run', minutes: 600 } },
      { provider: 2, obstacle: { because: 'no-room', bands: [0] } },
    ],
  })
  expect(three).toMatchObject({ package: 2, because: 'locked' })
  const [alone] = tiny.packages
  const withOnly = (more: object) => whyUnmet({ ...tiny, packages: [{ ...alone!, ...more }] }, [null])[0]
  expect(withOnly({ options: [] })).toMatchObject({ because: 'no-option' })
  expect(withOnly({ forbidden: [0, 1, 2] })).toMatchObject({ because: 'all-forbidden' })
  expect(withOnly({ minutes: [90], forbidden: [1] })).toMatchObject({ because: 'no-room', bands: [0] })
  expect(withOnly({ options: [{ provider: 0, cost: 9000, rank: 1 }] })).toMatchObject({ because: 'dearer-than-unmet' })
  expect(withOnly({})).toMatchObject({ because: 'nothing' })
})

test('no package stays unmet for nothing in a strict plan', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { problem, plan } = solved(seed, 'strict', 1.3)
    const reasons = whyUnmet(problem, plan).map(({ because }) => because)
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons).not.toContain('nothing')
    expect(reasons).not.toContain('dearer-than-unmet')
  }
})

test('in a strict plan each bypass has an obstacle, and full bands name who uses them', () => {
  const { problem, plan } = solved(3, 'strict')
  const found = bypasses(problem, plan)
  expect(found.length).toBeGreaterThan(0)
  for (const { obstacle, usedBy, provider } of found) {
    expect(obstacle).not.toBeNull()
    for (const user of usedBy) expect(plan[user]).toBe(provider)
  }
  const [first] = bypasses({ ...tiny, packages: tiny.packages.slice(0, 2) }, [1, 0])
  expect(first).toEqual({
    package: 0,
    provider: 0,
    rank: 1,
    obstacle: { because: 'no-room', bands: [0] },
    usedBy: [1],
  })
})
