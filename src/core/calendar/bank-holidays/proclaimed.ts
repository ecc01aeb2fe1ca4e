import type { IsoDate } from '../../values/index.ts'
import type { Holiday } from '../working-calendar.ts'

/** A year's departure from the rule: days added by proclamation, and what the rule would have given but moved. */
export interface Proclaimed {
  added: readonly Holiday[]
  /** Dates that the rule gives and that were ordinary working days that year. */
  withdrawn: readonly IsoDate[]
}

/** Departures that Scotland and England share. */
export const proclaimedInBoth: Proclaimed = {
  added: [
    { date: '2011-04-29', name: 'Royal wedding', reason: 'proclaimed for the wedding of Prince William' },
    { date: '2012-06-04', name: 'Spring bank holiday', reason: 'moved from 28 May for the Diamond Jubilee' },
    { date: '2012-06-05', name: 'Diamond Jubilee', reason: 'proclaimed for the Diamond Jubilee' },
    { date: '2020-05-08', name: 'Early May bank holiday', reason: 'moved from 4 May for 75 years of VE Day' },
    { date: '2022-06-02', name: 'Spring bank holiday', reason: 'moved from 30 May for the Platinum Jubilee' },
    { date: '2022-06-03', name: 'Platinum Jubilee', reason: 'proclaimed for the Platinum Jubilee' },
    { date: '2022-09-19', name: 'State funeral of Queen Elizabeth II', reason: 'proclaimed for the state funeral' },
    { date: '2023-05-08', name: 'Coronation of King Charles III', reason: 'proclaimed for the coronation' },
  ],
  withdrawn: ['2012-05-28', '2020-05-04', '2022-05-30'],
}

/** Departures of Scotland alone. */
export const proclaimedInScotland: Proclaimed = {
  added: [{ date: '2026-06-15', name: 'World Cup', reason: 'proclaimed for Scotland playing in the World Cup' }],
  withdrawn: [],
}
