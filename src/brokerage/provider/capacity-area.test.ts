import { expect, test } from 'vitest'
import { newId } from '../../core/values/index.ts'
import { type AreaAsked, type Cell, capacityNumbers } from './capacity-area.ts'
import { readHours } from './capacity-hours.ts'

const partnershipId = newId()
const lot = (area: string, over: Partial<AreaAsked> = {}): AreaAsked => ({
  partnershipId,
  serviceType: 'care-at-home',
  area,
  name: area,
  ...over,
})
const cell = (area: string, band: string, declared: number | null, committed: number): Cell => ({
  ...lot(area),
  band,
  declared,
  committed,
  declaredAt: declared === null ? null : new Date('2026-11-20T10:00:00Z'),
})
const links = [
  { parent: 'council', code: 'ward-1' },
  { parent: 'council', code: 'ward-2' },
  { parent: 'nation', code: 'council' },
]
const areas = (lots: readonly AreaAsked[], cells: readonly Cell[] = []) =>
  capacityNumbers(lots, cells, links).map(({ area }) => area)

test('one number is for one area: a ward within an area that is served too is not asked for', () => {
  expect(areas([lot('ward-1'), lot('ward-2')])).toEqual(['ward-1', 'ward-2'])
  expect(areas([lot('ward-1'), lot('council')])).toEqual(['council'])
  expect(areas([lot('ward-1'), lot('council', { serviceType: 'housing-support' })])).toEqual(['ward-1', 'council'])
  // What is declared already stays where it is.
  expect(areas([lot('ward-1'), lot('council')], [cell('ward-1', 'morning', 60, 0)])).toEqual(['ward-1'])
})

test('what is given without a declaration counts in the area around', () => {
  const [council] = capacityNumbers(
    [lot('council')],
    [cell('ward-1', 'morning', null, 90), cell('ward-2', 'morning', null, 30), cell('ward-2', 'night', null, 480)],
    links,
  )
  expect(council).toMatchObject({
    declaredAt: null,
    bands: { morning: { declared: null, committed: 120 }, night: { committed: 480 }, evening: { committed: 0 } },
  })
})

test('hours are read to the minute, and a slip is named where it is', () => {
  const typed = {
    morning: ['7.5'],
    midday: ['0.25'],
    evening: ['12'],
    night: ['20001'],
    bedtime: ['-1'],
    afternoon: [''],
  }
  const { minutes, mistakes } = readHours(typed, (band) => band)
  expect(minutes).toMatchObject({ morning: 450, midday: 15, evening: 720, afternoon: 0 })
  expect(mistakes.map(({ field }) => field)).toEqual(['bedtime', 'night'])
})
