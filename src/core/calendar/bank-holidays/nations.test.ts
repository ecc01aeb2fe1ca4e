import { expect, test } from 'vitest'
import { easterSunday } from './easter.ts'
import { nationalCalendars } from './nations.ts'

const datesIn = (nation: string, year: number) =>
  nationalCalendars
    .find((calendar) => calendar.nation === nation)
    ?.holidays.filter((holiday) => holiday.date.startsWith(`${year}-`))
    .map((holiday) => holiday.date.slice(5))

test.each([
  [2011, '2011-04-24'],
  [2016, '2016-03-27'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2030, '2030-04-21'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter Sunday of %i is %s', (year, date) => {
  expect(easterSunday(year)).toBe(date)
})

test('2022 in England: jubilee, moved spring holiday, state funeral, substitutes at both ends', () => {
  expect(datesIn('england', 2022)).toEqual([
    '01-03',
    '04-15',
    '04-18',
    '05-02',
    '06-02',
    '06-03',
    '08-29',
    '09-19',
    '12-26',
    '12-27',
  ])
})

test('2022 in Scotland: two days in January, no Easter Monday, summer holiday on 1 August, St Andrew’s Day', () => {
  expect(datesIn('scotland', 2022)).toEqual([
    '01-03',
    '01-04',
    '04-15',
    '05-02',
    '06-02',
    '06-03',
    '08-01',
    '09-19',
    '11-30',
    '12-26',
    '12-27',
  ])
})

test('2026: the World Cup day is Scotland’s alone, and Boxing Day on a Saturday moves to the 28th', () => {
  expect(datesIn('scotland', 2026)).toEqual([
    '01-01',
    '01-02',
    '04-03',
    '05-04',
    '05-25',
    '06-15',
    '08-03',
    '11-30',
    '12-25',
    '12-28',
  ])
  expect(datesIn('england', 2026)).toEqual(['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'])
})

test.each([
  ['scotland', 2011, ['01-03', '01-04', '04-22', '04-29', '05-02', '05-30', '08-01', '11-30', '12-26', '12-27']],
  ['scotland', 2012, ['01-02', '01-03', '04-06', '05-07', '06-04', '06-05', '08-06', '11-30', '12-25', '12-26']],
  ['scotland', 2016, ['01-01', '01-04', '03-25', '05-02', '05-30', '08-01', '11-30', '12-26', '12-27']],
  ['scotland', 2019, ['01-01', '01-02', '04-19', '05-06', '05-27', '08-05', '12-02', '12-25', '12-26']],
  ['scotland', 2025, ['01-01', '01-02', '04-18', '05-05', '05-26', '08-04', '12-01', '12-25', '12-26']],
  ['england', 2012, ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26']],
  ['england', 2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
  ['england', 2021, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
  ['england', 2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
])('the holidays of %s in %i are those that were kept', (nation, year, dates) => {
  expect(datesIn(nation, year)).toEqual(dates)
})

test('no holiday is on a weekend or twice on one date, and every departure from the rule has a reason', () => {
  for (const { holidays } of nationalCalendars) {
    expect(new Set(holidays.map((holiday) => holiday.date)).size).toBe(holidays.length)
    for (const { date } of holidays) expect([0, 6]).not.toContain(new Date(date).getUTCDay())
  }
  const funeral = nationalCalendars[0]?.holidays.find((holiday) => holiday.date === '2022-09-19')
  expect(funeral?.reason).toBe('proclaimed for the state funeral')
})
