import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ComparableService, compareServices } from './compare-services.ts'

const service = (number: string, lowestGrade: number | null, places: number | null): ComparableService => ({
  number,
  lowestGrade,
  places,
})

test('services are matched by number, and each change is told once', () => {
  const changes = compareServices(
    [service('A', 4, 40), service('B', 3, 20), service('C', null, null), service('D', 5, 30)],
    [service('B', 4, 24), service('C', 2, 6), service('D', 2, 25), service('E', 4, 10)],
  )
  expect(changes.new.map(({ number }) => number)).toEqual(['E'])
  expect(changes.gone.map(({ number }) => number)).toEqual(['A'])
  expect(changes.up.map(({ after }) => after.number)).toEqual(['B'])
  expect(changes.down.map(({ after }) => after.number)).toEqual(['D'])
  expect(changes).toMatchObject({ matched: 3, placesGained: 10, placesLost: 5, placesNew: 10, placesGone: 40 })
})

test('a grade given for the first time, or taken away, is neither up nor down', () => {
  const changes = compareServices(
    [service('A', null, 1), service('B', 4, 1)],
    [service('A', 6, 1), service('B', null, 1)],
  )
  expect([changes.up, changes.down]).toEqual([[], []])
})

const register = fc.uniqueArray(
  fc.record<ComparableService>({
    number: fc.constantFrom(...'ABCDEFGHIJ'),
    lowestGrade: fc.option(fc.integer({ min: 1, max: 6 })),
    places: fc.option(fc.nat(120)),
  }),
  { selector: ({ number }) => number },
)

const placesOf = (services: readonly ComparableService[]) =>
  services.reduce((sum, { places }) => sum + (places ?? 0), 0)

test('what is new and matched is all of the later day, what is gone and matched all of the earlier', () => {
  fc.assert(
    fc.property(register, register, (from, to) => {
      const changes = compareServices(from, to)
      expect(changes.new.length + changes.matched).toBe(to.length)
      expect(changes.gone.length + changes.matched).toBe(from.length)
    }),
  )
})

test('places gained less places lost, with the places of the new and the gone, is the whole difference', () => {
  fc.assert(
    fc.property(register, register, (from, to) => {
      const changes = compareServices(from, to)
      const matched = changes.placesGained - changes.placesLost
      expect(matched + changes.placesNew - changes.placesGone).toBe(placesOf(to) - placesOf(from))
      expect(Math.min(changes.placesGained, changes.placesLost)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('the other way round, new is gone, up is down and gained is lost', () => {
  fc.assert(
    fc.property(register, register, (from, to) => {
      const [there, back] = [compareServices(from, to), compareServices(to, from)]
      expect(back.new).toEqual(there.gone)
      expect(back.up.length).toBe(there.down.length)
      expect([back.placesGained, back.placesLost]).toEqual([there.placesLost, there.placesGained])
    }),
  )
})
