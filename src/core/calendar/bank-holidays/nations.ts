import { addDays } from '../../values/index.ts'
import type { Holiday, Nation, WorkingCalendar } from '../working-calendar.ts'
import { easterSunday } from './easter.ts'
import { firstMonday, lastMonday } from './nth-monday.ts'
import { type Proclaimed, proclaimedInBoth, proclaimedInScotland } from './proclaimed.ts'
import { withSubstitutes } from './substitute-days.ts'

const firstYear = 2011
const lastYear = 2030

// Banking and Financial Dealings Act 1971, schedule 1; St Andrew's Day Bank Holiday (Scotland) Act 2007.
const scotland = (year: number): Holiday[] => [
  { date: `${year}-01-01`, name: 'New Year’s Day' },
  { date: `${year}-01-02`, name: '2 January' },
  { date: addDays(easterSunday(year), -2), name: 'Good Friday' },
  { date: firstMonday(year, 5), name: 'Early May bank holiday' },
  { date: lastMonday(year, 5), name: 'Spring bank holiday' },
  { date: firstMonday(year, 8), name: 'Summer bank holiday' },
  { date: `${year}-11-30`, name: 'St Andrew’s Day' },
  { date: `${year}-12-25`, name: 'Christmas Day' },
  { date: `${year}-12-26`, name: 'Boxing Day' },
]

const england = (year: number): Holiday[] => [
  { date: `${year}-01-01`, name: 'New Year’s Day' },
  { date: addDays(easterSunday(year), -2), name: 'Good Friday' },
  { date: addDays(easterSunday(year), 1), name: 'Easter Monday' },
  { date: firstMonday(year, 5), name: 'Early May bank holiday' },
  { date: lastMonday(year, 5), name: 'Spring bank holiday' },
  { date: lastMonday(year, 8), name: 'Summer bank holiday' },
  { date: `${year}-12-25`, name: 'Christmas Day' },
  { date: `${year}-12-26`, name: 'Boxing Day' },
]

function calendar(
  nation: Nation,
  rule: (year: number) => Holiday[],
  departures: readonly Proclaimed[],
): WorkingCalendar {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  const withdrawn = new Set(departures.flatMap((departure) => departure.withdrawn))
  const holidays = years.flatMap((year) =>
    withSubstitutes(rule(year)).filter((holiday) => !withdrawn.has(holiday.date)),
  )
  return {
    nation,
    from: `${firstYear}-01-01`,
    to: `${lastYear}-12-31`,
    holidays: [...holidays, ...departures.flatMap((departure) => departure.added)].sort((a, b) =>
      a.date < b.date ? -1 : 1,
    ),
  }
}

/** The calendars that `loadCalendars` writes: what the law gives for each year, and what was proclaimed. */
export const nationalCalendars: readonly WorkingCalendar[] = [
  calendar('scotland', scotland, [proclaimedInBoth, proclaimedInScotland]),
  calendar('england', england, [proclaimedInBoth]),
]
