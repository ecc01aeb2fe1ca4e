import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapestByTrying } from '../../../test/support/cheapest-by-trying.ts'
import { safeBound } from './answer.ts'
import { compile } from './compile.ts'
import { type Draft, emptyDraft, planOf } from './draft.ts'
import { generate } from './generate.ts'
import { placeGreedily } from './greedy.ts'
import { type Guide, guideOf } from './guide.ts'
import { raisePacking } from './packing.ts'
import { raisePrices } from './prices.ts'
import type { Problem } from './problem.ts'
import { planRegions } from './regions.ts'
import { repair } from './repair.ts'
import { tighten } from './tighten.ts'

const tiny = fc
  .record({
    packages: fc.integer({ min: 1, max: 5 }),
    providers: fc.integer({ min: 1, max: 8 }),
    tightness: fc.constantFrom(0.3, 0.8, 1.5),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    maxShare: fc.constantFrom(undefined, 0.4, 0.6),
    oneArea: fc.boolean(),
    capMinutes: fc.constantFrom(undefined, 300, 900),
  })
  .map(({ maxShare, oneArea, capMinutes, ...rest }): Problem => {
    const made = generate(rest)
    const packages = made.packages.map((one) => (oneArea ? { ...one, area: 0 } : one))
    // Caps that bind across areas, more often than invented ones do.
    const providers = made.providers.map((one) => (capMinutes === undefined ? one : { ...one, capMinutes }))
    const kept = packages.map((one) => ({ ...one, current: null, locked: false }))
    return { ...made, packages: kept, providers, ...(maxShare !== undefined && { maxShare }) }
  })

function begin(problem: Problem): { draft: Draft; guide: Guide } {
  const model = tighten(compile(problem, 'priced'))
  const prices = raisePrices(model, 40, () => 0)
  const draft = emptyDraft(model)
  placeGreedily(draft, prices, () => false)
  repair(draft)
  return { draft, guide: guideOf(model, prices) }
}

test('regions planned to the end have the cheapest plan there is, and a bound that proves it', () => {
  fc.assert(
    fc.property(tiny, (problem) => {
      const { draft, guide } = begin(problem)
      const bound = planRegions(
        draft,
        guide,
        null,
        1e6,
        () => false,
        () => {},
      )
      const cheapest = cheapestByTrying(problem)
      expect(draft.cost).toBeCloseTo(cheapest, 3)
      expect(safeBound(draft.model, bound)).toBeLessThanOrEqual(cheapest)
      expect(bound).toBeGreaterThan(cheapest - 1)
      expect(planOf(draft.model, draft.chosen)).toHaveLength(problem.packages.length)
    }),
    { numRuns: 300 },
  )
})

test('a bound of regions that are cut short is no higher than the cheapest plan, whatever was done', () => {
  fc.assert(
    fc.property(tiny, fc.integer({ min: 0, max: 12 }), fc.boolean(), (problem, work, isPacked) => {
      const { draft, guide } = begin(problem)
      const before = draft.cost
      const packing = isPacked ? raisePacking(draft, guide, 5, 20, () => 0) : null
      const bound = planRegions(
        draft,
        guide,
        packing,
        work,
        () => false,
        () => {},
      )
      expect(safeBound(draft.model, bound)).toBeLessThanOrEqual(cheapestByTrying(problem) + 1e-6)
      expect(draft.cost).toBeLessThanOrEqual(before)
      if (packing !== null) expect(bound).toBeGreaterThanOrEqual(packing.bound - 0.01)
    }),
    { numRuns: 300 },
  )
})
