import { type Pence, sumPence } from '../core/values/index.ts'
import type { BudgetLine } from './budget-line.ts'

/** What lines add up to, in pence. */
export interface Totals {
  /** null unless every line says how much of it is in-house. */
  readonly inHouse: Pence | null
  readonly purchased: Pence | null
  readonly total: Pence
}

type Amounts = Pick<BudgetLine, 'inHouse' | 'purchased' | 'total'>

/** Adds lines up; a line whose amount is lost counts for nothing, and a part that one line lacks has no sum. */
export function totalsOf(lines: readonly Amounts[]): Totals {
  const known = lines.filter((line) => line.total !== null)
  return {
    inHouse: sumOfAll(known.map((line) => line.inHouse)),
    purchased: sumOfAll(known.map((line) => line.purchased)),
    total: sumOfAll(known.map((line) => line.total)) ?? 0,
  }
}

function sumOfAll(amounts: readonly (Pence | null)[]): Pence | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === amounts.length && known.length > 0 ? sumPence(known) : null
}

/** A part of a whole in per cent to one decimal; null when either is unknown or the whole is nothing. */
export const shareOf = (part: Pence | null, whole: Pence | null): number | null =>
  part === null || whole === null || whole === 0 ? null : Math.round((part * 1000) / whole) / 10
