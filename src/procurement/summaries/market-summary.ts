import type { BudgetLine } from '../../budgets/index.ts'
import type { Id, IsoDate, Pence } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'

/** A part of what is bought, that one published summary is about. */
export interface MarketArea {
  readonly id: Id
  /** In addresses and files: "care-at-home". */
  readonly key: string
  readonly name: string
  readonly position: number
  readonly serviceTypeKeys: readonly string[]
  /** The subject of its line among the budgets. */
  readonly budgetSubject: string | null
  readonly published: boolean
}

/** What people wrote of a market area, over some days. */
export interface SummaryWords {
  readonly id: Id
  readonly description: string
  readonly period: string
  readonly development: string
  readonly management: string
  readonly sourceKey: string | null
  readonly locus: string | null
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly writtenAt: Date
  readonly published: boolean
}

/** The parts of a summary that are written, in the order in which it is read. */
export const writtenParts = ['description', 'period', 'development', 'management'] as const

export type WrittenPart = (typeof writtenParts)[number]

/** A contract as far as summaries tell of it. */
export interface SummaryContract extends Pick<Contract, 'id' | 'reference' | 'published' | 'detail' | 'source'> {
  readonly terms: Contract['terms']
  readonly options: Contract['options']
  readonly framework: { readonly title: string; readonly owner: string; readonly latestEnd: IsoDate | null } | null
  /** The names of its lots; a contract that is one whole has one without a name. */
  readonly lots: readonly string[]
  /** Who is in it now. */
  readonly providers: readonly string[]
}

/** One market area summed up as at a day. */
export interface MarketSummary {
  readonly area: MarketArea
  /** Null where nobody wrote any that hold on the day. */
  readonly words: SummaryWords | null
  /** Those that run on the day, then those that begin within two years. */
  readonly contracts: readonly SummaryContract[]
  /** What documents print of its budget or spend, the one that leads first. */
  readonly money: readonly BudgetLine[]
}

/** What the register itself says a year's buying is worth, where no document prints it. */
export interface RegisterWorth {
  readonly pence: Pence
  /** How many of the contracts have a worth. */
  readonly known: number
}
