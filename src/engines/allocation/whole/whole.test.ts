import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapestByTrying } from '../../../../test/support/cheapest-by-trying.ts'
import { check } from '../check/check.ts'
import { compile } from '../compile.ts'
import type { Problem } from '../problem.ts'
import { seeded } from '../random.ts'
import { solve } from '../solve.ts'
import { emptySack, fillSack } from './agent-knapsack.ts'
import { regroup, regroupOf } from './regroup.ts'
import { overloaded, sharingOf } from './sharing.ts'
import { wholeOf } from './whole.ts'

/** A classical problem: costs and weights by item and agent, room by agent; each agent has a band of its own. */
interface Classical {
  readonly costs: readonly (readonly number[])[]
  readonly weights: readonly (readonly number[])[]
  readonly room: readonly number[]
}

const problemOf = ({ costs, weights, room }: Classical, unmet = 10_000): Problem => ({
  unmetPencePerHour: 60,
  packages: costs.map((row, item) => ({
    id: `item ${item}`,
    area: 0,
    minutes: [...(weights[item] ?? []), 1],
    priority: unmet,
    options: row.map((cost, provider) => ({ provider, cost, rank: 1 })),
    current: null,
    locked: false,
    forbidden: [],
  })),
  providers: room.map((minutes, agent) => ({
    id: `agent ${agent}`,
    capacity: [...room, 0].map((_, band) => ({ area: 0, band, minutes: band === agent ? minutes : 1_000_000 })),
    capMinutes: null,
    minRun: [],
    book: [],
  })),
  maxShare: null,
})

const classical = (items: number, agents: number): fc.Arbitrary<Classical> => {
  const table = (least: number, most: number) =>
    fc.array(fc.array(fc.integer({ min: least, max: most }), { minLength: agents, maxLength: agents }), {
      minLength: items,
      maxLength: items,
    })
  return fc.record({
    costs: table(0, 30),
    weights: table(0, 12),
    room: fc.array(fc.integer({ min: 4, max: 30 }), { minLength: agents, maxLength: agents }),
  })
}

/** Costs that fall with weights, so that what is cheap is heavy; as tight as in the literature. */
function hard(items: number, agents: number, seed: number): Classical {
  const random = seeded(seed)
  const weights = Array.from({ length: items }, () => Array.from({ length: agents }, () => 1 + random.below(100)))
  const costs = weights.map((row) => row.map((weight) => 101 - weight + random.below(21)))
  const room = Array.from({ length: agents }, (_, agent) =>
    Math.floor((0.8 * weights.reduce((sum, row) => sum + (row[agent] ?? 0), 0)) / agents),
  )
  return { costs, weights, room }
}

const settings = { policy: 'priced', seed: 3, iterations: 3000 } as const

test('the knapsack of an agent is worth its best filling, and that is what it takes', () => {
  const item = fc.record({ value: fc.integer({ min: 1, max: 40 }), weight: fc.integer({ min: 0, max: 15 }) })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 9 }), fc.integer({ min: 0, max: 40 }), (list, room) => {
      const value = Float64Array.from(list, (one) => one.value + 0.25)
      const weight = Int32Array.from(list, (one) => one.weight)
      const rate = (one: number) => value[one]! / weight[one]!
      const order = Int32Array.from(list.keys()).sort((a, b) => (rate(a) === rate(b) ? 0 : rate(b) - rate(a)))
      const sum = (of: ArrayLike<number>, isIn: (one: number) => boolean) =>
        list.reduce((all, _, one) => all + (isIn(one) ? of[one]! : 0), 0)
      let best = 0
      for (let choice = 0; choice < 1 << list.length; choice += 1) {
        const isIn = (one: number) => ((choice >> one) & 1) === 1
        if (sum(weight, isIn) <= room) best = Math.max(best, sum(value, isIn))
      }
      const sack = emptySack(list.length, room)
      expect(fillSack(sack, order, list.length, value, weight, room)).toBeCloseTo(best, 9)
      const taken = new Set(sack.taken.slice(0, sack.takenCount))
      expect(sum(value, (one) => taken.has(one))).toBeCloseTo(best, 9)
      expect(sum(weight, (one) => taken.has(one))).toBeLessThanOrEqual(room)
    }),
    { numRuns: 3000 },
  )
})

test('regrouping all agents finds the cheapest way of placing everything, whatever the prices', () => {
  fc.assert(
    fc.property(classical(5, 3), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3 }), (one, prices) => {
      const problem = problemOf(one)
      const whole = wholeOf(compile(problem, 'priced'))
      if (whole === null) return
      const open = Uint8Array.from(whole.option, (option) => (option < 0 ? 0 : 1))
      const first = Int32Array.from({ length: 5 }, (_, item) => open.indexOf(1, item * 3) - item * 3)
      const sharing = sharingOf(whole, first)
      const isFound = regroup(
        regroupOf(sharing, open, Float64Array.from(prices)),
        Int32Array.of(0, 1, 2),
        1000,
        Infinity,
      )
      const cheapest = cheapestByTrying(problem)
      expect(isFound).toBe(cheapest < 10_000)
      if (!isFound) return
      expect(sharing.cost).toBe(cheapest)
      expect(overloaded(sharing, 0)).toBe(-1)
    }),
    { numRuns: 200 },
  )
})

test('a classical problem is solved to a plan that keeps everything, with a bound below the cheapest', () => {
  let [placed, proved] = [0, 0]
  fc.assert(
    fc.property(classical(5, 3), fc.integer({ min: 1, max: 999 }), (one, seed) => {
      const problem = problemOf(one)
      const cheapest = cheapestByTrying(problem)
      const answer = solve(problem, { ...settings, seed })
      expect(check(problem, answer, 'priced')).toEqual([])
      expect(answer.bound).toBeLessThanOrEqual(cheapest + 1e-6)
      expect(answer.objective).toBeGreaterThanOrEqual(cheapest - 1e-6)
      if (answer.proved) expect(answer.objective).toBeCloseTo(cheapest, 6)
      if (cheapest < 10_000) placed += 1
      if (cheapest < 10_000 && answer.proved) proved += 1
    }),
    { numRuns: 300 },
  )
  expect(placed).toBeGreaterThan(50)
  expect(proved).toBeGreaterThan(0.8 * placed)
})

test('larger ones end near their bound, the same to the last byte for the same seed', () => {
  const problem = problemOf(hard(80, 8, 1))
  const [first, second] = [1, 2].map(() => solve(problem, { ...settings, iterations: 8000 }))
  expect(JSON.stringify(first)).toBe(JSON.stringify(second))
  expect(check(problem, first!, 'priced')).toEqual([])
  expect(first!.gap).toBeLessThan(0.01)
  expect(first!.iterations).toBeLessThan(8200)
})

test('where no plan places everything, the ordinary search leaves out what it must', () => {
  const { costs, weights, room } = hard(60, 6, 2)
  const problem = problemOf({ costs, weights, room: room.map((minutes) => Math.floor(0.25 * minutes)) })
  const answer = solve(problem, settings)
  expect(check(problem, answer, 'priced')).toEqual([])
  expect(answer.unmet.packages).toBeGreaterThan(0)
  expect(answer.iterations).toBeLessThanOrEqual(3100)
})

test('sharing out stops at once when its time is over', () => {
  const problem = problemOf(hard(200, 20, 3))
  for (const last of [0, 10, 330, 380, 500]) {
    let calls = 0
    const spent = () => {
      calls += 1
      return calls > last ? 1 : 0
    }
    const answer = solve(problem, { policy: 'strict', seed: 1, iterations: null, spent })
    expect(check(problem, answer, 'strict')).toEqual([])
    expect(calls).toBeLessThan(last + 60)
  }
})

test('only what has one row for each provider and must be placed whole is a classical problem', () => {
  const one = { costs: [[3, 4]], weights: [[2, 2]], room: [1, 1] }
  const two = {
    costs: [
      [3, 4],
      [5, 6],
    ],
    weights: [
      [2, 2],
      [2, 2],
    ],
    room: [3, 3],
  }
  const read = (problem: Problem) => wholeOf(compile(problem, 'priced'))
  const whole = read(problemOf(two))
  expect(whole).toMatchObject({ items: 2, agents: 2 })
  expect(Array.from(whole!.cost)).toEqual([3, 4, 5, 6])
  expect(Array.from(whole!.weight)).toEqual([2, 2, 2, 2])
  expect(Array.from(whole!.room)).toEqual([3, 3])
  // No item fits; leaving one out is cheaper; a share, a cap beside the room, fractions of a penny.
  expect(read(problemOf(one))).toBe(null)
  expect(read(problemOf(two, 1))).toBe(null)
  expect(read({ ...problemOf(two), maxShare: 0.5 })).toBe(null)
  const capped = problemOf(two)
  expect(read({ ...capped, providers: capped.providers.map((provider) => ({ ...provider, capMinutes: 6 })) })).toBe(
    null,
  )
  expect(
    read(
      problemOf({
        ...two,
        costs: [
          [3.5, 4],
          [5, 6],
        ],
      }),
    ),
  ).toBe(null)
})
