import { longDate, percent, pounds } from '../core/ui/format.ts'
import type { IsoDate, Pence } from '../core/values/index.ts'
import type { Days } from './contract.ts'
import type { Rate, RateBasis, RateLine, RateUnit } from './rate-line.ts'
import { dayTypeWords, unitWords } from './register/contract-words.ts'
import { holdsOn } from './standing.ts'

const basisWords: { readonly [basis in RateBasis]: string } = {
  tendered: 'Tendered price',
  harmonised: 'One price for every provider of the lot',
  national: 'Price of the national table',
}

/** All that a price in force says of itself. */
export interface PriceSaid {
  readonly line: RateLine
  readonly rate: Rate
  readonly on: IsoDate
  readonly national: readonly (Days & { readonly unit: RateUnit; readonly level: string })[]
  readonly cap: { readonly pence: Pence } | undefined
  readonly enhancement: { readonly basisPoints: number; readonly reviewOn: IsoDate } | undefined
  /** What is paid, the enhancement included. */
  readonly pence: Pence
}

/** Why a price is what it is, in sentences. */
export const priceWords = (said: PriceSaid): string =>
  [whyOf(said), said.cap && `The cap is ${pounds(said.cap.pence)}.`, whyMore(said)].filter(Boolean).join(' ')

function whyOf({ line, rate, on, national }: PriceSaid): string {
  const length = line.visitMinutes === null ? '' : ` of ${line.visitMinutes} minutes`
  const days = dayTypeWords[line.dayType] === '' ? '' : ` ${dayTypeWords[line.dayType]}`
  const level = line.level === '' ? '' : `, ${line.level}`
  const price = `${basisWords[line.basis]}: ${pounds(rate.pence)} ${unitWords[line.unit]}${length}${days}${level}, since ${longDate(rate.from)}.`
  if (line.basis !== 'national') return price
  const printed = national.some((one) => one.unit === line.unit && one.level === line.level && holdsOn(one, on))
  return printed ? price : `${price} The table has no newer one, so its last holds.`
}

function whyMore({ enhancement, pence, on }: PriceSaid): string {
  if (!enhancement) return ''
  const { basisPoints, reviewOn } = enhancement
  const review = `${reviewOn < on ? 'was due for review' : 'is to be reviewed'} on ${longDate(reviewOn)}`
  return `With ${percent(basisPoints / 100)} more for this person on evidence, to the nearest penny, it is ${pounds(pence)}; that ${review}.`
}
