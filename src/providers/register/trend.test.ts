import { expect, test } from 'vitest'
import { type CouncilCount, trendFrom } from './trend.ts'

const count = (council: string, asOf: string, services: number, serviceType = ''): CouncilCount => ({
  council,
  asOf,
  serviceType,
  services,
  places: services * 10,
  inHouse: 1,
})

test('a trend adds up councils, each with its latest register, from the day on which all are known', () => {
  const trend = trendFrom([
    count('A', '2025-01-31', 5),
    count('A', '2025-03-31', 6),
    count('B', '2025-02-28', 10),
    count('B', '2025-04-30', 9),
  ])
  expect(trend.days).toEqual(['2025-02-28', '2025-03-31', '2025-04-30'])
  expect(trend.lines[0]?.points.map(({ services, places, inHouse }) => [services, places, inHouse])).toEqual([
    [15, 150, 2],
    [16, 160, 2],
    [15, 150, 2],
  ])
})

test('a kind of service that is there on some days only is nought on the others', () => {
  const trend = trendFrom([
    count('A', '2025-01-31', 5),
    count('A', '2025-01-31', 2, 'care-at-home'),
    count('A', '2025-02-28', 4),
  ])
  expect(trend.lines.map(({ key, points }) => [key, points.map(({ services }) => services)])).toEqual([
    ['', [5, 4]],
    ['care-at-home', [2, 0]],
  ])
})

test('nothing known is no trend', () => expect(trendFrom([])).toEqual({ days: [], lines: [] }))
