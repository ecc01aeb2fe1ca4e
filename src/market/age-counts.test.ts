import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgeCounts, addCounts, peopleAged } from './age-counts.ts'

const counts: AgeCounts = { lowerAges: [0, 16, 65, 75], people: [200, 600, 90, 60] }

test('people of ages that the bands fit are added up exactly', () => {
  expect(peopleAged(counts, { from: 65, to: null })).toBe(150)
  expect(peopleAged(counts, { from: 65, to: 74 })).toBe(90)
  expect(peopleAged(counts, { from: 0, to: 64 })).toBe(800)
})

test('ages that cut through a band have no exact count', () => {
  expect(peopleAged(counts, { from: 70, to: null })).toBeUndefined()
  expect(peopleAged(counts, { from: 65, to: 79 })).toBeUndefined()
  expect(peopleAged(counts, { from: 85, to: null })).toBeUndefined()
})

const anyCounts = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 110 }), { maxLength: 20 }), fc.infiniteStream(fc.nat(100_000)))
  .map(([starts, people]): AgeCounts => {
    const lowerAges = [0, ...starts.toSorted((a, b) => a - b)]
    return { lowerAges, people: lowerAges.map(() => people.next().value) }
  })

test('splitting the population at any band loses and invents nobody', () => {
  fc.assert(
    fc.property(anyCounts, fc.nat(20), (any, pick) => {
      const at = any.lowerAges[pick % any.lowerAges.length] ?? 0
      const older = peopleAged(any, { from: at, to: null }) ?? Number.NaN
      const younger = at === 0 ? 0 : (peopleAged(any, { from: 0, to: at - 1 }) ?? Number.NaN)
      expect(older + younger).toBe(any.people.reduce((total, people) => total + people, 0))
    }),
  )
})

test('counts of two groups add up band by band, and only when their bands are the same', () => {
  expect(addCounts(counts, counts)?.people).toEqual([400, 1200, 180, 120])
  expect(addCounts(counts, { lowerAges: [0, 65], people: [1, 1] })).toBeUndefined()
})
