import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapestByTrying } from '../../../test/support/cheapest-by-trying.ts'
import { compile } from './compile.ts'
import { generate } from './generate.ts'
import { raisePrices } from './prices.ts'
import type { Problem } from './problem.ts'
import { tighten } from './tighten.ts'

/** Small problems whose books are uneven, so that shares hinge on what others take. */
const uneven = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    tightness: fc.constantFrom(0.6, 1, 1.5),
    maxShare: fc.constantFrom(0.34, 0.5, 0.67),
    book: fc.integer({ min: 0, max: 4000 }),
  })
  .map(({ seed, tightness, maxShare, book }): Problem => {
    const one = generate({ packages: 5, providers: 3, tightness, seed })
    const providers = one.providers.map((provider, at) => ({
      ...provider,
      book: provider.book.map((row) => ({ ...row, minutes: at === seed % 3 ? row.minutes + book : row.minutes })),
    }))
    return { ...one, providers, maxShare }
  })

test('what is tightened costs at least as much by its prices, and never more than the cheapest plan', () => {
  let tightened = 0
  fc.assert(
    fc.property(uneven, (problem) => {
      const cheapest = cheapestByTrying(problem)
      const model = compile(problem, 'priced')
      const tight = tighten(model)
      const [loose, close] = [model, tight].map((one) => raisePrices(one, 300, () => 0).bound)
      expect(close).toBeLessThanOrEqual(cheapest + 1e-6)
      if (close! > loose! + 1) tightened += 1
    }),
    { numRuns: 200 },
  )
  expect(tightened).toBeGreaterThan(20)
})
