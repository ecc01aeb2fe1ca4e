import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boughtOn, isPersonReference, minutesFrom, moveState, moveTrouble } from './purchase.ts'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
const maybe = fc.option(day)

test('a purchase that has moved is not bought any more, and one that has not begun is not yet', () => {
  fc.assert(
    fc.property(day, maybe, maybe, day, (from, until, movedOn, on) => {
      const bought = boughtOn({ from, until, movedOn }, on)
      expect(bought).toBe(on >= from && on < (until ?? '9') && on < (movedOn ?? '9'))
    }),
  )
})

test('a move goes from review to move, and never counts as moved before it was reviewed', () => {
  fc.assert(
    fc.property(maybe, maybe, maybe, day, (movesTo, reviewedOn, movedOn, on) => {
      const purchase = { from: '2026-03-01', movesTo, reviewedOn, movedOn }
      if (moveTrouble(purchase)) return
      const state = moveState(purchase, on)
      if (state === 'moved') expect(reviewedOn !== null && reviewedOn <= on).toBe(true)
      expect(state === 'none').toBe(movesTo === null)
    }),
  )
})

test('a move needs its contract and its review, in that order of days', () => {
  const purchase = { from: '2026-03-05', movesTo: 'c', reviewedOn: '2026-03-10', movedOn: '2026-03-12' }
  expect(moveTrouble(purchase)).toBeUndefined()
  expect(moveTrouble({ ...purchase, movesTo: null })?.field).toBe('movesTo')
  expect(moveTrouble({ ...purchase, reviewedOn: null })?.field).toBe('reviewedOn')
  expect(moveTrouble({ ...purchase, reviewedOn: '2026-03-13' })?.sentence).toBe('The review comes before the move.')
  expect(moveTrouble({ ...purchase, reviewedOn: '2026-03-01', movedOn: '2026-03-04' })?.field).toBe('movedOn')
})

test.each([
  ['12.5', 750],
  ['12:30', 750],
  ['0.33', 20],
  ['1.01', 61],
  ['40', 2400],
  ['1.005', undefined],
  ['about 3', undefined],
  ['1:75', undefined],
])('%j hours are %j minutes', (text, minutes) => expect(minutesFrom(text)).toBe(minutes))

test.each([
  ['P-00123', true],
  ['SWIFT/991', true],
  ['Jane Example', false],
  ['Jane', false],
  ['', false],
])('%j is a reference to a person: %j', (text, is) => expect(isPersonReference(text)).toBe(is))
