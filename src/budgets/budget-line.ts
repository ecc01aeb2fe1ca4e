import type { MoneyUnit, Pence } from '../core/values/index.ts'
import type { FigureStatus } from '../evidence/index.ts'

/** What a line is about. */
export const budgetKinds = ['care-group', 'service'] as const
export type BudgetKind = (typeof budgetKinds)[number]

/** What kind of amount it is, firmest first. */
export const budgetBases = ['budget', 'spend', 'estimate', 'expected'] as const
export type BudgetBasis = (typeof budgetBases)[number]

/** One line of a table of money in a document. */
export interface BudgetLine {
  readonly kind: BudgetKind
  readonly subject: string
  readonly careGroupKey: string | null
  readonly serviceTypeKey: string | null
  /** `2011/12` or `2019`; null when the document prints none. */
  readonly year: string | null
  readonly basis: BudgetBasis
  readonly inHouse: Pence | null
  readonly purchased: Pence | null
  /** null only when the amount is lost from the document. */
  readonly total: Pence | null
  readonly printedUnit: MoneyUnit
  readonly sourceKey: string
  readonly locus: string | null
  readonly status: FigureStatus
  readonly note: string | null
}

/** A line with where it came into the product. */
export interface StoredBudgetLine extends BudgetLine {
  readonly id: string
  readonly importId: string
  readonly file: string
  /** The line of that file. */
  readonly line: number
}

/** What makes two lines the same line. */
export const budgetLineKey = (line: BudgetLine): string =>
  JSON.stringify([line.kind, line.subject, line.year, line.basis, line.sourceKey])
