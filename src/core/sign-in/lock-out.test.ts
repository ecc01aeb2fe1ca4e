import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockedUntil } from './lock-out.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 9, 0) + minutes * 60_000)

test('four wrong passwords leave the door open, the fifth shuts it for a quarter of an hour', () => {
  const four = [0, 1, 2, 3].map(at)
  expect(lockedUntil(four, at(3))).toBeUndefined()
  expect(lockedUntil([...four, at(4)], at(4))).toEqual(at(19))
  expect(lockedUntil([...four, at(4)], at(18.99))).toEqual(at(19))
  expect(lockedUntil([...four, at(4)], at(19))).toBeUndefined()
})

test('five that are spread over more than a quarter of an hour do not shut it', () => {
  expect(lockedUntil([0, 5, 10, 15, 20].map(at), at(20))).toBeUndefined()
  expect(lockedUntil([0, 4, 8, 12, 15].map(at), at(15))).toEqual(at(30))
})

test('it is shut only when there were five failures, and never for longer than a quarter of an hour', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 90 }),
      (minutes, now) => {
        const failures = minutes.toSorted((a, b) => a - b).map(at)
        const until = lockedUntil(failures, at(now))
        if (!until) return
        expect(failures.length).toBeGreaterThanOrEqual(5)
        expect(until.getTime() - (failures.at(-1)?.getTime() ?? 0)).toBeLessThanOrEqual(15 * 60_000)
        expect(until > at(now)).toBe(true)
      },
    ),
  )
})
