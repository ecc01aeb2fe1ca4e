import { expect, test } from 'vitest'
import {
  areaFinding,
  changeSentence,
  gradeFinding,
  inHouseFinding,
  kindFinding,
  nounOf,
  sectorFinding,
  sizeFinding,
  supplyFinding,
  trendFinding,
} from './supply-findings.ts'
import type { SupplyRow } from './supply-rows.ts'

const row = (key: string, services: number, over: Partial<SupplyRow> = {}): SupplyRow => ({
  key,
  name: key,
  services,
  places: 0,
  beds: 0,
  inHouse: 0,
  ...over,
})

const homes = nounOf('care-home-older-people')
const services = nounOf(undefined)

test('services are homes where people live in them', () => {
  expect([homes.many, nounOf('care-at-home').many, services.many]).toEqual(['homes', 'services', 'services'])
})

test('the heading says how many there are, with places where they register any', () => {
  expect(supplyFinding([row('a', 20, { places: 1240 }), row('b', 6)], 'Example Bay', services)).toBe(
    '26 services are registered in Example Bay, with 1,240 places',
  )
  expect(supplyFinding([row('a', 1)], 'Example Bay', services)).toBe('One service is registered in Example Bay')
})

test('the most common kind, owner and size are named with their share', () => {
  expect(kindFinding([row('Care at home', 49), row('Housing support', 30)])).toBe(
    'The most common kind is care at home: 49 of 79 services',
  )
  expect(kindFinding([row('Care at home', 3)])).toBe('Every service is of one kind: care at home')
  expect(sectorFinding([row('private', 20), row('local-authority', 10)], homes)).toBe(
    'Two homes in three are privately run',
  )
  expect(sectorFinding([row('private', 1), row('nhs', 3)], homes)).toBe('Three of the four homes are run by the NHS')
  expect(sizeFinding([row('single', 15), row('large', 15)], services)).toBe(
    'Half of the services are run by a provider that has no other',
  )
  expect(inHouseFinding([row('a', 10, { inHouse: 2 }), row('b', 10)], services)).toBe(
    'One service in ten is run in-house',
  )
  expect(inHouseFinding([row('a', 12)], services)).toBe('None of the 12 services is run in-house')
})

test('services without a grade are not among those graded', () => {
  const grades = [row('5', 20), row('4', 40), row('3', 20), row('0', 50)]
  expect(gradeFinding(grades, 4, services)).toBe('Three graded services in four have no grade below “Good”')
  expect(gradeFinding([row('0', 5)], 4, homes)).toBe('No home has been graded yet')
})

test('the area with most is named, those with as many are counted, and those without any told', () => {
  expect(areaFinding([row('East', 4), row('West', 9), row('North', 0)], homes)).toBe(
    'West has the most homes: nine of 13, and one area has none',
  )
  expect(areaFinding([row('East', 4), row('West', 4)], services)).toBe('2 areas have the most services: four each')
  expect(areaFinding([row('East', 4)], services)).toBeUndefined()
})

test('what a register changed is one sentence, of only what did change', () => {
  const none = { new: 0, gone: 0, lowestGradeUp: 0, lowestGradeDown: 0, placesGained: 0, placesLost: 0 }
  const days = { from: '2025-04-30', to: '2025-05-31' }
  expect(changeSentence({ ...days, ...none })).toBe(
    'Since the register of 30 April 2025 no service has come, gone, been regraded or changed its places.',
  )
  expect(changeSentence({ ...days, ...none, new: 2, gone: 1, placesLost: 12 })).toBe(
    'Since the register of 30 April 2025 two services are new, one has gone and 12 places were taken away.',
  )
})

test('a line of registers comes to more, fewer or as many', () => {
  const point = (asOf: string, count: number, places: number) => ({ asOf, services: count, places, inHouse: 0 })
  expect(trendFinding([point('2024-05-31', 10, 300), point('2025-05-31', 12, 299)], services)).toBe(
    'Two more services and one fewer place than on 31 May 2024',
  )
  expect(trendFinding([point('2024-05-31', 10, 300), point('2025-05-31', 10, 300)], homes)).toBe(
    'As many homes and places as on 31 May 2024',
  )
  expect(trendFinding([point('2024-05-31', 10, 300)], homes)).toBeUndefined()
})
