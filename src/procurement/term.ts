import { addDays, addMonths, type IsoDate } from '../core/values/index.ts'

/** In force, resting for a time, or over before its day. */
export type TermState = 'agreed' | 'suspended' | 'ended'

/** Whether days were agreed at the award, by an option of the contract, or by varying it. */
export type TermOrigin = 'initial' | 'extension' | 'variation'

interface Stretch {
  readonly from: IsoDate
  readonly until: IsoDate | null
}

interface Piece extends Stretch {
  readonly state: TermState
}

/** The first day of a contract; undefined before its award. */
export const firstDay = (terms: readonly Piece[]): IsoDate | undefined =>
  terms.reduce<IsoDate | undefined>(
    (first, { from }) => (first === undefined || from < first ? from : first),
    undefined,
  )

/** The day after the last that is agreed; null when there is no end, undefined when nothing is agreed. */
export const agreedUntil = (terms: readonly Piece[]): IsoDate | null | undefined =>
  terms
    .filter(({ state }) => state !== 'ended')
    .reduce<IsoDate | null | undefined>(
      (end, { until }) => (end === null || until === null ? null : end === undefined || until > end ? until : end),
      undefined,
    )

/** Whether a contract is in force on a day: agreed, and not resting. */
export const inForceOn = (terms: readonly Piece[], on: IsoDate): boolean =>
  terms.some(({ from, until, state }) => state === 'agreed' && from <= on && (until === null || on < until))

/** The state in which a contract reaches its end: days that are put after it go on in it. */
export function stateAtEnd(terms: readonly Piece[]): 'agreed' | 'suspended' {
  const end = agreedUntil(terms)
  return terms.some(({ until, state }) => state === 'suspended' && until === end) ? 'suspended' : 'agreed'
}

/** The day after so many months from a first day; a month that has no such day ends them with its last. */
export function afterMonths(from: IsoDate, months: number): IsoDate {
  const day = addMonths(from, months)
  return day.slice(8) === from.slice(8) ? day : addDays(day, 1)
}

/**
 * Years that a contract without an end is valued over: 48 months, as in the Public Contracts Regulations 2015,
 * regulation 6(19).
 */
const yearsWithoutEnd = 4

/** How many years some days last, begun ones counted whole. */
export function yearsOf({ from, until }: Stretch): number {
  if (until === null) return yearsWithoutEnd
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  return Math.max(0, until > afterMonths(from, years * 12) ? years + 1 : years)
}
