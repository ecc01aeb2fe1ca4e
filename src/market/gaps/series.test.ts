import { expect, test } from 'vitest'
import { sampleFigure } from '../../../test/support/sample-figure.ts'
import { seriesOf } from './series.ts'
import type { Volume } from './volume.ts'

const volume = (over: Partial<Volume>): Volume => ({
  ...sampleFigure,
  id: JSON.stringify(over),
  measure: 'telecare-people',
  area: { code: 'E10000017', name: 'Lancashire' },
  unit: 'people',
  basis: 'actual',
  finding: 'A finding.',
  role: 'use',
  service: { key: 'telecare', name: 'Telecare' },
  careGroup: null,
  on: null,
  ...over,
})

test('11,411 people with telecare in July 2019 and about 14,000 in March 2022 are 22.7 percent more', () => {
  const [series] = seriesOf([
    volume({ role: 'need', value: 14000, basis: 'forecast', period: '2022-03-31', on: '2022-03-31' }),
    volume({ value: 11411, period: '2019-07-01', on: '2019-07-01' }),
  ])
  expect(series?.now?.value).toBe(11411)
  const [ahead] = series?.forecasts ?? []
  expect(ahead?.change).toBe(2589)
  expect(ahead?.growthPercent?.toFixed(1)).toBe('22.7')
  expect(ahead?.years?.toFixed(2)).toBe('2.75')
  expect(Math.round(ahead?.perYear ?? 0)).toBe(942)
})

test('1,470 day places and about 1,680 are 14.3 percent more, beside the growth that the document prints', () => {
  const printed = volume({ value: 14, unit: 'percent', basis: 'forecast', period: '2019 to 2021/22', on: '2022-03-31' })
  const [series] = seriesOf([
    volume({ value: 1470, basis: 'about', unit: 'places-a-week', on: null }),
    volume({ value: 1680, basis: 'forecast', unit: 'places-a-week', role: 'need', on: '2022-03-31' }),
    printed,
  ])
  expect(series?.forecasts[0]?.growthPercent?.toFixed(1)).toBe('14.3')
  // Without a day there is no pace.
  expect(series?.forecasts[0]?.perYear).toBeNull()
  expect(series?.printedGrowth).toEqual([printed])
})

test('a target is no forecast, and a shortage is no number', () => {
  const targets = [
    volume({ role: 'target', basis: 'target', value: 1000, on: '2025-12-31' }),
    volume({ role: 'shortage', value: null, unit: null, basis: null }),
  ]
  expect(seriesOf(targets)).toEqual([])
})

test('a forecast that a later measured number has overtaken is left out, and forecasts come by date', () => {
  const [series] = seriesOf([
    volume({ value: 12, basis: 'forecast', on: '2030-12-31' }),
    volume({ value: 10, on: '2024-12-31' }),
    volume({ value: 11, basis: 'projection', on: '2027-12-31' }),
    volume({ value: 9, basis: 'forecast', on: '2023-12-31' }),
    volume({ value: 8, on: '2020-12-31' }),
  ])
  expect(series?.now?.value).toBe(10)
  expect(series?.earlier.map(({ value }) => value)).toEqual([8])
  expect(series?.forecasts.map(({ volume: { value } }) => value)).toEqual([11, 12])
})

test('care groups, areas and units are series of their own, and a hidden number has no growth', () => {
  const series = seriesOf([
    volume({ value: 1 }),
    volume({ value: 2, careGroup: { key: 'older-people', name: 'Older people' } }),
    volume({ value: 3, area: { code: 'E07000128', name: 'Wyre' } }),
    volume({ value: null, suppressed: true, unit: 'places' }),
    volume({ value: 5, unit: 'places', basis: 'forecast', on: '2030-12-31' }),
  ])
  expect(series).toHaveLength(4)
  expect(series.at(-1)?.forecasts[0]).toMatchObject({ change: null, growthPercent: null })
})

test('a forecast of need goes on from need where need is measured, and not from the supply beside it', () => {
  const series = seriesOf([
    volume({ role: 'supply', value: 27_850, on: '2025-06-30' }),
    volume({ role: 'need', value: 30_100, on: '2025-06-30' }),
    volume({ role: 'need', value: 33_650, basis: 'forecast', on: '2030-06-30' }),
  ])
  expect(series.map(({ now, forecasts }) => [now?.value, forecasts[0]?.change])).toEqual([
    [27_850, undefined],
    [30_100, 3550],
  ])
})
