import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../values/index.ts'

/** The moment at which a day begins in London. */
export const startOf = (date: IsoDate): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime('Europe/London').epochMilliseconds)
