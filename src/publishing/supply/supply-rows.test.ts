import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sectorWords, type TallyRow } from '../../providers/index.ts'
import { byArea, byGrade, byKind, byWord, inHouseOf, type SupplyRow } from './supply-rows.ts'

const rows: fc.Arbitrary<TallyRow[]> = fc.array(
  fc.record({
    regulator: fc.constant('care-inspectorate' as const),
    council: fc.constant('S12000040'),
    place: fc.constantFrom('', 'east', 'west', 'elsewhere'),
    careService: fc.constantFrom('Support Service', 'Nurse Agency'),
    serviceType: fc.constantFrom('', 'care-at-home', 'care-home-adults'),
    sectorWord: fc.constant('Private'),
    sector: fc.constantFrom('private' as const, 'nhs' as const),
    inHouse: fc.boolean(),
    providerSize: fc.constantFrom('single' as const, 'large' as const),
    lowestGrade: fc.integer({ min: 0, max: 6 }),
    services: fc.integer({ min: 1, max: 40 }),
    places: fc.nat(900),
    beds: fc.nat(900),
  }),
)

const cut = {
  areas: [
    { code: 'east', name: 'East' },
    { code: 'west', name: 'West' },
    { code: 'north', name: 'North' },
  ],
  ancestorAt: (code: string) => (['east', 'west'].includes(code) ? code : undefined),
}

test('however services are counted, they add up to all of them, and no more are in-house than there are', () => {
  fc.assert(
    fc.property(rows, (tally) => {
      const { areas, elsewhere } = byArea(tally, cut)
      const ways: readonly (readonly SupplyRow[])[] = [
        byKind(tally, [{ key: 'care-at-home', name: 'Care at home' }]),
        byWord(tally, (row) => row.sector, sectorWords),
        byGrade(tally, String),
        [...areas, ...(elsewhere ? [elsewhere] : [])],
      ]
      for (const way of ways) {
        for (const what of ['services', 'places', 'beds'] as const) {
          expect(way.reduce((sum, row) => sum + row[what], 0)).toBe(tally.reduce((sum, row) => sum + row[what], 0))
        }
        expect(way.reduce((sum, row) => sum + row.inHouse, 0)).toBe(inHouseOf(tally))
        expect(way.every(({ inHouse, services }) => inHouse <= services)).toBe(true)
      }
      expect(areas.map(({ name }) => name)).toEqual(['East', 'West', 'North'])
    }),
  )
})
