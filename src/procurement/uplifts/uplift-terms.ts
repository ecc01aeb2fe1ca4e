import { number } from '../../core/ui/format.ts'
import type { Id, Pence } from '../../core/values/index.ts'

/** Which prices a round is about. */
export type UpliftScope =
  | { readonly kind: 'contract'; readonly contractId: Id; readonly reference: string }
  | {
      readonly kind: 'lot'
      readonly contractId: Id
      readonly reference: string
      readonly lotId: Id
      readonly lot: string
    }
  | { readonly kind: 'care-group'; readonly key: string; readonly name: string }
  /** Contracts that take the terms of a national framework, or are called off from it. */
  | { readonly kind: 'national'; readonly key: string; readonly title: string }

/** What a round does to them. */
export type UpliftChange =
  /** Hundredths of a per cent: 350 is 3.5%. */
  | { readonly kind: 'percent'; readonly basisPoints: number }
  /** One by one; prices that are not named stay. */
  | { readonly kind: 'prices'; readonly prices: readonly { readonly lineId: Id; readonly pence: Pence }[] }
  /** As the national table says from that day. */
  | { readonly kind: 'table' }

/** What a round changes, and by how much. */
export interface UpliftTerms {
  readonly scope: UpliftScope
  readonly change: UpliftChange
}

/** The widest change that is no slip of the keyboard, in hundredths of a per cent. */
export const widestPercent = { down: -2500, up: 5000 } as const

/** Hundredths of a per cent from what is typed, such as "3.5" or "-2 %"; undefined when it is none. */
export function basisPointsFrom(text: string): number | undefined {
  const match = /^([+-]|−)?(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim())
  if (!match) return undefined
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' || match[1] === '−' ? -size : size
}

/** A per cent as it is read: "3.5%", "−2%". */
export const percentWords = (basisPoints: number): string => `${number(basisPoints / 100)}%`

/** Which prices, as in "Prices of WL-CON-00007, lot 3". */
export function scopeWords(scope: UpliftScope): string {
  switch (scope.kind) {
    case 'contract':
      return `Contract ${scope.reference}`
    case 'lot':
      return scope.lot === '' ? `Contract ${scope.reference}` : `Contract ${scope.reference}, lot ${scope.lot}`
    case 'care-group':
      return `Contracts for ${scope.name.toLowerCase()}`
    case 'national':
      return `Contracts on the terms of ${scope.title}`
  }
}

/** By how much, as in "up 3.5%". */
export function changeWords(change: UpliftChange): string {
  if (change.kind === 'table') return 'as the national table says'
  if (change.kind === 'prices')
    return change.prices.length === 1 ? 'one new price' : `${number(change.prices.length)} new prices`
  return change.basisPoints < 0 ? `down ${percentWords(-change.basisPoints)}` : `up ${percentWords(change.basisPoints)}`
}

/** A price with a per cent on it, in whole pence, half a penny up. */
export function upliftedPence(pence: Pence, basisPoints: number): Pence {
  const scaled = BigInt(pence) * BigInt(10_000 + basisPoints)
  return Number((scaled + 5000n) / 10_000n)
}
