import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapestByTrying } from '../../../test/support/cheapest-by-trying.ts'
import { compile } from './compile.ts'
import { emptyDraft } from './draft.ts'
import { generate } from './generate.ts'
import { placeGreedily } from './greedy.ts'
import { guideOf } from './guide.ts'
import { fillKnapsack, type Knapsack } from './knapsack.ts'
import { raisePacking } from './packing.ts'
import { raisePrices } from './prices.ts'
import { repair } from './repair.ts'
import { tighten } from './tighten.ts'

const amount = fc.integer({ min: 0, max: 40 })
const knapsack = fc.integer({ min: 1, max: 8 }).chain((items) =>
  fc.record({
    uses: fc.array(amount, { minLength: items * 2, maxLength: items * 2 }),
    room: fc.tuple(amount, amount),
    value: fc.array(fc.integer({ min: -10, max: 60 }), { minLength: items, maxLength: items }),
    least: fc.constantFrom(-5, 0, 20, 45),
    opening: fc.integer({ min: -30, max: 30 }),
    price: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    nodes: fc.constantFrom(3, 10_000),
  }),
)

test('a knapsack is worth its best filling, and never less when its branches are cut short', () => {
  fc.assert(
    fc.property(knapsack, ({ uses, room, value, least, opening, price, nodes }) => {
      const minutes = value.map((_, item) => uses[2 * item]! + uses[2 * item + 1]!)
      let best = 0
      for (let choice = 1; choice < 1 << value.length; choice += 1) {
        const sum = (of: (item: number) => number) =>
          value.reduce((all, _, item) => all + ((choice >> item) & 1 ? of(item) : 0), 0)
        const fits = [0, 1].every((row) => sum((item) => uses[2 * item + row]!) <= room[row]!)
        if (fits && sum((item) => minutes[item]!) >= least) best = Math.max(best, opening + sum((item) => value[item]!))
      }
      const sack: Knapsack = {
        uses: Float64Array.from(uses),
        room: Float64Array.from(room),
        minutes: Float64Array.from(minutes),
        least,
        price: Float64Array.from(price),
      }
      const taken = new Uint8Array(value.length)
      const most = fillKnapsack(sack, Float64Array.from(value), opening, nodes, taken)
      if (nodes === 3) expect(most).toBeGreaterThanOrEqual(best - 1e-6)
      else expect(most).toBeCloseTo(best, 6)
    }),
    { numRuns: 2000 },
  )
})

test('both bounds are below the cheapest plan, and packing providers whole never loosens it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(0.5, 1, 1.5), (seed, tightness) => {
      const problem = generate({ packages: 5, providers: 3, tightness, seed })
      const model = tighten(compile(problem, 'priced'))
      const cheapest = cheapestByTrying(problem)
      const prices = raisePrices(model, 80, () => 0)
      expect(prices.bound).toBeLessThanOrEqual(cheapest + 1e-6)
      const draft = emptyDraft(model)
      placeGreedily(draft, prices, () => false)
      repair(draft)
      const packing = raisePacking(draft, guideOf(model, prices), 60, 100, () => 0)
      expect(packing.bound).toBeLessThanOrEqual(cheapest + 1e-6)
      expect(packing.bound).toBeGreaterThanOrEqual(prices.bound - 1e-3)
    }),
    // Of the example, shares hold one provider lower once the others are held: a row that did not say so loosened the bound.
    { numRuns: 200, examples: [[5148, 0.5]] },
  )
})
