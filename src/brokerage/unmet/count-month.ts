import { addDays, addMonths, type Id, type IsoDate } from '../../core/values/index.ts'
import type { SpellPiece, UnmetBand, UnmetReason } from '../spell.ts'

/** One piece of a spell, with what it is counted by. */
export interface CountedPiece
  extends Pick<SpellPiece, 'from' | 'until' | 'wantedMinutes' | 'deliveredMinutes' | 'reason' | 'unplaced'> {
  readonly personId: Id
  readonly serviceType: string
  readonly area: string
}

/** How many people waited in a month, and for how much, of one kind. */
export interface MonthCount {
  readonly serviceType: string
  readonly area: string
  readonly reason: UnmetReason
  readonly band: UnmetBand
  readonly carers: 1 | 2
  readonly people: number
  /** Carers' minutes a week. */
  readonly minutes: number
}

/**
 * Everybody who waited on any day of a month, once for each service: as it stood on their last day of waiting in it.
 * That each stands in one place only makes all counts add up, which is what small numbers are hidden by.
 */
export function countMonth(pieces: readonly CountedPiece[], month: IsoDate): MonthCount[] {
  const after = addMonths(month, 1)
  const latest = new Map<string, CountedPiece>()
  for (const piece of pieces) {
    if (piece.from >= after || (piece.until !== null && piece.until <= month)) continue
    const key = `${piece.personId} ${piece.serviceType}`
    const before = latest.get(key)
    if (!before || before.from < piece.from) latest.set(key, piece)
  }
  const counts = new Map<string, MonthCount>()
  for (const { serviceType, area, reason, unplaced, wantedMinutes, deliveredMinutes } of latest.values()) {
    const of = { serviceType, area, reason, ...partOf(unplaced) }
    const key = JSON.stringify(Object.values(of))
    const { people = 0, minutes = 0 } = counts.get(key) ?? {}
    counts.set(key, { ...of, people: people + 1, minutes: minutes + wantedMinutes - deliveredMinutes })
  }
  return [...counts.values()]
}

/** The part of the day that is missing, and whether any of it takes two. */
export function partOf(unplaced: SpellPiece['unplaced']): Pick<MonthCount, 'band' | 'carers'> {
  const [first, ...others] = new Set(unplaced.map(({ band }) => band))
  return {
    band: first && others.length === 0 ? first : 'several',
    carers: unplaced.some(({ carers }) => carers === 2) ? 2 : 1,
  }
}

/** The months from that of one day to that of another, by their first days. */
export function monthsFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const months: IsoDate[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}

/** The Mondays from a day to another. */
export function mondaysFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay()
  const mondays: IsoDate[] = []
  for (let day = addDays(from, (8 - weekday) % 7); day <= to; day = addDays(day, 7)) mondays.push(day)
  return mondays
}
