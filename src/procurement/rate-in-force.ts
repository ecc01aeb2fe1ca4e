import { longDate } from '../core/ui/format.ts'
import type { Id, IsoDate, Pence } from '../core/values/index.ts'
import type { Days, Lot, TermPiece } from './contract.ts'
import { type DayType, dayTypes, type Rate, type RateBasis, type RateUnit, rateUnits } from './rate-line.ts'
import { priceWords } from './rate-words.ts'
import { holdsOn } from './standing.ts'
import { spanAround } from './term-span.ts'

/** A price of a national table. */
export interface NationalRate extends Days {
  readonly unit: RateUnit
  readonly level: string
  readonly pence: Pence
}

/** The most that may be asked for something in a lot. */
export interface Cap extends Days {
  readonly unit: RateUnit
  readonly visitMinutes: number | null
  readonly dayType: DayType
  readonly pence: Pence
}

/** That one person's care is paid above the price, decided on evidence. */
export interface Enhancement extends Days {
  readonly organisationId: Id
  /** A reference, never a name. */
  readonly person: string
  /** Hundredths of a per cent: 500 is 5%. */
  readonly basisPoints: number
  readonly reviewOn: IsoDate
}

/** Whose price is asked for, of what, on which day; what is left out may be whatever the list says first. */
export interface AskedRate {
  readonly organisationId: Id
  readonly on: IsoDate
  readonly unit?: RateUnit | undefined
  readonly visitMinutes?: number | undefined
  readonly dayType?: DayType | undefined
  readonly level?: string | undefined
  readonly person?: string | undefined
}

/** The price list of a lot, with all that its prices depend on. */
export interface Prices {
  readonly lines: Lot['rateLines']
  readonly terms: readonly Pick<TermPiece, 'from' | 'until' | 'state'>[]
  readonly caps?: readonly Cap[] | undefined
  readonly national?: readonly NationalRate[] | undefined
  readonly enhancements?: readonly Enhancement[] | undefined
}

/** The price of a day, why it is that one, and on which days it is the same; or why there is none. */
export type RateInForce =
  | ({
      readonly found: true
      /** What is paid, an enhancement included. */
      readonly pence: Pence
      /** The price before the enhancement. */
      readonly standardPence: Pence
      readonly unit: RateUnit
      readonly basis: RateBasis
      readonly lineId: Id
      readonly cap: Pence | null
      readonly enhancement: Enhancement | null
      readonly why: string
    } & Days)
  | { readonly found: false; readonly because: 'outside-term' | 'no-line' | 'no-price'; readonly why: string }

type Line = Lot['rateLines'][number]

/** The one price of a lot for a provider on a day: the most specific line that has a price then, within the term. */
export function rateInForce(prices: Prices, asked: AskedRate): RateInForce {
  const span = spanAround(prices.terms, asked.on)
  const day = longDate(asked.on)
  if (!span) {
    return { found: false, because: 'outside-term', why: `No price: the contract has no term on ${day}.` }
  }
  const lines = prices.lines.filter((line) => answers(line, asked)).toSorted((a, b) => bySpecific(a, b, asked))
  if (lines.length === 0) {
    return { found: false, because: 'no-line', why: 'The price list has no line for this.' }
  }
  // Prices that lines before the one that counts have on other days: there they count.
  const before: Days[] = []
  for (const line of lines) {
    const rate = rateOn(line, prices.national ?? [], asked.on)
    if (rate) return inForce(prices, asked, { line, rate, days: clearOf(within(rate, span), before, asked.on) })
    before.push(...(line.basis === 'national' ? tableOf(line, prices.national ?? []) : line.rates))
  }
  return { found: false, because: 'no-price', why: `The price list has no price for this on ${day}.` }
}

/** What a visit of some length is bought by. */
const visitUnits: readonly RateUnit[] = ['hour', 'half-hour', 'visit']

/** Whether a line can price what is asked; one for no length, any day or no level answers for every one. */
const answers = (line: Line, { organisationId, unit, visitMinutes, dayType, level }: AskedRate): boolean =>
  (line.organisationId === null || line.organisationId === organisationId) &&
  (unit === undefined || line.unit === unit) &&
  (visitMinutes === undefined || line.visitMinutes === null || line.visitMinutes === visitMinutes) &&
  (visitMinutes === undefined || unit !== undefined || visitUnits.includes(line.unit)) &&
  (dayType === undefined || line.dayType === 'any' || line.dayType === dayType) &&
  (level === undefined || line.level === '' || line.level === level)

/** The exact length before none, then the unit in the order of units, the kind of day before any, the level before none, one's own before all's. */
function bySpecific(a: Line, b: Line, { visitMinutes, dayType, level }: AskedRate): number {
  // What is not asked for is taken as plainly as it comes: no length, any day, no level.
  const exact = (asked: boolean, plain: boolean) => (plain === asked ? 1 : 0)
  return (
    exact(visitMinutes !== undefined, a.visitMinutes === null) -
      exact(visitMinutes !== undefined, b.visitMinutes === null) ||
    (a.visitMinutes ?? 0) - (b.visitMinutes ?? 0) ||
    rateUnits.indexOf(a.unit) - rateUnits.indexOf(b.unit) ||
    exact(dayType !== undefined, a.dayType === 'any') - exact(dayType !== undefined, b.dayType === 'any') ||
    dayTypes.indexOf(a.dayType) - dayTypes.indexOf(b.dayType) ||
    exact(level !== undefined, a.level === '') - exact(level !== undefined, b.level === '') ||
    (a.level < b.level ? -1 : a.level > b.level ? 1 : 0) ||
    Number(a.organisationId === null) - Number(b.organisationId === null) ||
    (a.id < b.id ? -1 : 1)
  )
}

/** The prices of a national table for a line. The last holds until a new one is agreed, as the contracts on it do. */
const tableOf = (line: Line, national: readonly NationalRate[]): Rate[] =>
  national
    .filter(({ unit, level }) => unit === line.unit && level === line.level)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, pence }, at, all) => ({ from, until: all[at + 1]?.from ?? null, pence }))

const rateOn = (line: Line, national: readonly NationalRate[], on: IsoDate): Rate | undefined =>
  (line.basis === 'national' ? tableOf(line, national) : line.rates).find((rate) => holdsOn(rate, on))

function inForce(
  { caps = [], national = [], enhancements = [] }: Prices,
  asked: AskedRate,
  { line, rate, days }: { readonly line: Line; readonly rate: Rate; readonly days: Days },
): RateInForce {
  const { on } = asked
  const cap = capInForce(caps, { ...line, on })
  const theirs = enhancements.filter(
    ({ organisationId, person }) => organisationId === asked.organisationId && person === asked.person,
  )
  const enhancement = enhancementOn(theirs, on)
  const pence = enhancement ? enhancedPence(rate.pence, enhancement.basisPoints) : rate.pence
  return {
    found: true,
    pence,
    standardPence: rate.pence,
    unit: line.unit,
    basis: line.basis,
    lineId: line.id,
    ...clearOf(enhancement ? within(days, enhancement) : days, theirs, on),
    cap: cap?.pence ?? null,
    enhancement: enhancement ?? null,
    why: priceWords({ line, rate, on, national, cap, enhancement, pence }),
  }
}

/** The cap on something in a lot on a day: the most specific that fits. */
export function capInForce(
  caps: readonly Cap[],
  { unit, visitMinutes, dayType, on }: Pick<Cap, 'unit' | 'visitMinutes' | 'dayType'> & { readonly on: IsoDate },
): Cap | undefined {
  const fits = (cap: Cap) =>
    cap.unit === unit &&
    (cap.visitMinutes === null || cap.visitMinutes === visitMinutes) &&
    (cap.dayType === 'any' || cap.dayType === dayType) &&
    holdsOn(cap, on)
  const breadth = (cap: Cap) => (cap.visitMinutes === null ? 2 : 0) + (cap.dayType === 'any' ? 1 : 0)
  return caps.filter(fits).toSorted((a, b) => breadth(a) - breadth(b))[0]
}

/** The one that was decided for the latest days. */
const enhancementOn = (theirs: readonly Enhancement[], on: IsoDate): Enhancement | undefined =>
  theirs
    .filter((one) => holdsOn(one, on))
    .toSorted((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : b.basisPoints - a.basisPoints))[0]

/** A price with so many hundredths of a per cent on it, in whole pence, half a penny up. */
export function enhancedPence(pence: Pence, basisPoints: number): Pence {
  return Number((BigInt(pence) * BigInt(10_000 + basisPoints) + 5_000n) / 10_000n)
}

const within = (a: Days, b: Days): Days => ({
  from: a.from > b.from ? a.from : b.from,
  until: a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until,
})

/** The days around one that none of some others has, which do not have it either. */
const clearOf = (days: Days, others: readonly Days[], on: IsoDate): Days =>
  others.reduce<Days>(
    (left, { from, until }) =>
      from > on
        ? within(left, { from: left.from, until: from })
        : until !== null && until <= on
          ? within(left, { from: until, until: null })
          : left,
    days,
  )
