import { expect, test } from 'vitest'
import type { Prices } from './rate-in-force.ts'
import type { RateLine } from './rate-line.ts'
import { weekPrice } from './week-price.ts'

const on = '2026-11-24'

const line = (of: Partial<RateLine>, pence: number): Prices['lines'][number] => ({
  id: of.id ?? 'any',
  lotId: 'lot',
  organisationId: null,
  basis: 'harmonised',
  unit: 'hour',
  visitMinutes: null,
  dayType: 'any',
  level: '',
  includes: '',
  yearlyUnits: null,
  ...of,
  rates: [{ from: '2026-04-01', until: null, pence }],
})

test('visits of a week are priced by the hour, each to the penny', () => {
  const price = weekPrice(
    { lines: [line({}, 2101)] },
    { organisationId: 'a', on, visits: [{ minutes: 45, dayType: 'weekday', times: 5 }] },
  )
  // 45 minutes at £21.01 an hour are 1575.75 pence.
  expect(price.weeklyPence).toBe(5 * 1576)
  expect(price.hourlyPence).toBe(2101)
  expect(price.why).toContain('£21.01 an hour')
  expect(price.why).toContain('£78.80 a week')
})

test('a visit of its own length, half hours and Sundays have their own prices', () => {
  const lines = [
    line({}, 2000),
    line({ id: 'quarter', unit: 'visit', visitMinutes: 15 }, 700),
    line({ id: 'sunday', unit: 'half-hour', dayType: 'sunday' }, 1200),
  ]
  const visits = [
    { minutes: 15, dayType: 'weekday', times: 5 },
    { minutes: 60, dayType: 'weekday', times: 5 },
  ] as const
  expect(weekPrice({ lines }, { organisationId: 'a', on, visits }).weeklyPence).toBe(5 * 700 + 5 * 2000)
  const sunday = [{ minutes: 60, dayType: 'sunday', times: 2 }] as const
  expect(weekPrice({ lines: lines.slice(2) }, { organisationId: 'a', on, visits: sunday }).weeklyPence).toBe(2 * 2400)
})

test('a week of which one visit has no price has none', () => {
  const price = weekPrice(
    { lines: [line({ unit: 'visit', visitMinutes: 30 }, 900)] },
    {
      organisationId: 'a',
      on,
      visits: [
        { minutes: 30, dayType: 'weekday', times: 5 },
        { minutes: 45, dayType: 'weekday', times: 5 },
      ],
    },
  )
  expect(price).toEqual({ weeklyPence: null, hourlyPence: null, why: 'The price list has no line for this.' })
})
