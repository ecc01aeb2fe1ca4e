import type { IsoDate, Pence } from '../../core/values/index.ts'
import type { Days, TermPiece } from '../contract.ts'
import type { Rate } from '../rate-line.ts'

/** A financial year, 1 April to 31 March: "2027/28". */
export interface FinancialYear {
  readonly name: string
  readonly from: IsoDate
  readonly until: IsoDate
}

/** The financial year that a day is in, and as many after it as are asked for. */
export function financialYears(first: IsoDate, count: number): readonly FinancialYear[] {
  const began = Number(first.slice(0, 4)) - (first.slice(5) < '04-01' ? 1 : 0)
  return Array.from({ length: count }, (_, at) => {
    const year = began + at
    return {
      name: `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
      from: `${year}-04-01`,
      until: `${year + 1}-04-01`,
    }
  })
}

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)
const earlier = (a: IsoDate | null, b: IsoDate): IsoDate => (a === null || a > b ? b : a)

const daysBetween = (from: IsoDate, until: IsoDate): number =>
  from >= until ? 0 : Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

/** How many days of a year are in a stretch and in force by the terms of the contract. */
function daysInForce(year: FinancialYear, days: Days, terms: readonly TermPiece[]): number {
  return terms
    .filter(({ state }) => state === 'agreed')
    .reduce(
      (sum, term) =>
        sum +
        daysBetween(
          later(later(year.from, days.from), term.from),
          earlier(days.until, earlier(term.until, year.until)),
        ),
      0,
    )
}

/** What a line of a price list costs in a year: units a year, spread evenly over its days, at the price of each day. Half a penny up. */
export function costOver(
  line: { readonly yearlyUnits: number; readonly rates: readonly Rate[]; readonly terms: readonly TermPiece[] },
  year: FinancialYear,
): Pence {
  const all = BigInt(daysBetween(year.from, year.until))
  const scaled = line.rates.reduce(
    (sum, rate) => sum + BigInt(rate.pence) * BigInt(daysInForce(year, rate, line.terms)),
    0n,
  )
  return Number((scaled * BigInt(line.yearlyUnits) * 2n + all) / (all * 2n))
}
