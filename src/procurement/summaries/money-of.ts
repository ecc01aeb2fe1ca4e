import { type BudgetLine, budgetBases } from '../../budgets/index.ts'
import { type IsoDate, sumPence } from '../../core/values/index.ts'
import type { RegisterWorth, SummaryContract } from './market-summary.ts'

/**
 * The lines of a subject that a summary as at a day can show, the one that leads first: of years begun by then the
 * latest, an undated line last, and of one year a budget before spend before what is only expected.
 */
export function moneyOf<Line extends BudgetLine>(lines: readonly Line[], subject: string | null, on: IsoDate): Line[] {
  if (subject === null) return []
  const wanted = plain(subject)
  return lines
    .filter((line) => plain(line.subject) === wanted && firstYear(line) <= Number(on.slice(0, 4)))
    .toSorted((a, b) => firstYear(b) - firstYear(a) || firmness(a) - firmness(b))
}

/** The yearly worth of contracts as the register has it; undefined when it has none. */
export function worthOf(contracts: readonly Pick<SummaryContract, 'detail'>[]): RegisterWorth | undefined {
  const worths = contracts.flatMap(({ detail: { yearlyPence } }) => (yearlyPence === null ? [] : [yearlyPence]))
  if (worths.length === 0) return undefined
  return { pence: sumPence(worths), known: worths.length }
}

const plain = (text: string) => text.trim().toLowerCase().replaceAll('’', "'")

const firstYear = ({ year }: BudgetLine): number => (year === null ? 0 : Number(year.slice(0, 4)))

const firmness = ({ basis }: BudgetLine): number => budgetBases.indexOf(basis)
