import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownWageFloors } from './reference/wage-floors.ts'
import { againstFloors, floorsOn, floorWords, hourlyPence, type WageFloor } from './wage-floor.ts'

const inScotland = knownWageFloors.filter(({ nation }) => nation === 'scotland')
const inEngland = knownWageFloors.filter(({ nation }) => nation === 'england')
const hour = (pence: number) => ({ unit: 'hour' as const, visitMinutes: null, pence })

test.each([
  ['2024-03-31', undefined],
  ['2024-04-01', 1144],
  ['2025-03-31', 1144],
  ['2025-04-01', 1221],
  ['2026-04-01', 1271],
  ['2030-01-01', 1271],
])('on %s the National Living Wage known is %s pence', (on, pence) => {
  expect(floorsOn(inEngland, on).find(({ name }) => name === 'National Living Wage')?.pence).toBe(pence)
})

test('no floor has two amounts on one day, and each ends where the next begins', () => {
  for (const floor of knownWageFloors) {
    const next = knownWageFloors.filter(
      ({ name, nation, from }) => name === floor.name && nation === floor.nation && from > floor.from,
    )
    const last = floor.name === 'adult social care minimum' ? '2026-04-01' : null
    expect(floor.until).toBe(next[0]?.from ?? last)
  }
})

test.each([
  [{ unit: 'half-hour' as const, visitMinutes: null, pence: 1105 }, 2210],
  [{ unit: 'visit' as const, visitMinutes: 45, pence: 1600 }, 2133],
  [{ unit: 'visit' as const, visitMinutes: null, pence: 1600 }, undefined],
  [{ unit: 'sleepover' as const, visitMinutes: null, pence: 9000 }, undefined],
  [{ unit: 'week' as const, visitMinutes: null, pence: 80_000 }, undefined],
])('%o comes to %s pence an hour', (line, hourly) => {
  expect(hourlyPence(line)).toBe(hourly)
})

test('what comes to an hour is under a floor exactly when the price is, whatever the length of the visit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 1, max: 1440 }),
      fc.integer({ min: 1, max: 5000 }),
      (pence, visitMinutes, floor) => {
        const hourly = hourlyPence({ unit: 'visit', visitMinutes, pence }) ?? 0
        expect(hourly < floor).toBe(BigInt(pence) * 60n < BigInt(floor) * BigInt(visitMinutes))
      },
    ),
  )
})

test('a price is held against the highest floor that binds, and then against those to compare with', () => {
  const found = (pence: number, floors: readonly WageFloor[], on = '2026-11-22') => {
    const finding = againstFloors(hour(pence), floorsOn(floors, on))
    return [finding.kind, floorWords(finding)]
  }
  expect(found(1250, inScotland, '2025-11-22')).toEqual([
    'below',
    '£0.10 an hour under the adult social care minimum of £12.60',
  ])
  expect(found(1300, inScotland)[0], 'what it is from April 2026 is not known here').toBe('below-compared')
  expect(found(1300, inEngland)).toEqual(['below-compared', '£0.45 an hour under the real Living Wage of £13.45'])
  expect(found(1270, inEngland)).toEqual(['below', '£0.01 an hour under the National Living Wage of £12.71'])
  expect(found(2145, inEngland)).toEqual(['covers', '£8.74 an hour over the National Living Wage of £12.71'])
  expect(againstFloors({ ...hour(900), unit: 'week' }, floorsOn(inEngland, '2026-11-22'))).toEqual({ kind: 'none' })
  expect(againstFloors(hour(900), [])).toEqual({ kind: 'none' })
  expect(floorWords({ kind: 'none' })).toBe('')
})
