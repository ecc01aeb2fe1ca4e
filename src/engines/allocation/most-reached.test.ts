import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostReached } from './most-reached.ts'

test('the most that uses can fill is the largest of all sums that are not above the room', () => {
  const use = fc.constantFrom(0, 15, 30, 105, 210, 330, 450, 7, 1400)
  fc.assert(
    fc.property(fc.array(use, { maxLength: 9 }), fc.integer({ min: 0, max: 3000 }), (uses, room) => {
      let most = 0
      for (let choice = 0; choice < 1 << uses.length; choice += 1) {
        const sum = uses.reduce<number>((all, one, at) => all + ((choice >> at) & 1 ? one : 0), 0)
        if (sum <= room) most = Math.max(most, sum)
      }
      const found = mostReached(uses, room)
      if (uses.some((one) => one > 0)) expect(found).toBe(most)
      else expect(found).toBe(room)
    }),
    { numRuns: 1000 },
  )
})

test('uses that are not whole, and a room too large to look through, keep a room that loses no sum', () => {
  expect(mostReached([10.5, 20], 25)).toBe(25)
  expect(mostReached([15, 30], 15 * 70_000 + 7)).toBe(15 * 70_000)
})
