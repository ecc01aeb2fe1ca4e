import { expect, test } from 'vitest'
import { gapFigureId, parseGapFigureId } from './figure-id.ts'
import { inSentence } from './in-sentence.ts'
import { needMeasure } from './need-by-rate.ts'
import { periodEnd, periodStart } from './period-end.ts'

test('a period ends on its last day and begins on its first', () => {
  const days = ['2019', '2021/22', '2019-02', '2019-12', '2019-07-01', '2018 to 2039', '1999/00']
  expect(days.map(periodEnd)).toEqual([
    '2019-12-31',
    '2022-03-31',
    '2019-02-28',
    '2019-12-31',
    '2019-07-01',
    '2039-12-31',
    '2000-03-31',
  ])
  expect(['2021/22', '2019-09 to 2020-05', '2019'].map(periodStart)).toEqual(['2021-04-01', '2019-09-01', '2019-01-01'])
  expect(['', 'soon', '2021/23', '2019-13'].map(periodEnd)).toEqual([undefined, undefined, undefined, undefined])
})

test('an identifier says area, service and whether it looks ahead, also with a full stop in the code of an area', () => {
  const keys = [
    { measure: 'gap', area: 'E07000128', service: 'care-at-home', forecast: false },
    { measure: 'need', area: 'lancashire/zone.east', service: 'telecare', forecast: true },
    { measure: 'supply', area: 'S12000040', service: 'extra-care', forecast: false },
  ] as const
  for (const key of keys) expect(parseGapFigureId(gapFigureId(key))).toEqual(key)
  expect(['population.S12000040.2028.75-plus', 'need..x', 'gap.telecare', 'gap'].map(parseGapFigureId)).toEqual(
    Array.from({ length: 4 }),
  )
})

test('a measure of rates says the service and the unit that the rates give', () => {
  const keys = new Set(['care-home-adults', 'adults', 'telecare'])
  expect(needMeasure('need-places-care-home-adults', keys)).toEqual({ service: 'care-home-adults', unit: 'places' })
  expect(needMeasure('need-telecare', keys)).toEqual({ service: 'telecare', unit: 'people' })
  expect(needMeasure('need-wishes-telecare', keys)).toBeUndefined()
  expect(needMeasure('dementia', keys)).toBeUndefined()
})

test('a kind of service begins small within a sentence, unless it is a name', () => {
  const names = ['Care at home', 'Extra Care', 'Shared Lives', 'Homeshare', 'Residential homes with dementia care']
  expect(names.map(inSentence)).toEqual([
    'care at home',
    'Extra Care',
    'Shared Lives',
    'homeshare',
    'residential homes with dementia care',
  ])
})
