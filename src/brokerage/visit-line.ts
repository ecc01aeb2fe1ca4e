import type { Id } from '../core/values/index.ts'

/** The parts of a day in which visits are wanted: a band rather than a time, so that a round can be made of them. */
export const bands = ['morning', 'midday', 'afternoon', 'evening', 'bedtime', 'night'] as const

export type Band = (typeof bands)[number]

/** ISO weekdays: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export type Weekday = (typeof weekdays)[number]

/** The same visit on some days of each week. */
export interface VisitLine {
  readonly id: Id
  readonly band: Band
  readonly days: readonly Weekday[]
  /** How long each carer stays. */
  readonly minutes: number
  /** Two come when somebody has to be lifted. */
  readonly carers: 1 | 2
}

/** One visit of the week: what is taken up or left unplaced. */
export interface WeeklyVisit {
  readonly lineId: Id
  readonly weekday: Weekday
}

/** Carers' minutes in a week: a visit of two carers counts twice, as it takes the time of two. */
export const weeklyMinutes = (lines: readonly Pick<VisitLine, 'days' | 'minutes' | 'carers'>[]): number =>
  lines.reduce((sum, { days, minutes, carers }) => sum + days.length * minutes * carers, 0)

/** Days as the database keeps them: one bit each, Monday the lowest. */
export const daysMask = (days: readonly Weekday[]): number => days.reduce((mask, day) => mask | (1 << (day - 1)), 0)

/** The days of a mask, in the order of the week. */
export const daysOfMask = (mask: number): Weekday[] => weekdays.filter((day) => mask & (1 << (day - 1)))
