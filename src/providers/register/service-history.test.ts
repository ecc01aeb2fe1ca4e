import { expect, test } from 'vitest'
import { differenceWords } from './difference-words.ts'
import type { RegisterDetail } from './schema.ts'
import { historyOf } from './service-history.ts'

const detail = (over: Partial<RegisterDetail> = {}): RegisterDetail => ({
  number: 'CS1',
  name: 'Example House',
  status: 'active',
  client_group: 'adults',
  care_service: 'Care Home Service',
  subtype: 'Older People',
  service_type: 'care-home-older-people',
  care_groups: [],
  sector_word: 'Private',
  sector: 'private',
  in_house: false,
  council: 'S12000040',
  place: null,
  town: null,
  postcode: null,
  provider_number: null,
  provider_name: 'Example Care',
  places: 40,
  beds: null,
  staff: null,
  rating_scale: null,
  lowest_grade: 4,
  highest_grade: 5,
  grades: {},
  graded_on: null,
  inspected_on: null,
  registered_on: null,
  decile: null,
  ...over,
})

const days = ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31']

test('a history tells when a service came, changed, went and came back', () => {
  const events = historyOf(
    [
      { asOf: '2025-02-28', detail: detail() },
      { asOf: '2025-03-31', detail: detail({ places: 36, lowest_grade: 3 }) },
      { asOf: '2025-05-31', detail: detail({ places: 36, lowest_grade: 3, provider_name: 'Other Care' }) },
    ],
    days,
  )
  expect(events.map(({ on, kind }) => [on, kind])).toEqual([
    ['2025-02-28', 'first'],
    ['2025-03-31', 'changed'],
    ['2025-04-30', 'gone'],
    ['2025-05-31', 'back'],
  ])
  expect(events[1]?.differences).toEqual([
    { field: 'lowest_grade', before: 4, after: 3 },
    { field: 'places', before: 40, after: 36 },
  ])
  expect(events[3]?.differences).toEqual([{ field: 'provider_name', before: 'Example Care', after: 'Other Care' }])
})

test('registers that say the same tell nothing', () => {
  const events = historyOf(
    days.map((asOf) => ({ asOf, detail: detail() })),
    days,
  )
  expect(events).toEqual([{ on: '2025-01-31', kind: 'first', differences: [] }])
})

test('a difference is told in words, with grades, areas and dates as people say them', () => {
  const words = {
    areaNames: new Map([['S13002820', 'Linlithgow']]),
    grade: (rank: number | null) => (rank === null ? 'Not graded' : `Grade ${rank}`),
  }
  expect(differenceWords({ field: 'lowest_grade', before: null, after: 4 }, words)).toBe(
    'Lowest grade: Grade 4, before Not graded',
  )
  expect(differenceWords({ field: 'place', before: null, after: 'S13002820' }, words)).toBe(
    'Area: Linlithgow, before nothing',
  )
  expect(differenceWords({ field: 'inspected_on', before: '2024-03-12', after: '2025-03-12' }, words)).toBe(
    'Last inspected: 12 March 2025, before 12 March 2024',
  )
  expect(differenceWords({ field: 'in_house', before: true, after: false }, words)).toBe(
    'Run by the council or health board: no, before yes',
  )
})
