import { pounds } from '../core/ui/format.ts'
import type { Id, IsoDate, Pence } from '../core/values/index.ts'
import { type Prices, rateInForce } from './rate-in-force.ts'
import type { DayType } from './rate-line.ts'

/** The same visit some times in a week. */
export interface WeeklyVisits {
  /** How long each carer stays. */
  readonly minutes: number
  readonly dayType: DayType
  /** How many carers come on such days of a week, all visits together. */
  readonly times: number
}

/** What a week of visits costs with one provider of a lot, and why; no price where one of them has none. */
export interface WeekPrice {
  readonly weeklyPence: Pence | null
  /** On average over the carers' time. */
  readonly hourlyPence: Pence | null
  readonly why: string
}

/** Of how many prices a week tells. */
const mostTold = 3

/** The price of a week of visits by the price list of a lot; every visit to the penny, half a penny up. */
export function weekPrice(
  prices: Omit<Prices, 'terms'>,
  asked: {
    readonly organisationId: Id
    readonly on: IsoDate
    readonly visits: readonly WeeklyVisits[]
    readonly person?: string | undefined
  },
): WeekPrice {
  const { organisationId, on, visits, person } = asked
  // Whether the contract is in force was asked before.
  const terms = [{ from: on, until: null, state: 'agreed' as const }]
  const told = new Set<string>()
  let [pence, minutes] = [0, 0]
  for (const { minutes: visitMinutes, dayType, times } of visits) {
    const rate = rateInForce({ ...prices, terms }, { organisationId, on, visitMinutes, dayType, person })
    if (!rate.found) return { weeklyPence: null, hourlyPence: null, why: rate.why }
    const length = { hour: 60, 'half-hour': 30 }[rate.unit as string]
    pence +=
      times * (length === undefined ? rate.pence : Math.floor((2 * rate.pence * visitMinutes + length) / (2 * length)))
    minutes += times * visitMinutes
    told.add(rate.why)
  }
  const more = told.size > mostTold ? [`${told.size - mostTold} other prices of the list hold too.`] : []
  const why = [...told].slice(0, mostTold).concat(more)
  return {
    weeklyPence: pence,
    hourlyPence: minutes === 0 ? null : Math.round((pence * 60) / minutes),
    why: [...why, `These visits come to ${pounds(pence)} a week.`].join(' '),
  }
}
