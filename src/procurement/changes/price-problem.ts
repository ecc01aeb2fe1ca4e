import { longDate, pounds } from '../../core/ui/format.ts'
import type { Id } from '../../core/values/index.ts'
import type { NewCap, NewRate } from '../change.ts'
import type { Days, Lot } from '../contract.ts'
import { type Priced, segmentsUnder } from './cap-segments.ts'
import type { CapPiece } from './change-context.ts'
import { type Refusal, refuse } from './decision.ts'
import { lotName } from './lot-problem.ts'

/** A lot as its prices depend on it. */
export interface PricedLot extends Pick<Lot, 'number' | 'capped'> {
  readonly caps: readonly CapPiece[]
  /** Organisations that have a place in it. */
  readonly organisationIds: ReadonlySet<Id>
  /** The contract takes the prices of a national framework. */
  readonly hasFramework: boolean
}

/** What is wrong with prices that are put into a lot; `days` are those of a price, up to the next that is known. */
export function pricesProblem(
  lot: PricedLot,
  rates: readonly NewRate[],
  daysOf: (rate: NewRate) => Days,
  at: (index: number) => string,
): Refusal | undefined {
  const seen = new Set<string>()
  for (const [index, rate] of rates.entries()) {
    const key = priceKey(rate)
    if (seen.has(key))
      return refuse(
        'price-twice',
        `${lotName(lot)} has two prices for ${pricedWords(rate)} of one provider.`,
        at(index),
      )
    seen.add(key)
    const problem = basisProblem(lot, rate, at(index)) ?? capProblem(lot, rate, rate.pence, daysOf(rate), at(index))
    if (problem) return problem
  }
  return undefined
}

/** What is wrong with caps that are put into a lot: each is a price, and one thing has one cap. */
export function capsProblem(
  lot: Pick<Lot, 'number'>,
  caps: readonly NewCap[],
  at: (index: number) => string,
): Refusal | undefined {
  const seen = new Set<string>()
  for (const [index, cap] of caps.entries()) {
    const what = pricedWords(cap)
    if (!Number.isSafeInteger(cap.pence) || cap.pence < 0)
      return refuse('no-price', `Give a cap for ${what}.`, at(index))
    if (seen.has(what)) return refuse('price-twice', `${lotName(lot)} has two caps for ${what}.`, at(index))
    seen.add(what)
  }
  return undefined
}

/** What one line of a price list is told from the others by. */
export const priceKey = (rate: Omit<NewRate, 'pence' | 'basis' | 'includes' | 'yearlyUnits'>): string =>
  [rate.organisationId ?? '', rate.unit, rate.visitMinutes ?? '', rate.dayType, rate.level].join('|')

/** What a price is for, in words. */
export const pricedWords = ({ unit, visitMinutes, dayType }: Priced): string =>
  [
    visitMinutes === null ? `a ${unit.replace('-', ' ')}` : `a ${unit.replace('-', ' ')} of ${visitMinutes} minutes`,
    dayType === 'any' ? '' : `on a ${dayType.replace('-', ' ')}`,
  ]
    .filter(Boolean)
    .join(' ')

function basisProblem(lot: PricedLot, rate: NewRate, field: string): Refusal | undefined {
  const what = pricedWords(rate)
  if (rate.basis === 'tendered' && rate.organisationId === null)
    return refuse('price-of-nobody', `The tendered price for ${what} names no provider.`, field)
  if (rate.organisationId !== null && !lot.organisationIds.has(rate.organisationId))
    return refuse('price-of-nobody', `The price for ${what} is of a provider that has no place in the lot.`, field)
  if (rate.basis === 'national')
    return lot.hasFramework
      ? undefined
      : refuse('no-framework', `The contract names no national framework to take the price for ${what} from.`, field)
  if (rate.pence === null || !Number.isSafeInteger(rate.pence) || rate.pence < 0)
    return refuse('no-price', `Give a price for ${what}.`, field)
  return undefined
}

/** What is wrong with a price under the caps of its lot, on any of its days. */
export function capProblem(
  lot: Pick<PricedLot, 'number' | 'capped' | 'caps'>,
  priced: Priced,
  pence: number | null,
  days: Days,
  field?: string,
): Refusal | undefined {
  if (!lot.capped || pence === null) return undefined
  for (const { cap, days: under } of segmentsUnder(lot.caps, priced, days)) {
    if (!cap) return refuse('no-cap', `${lotName(lot)} has caps, but none for ${pricedWords(priced)}.`, field)
    if (pence > cap.pence) {
      const sentence = `${pounds(pence)} for ${pricedWords(priced)} is above the cap of ${pounds(cap.pence)} from ${longDate(under.from)}.`
      return refuse('rate-above-cap', sentence, field)
    }
  }
  return undefined
}
