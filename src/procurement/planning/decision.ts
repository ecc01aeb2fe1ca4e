import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Contract, ContractDetail, ExtensionOption, TermPiece } from '../contract.ts'

/** What is decided: an option, what follows the end, a review, a notice, or (by its owner) a national framework. */
export type DecisionKind = 'option' | 'end' | 'review' | 'notice' | 'national'

/** The days of something to be decided about a contract: what registers sort, count and warn by. */
export interface DecisionDates {
  readonly kind: DecisionKind
  /** The first day after what ends, the first of the option, or the day on which the review is due. */
  readonly on: IsoDate
  /** When it is planned, or agreed, to be decided. */
  readonly decideBy: IsoDate | null
  readonly latestSafeStart: IsoDate | null
  /** The earliest of these days: what people act by. */
  readonly due: IsoDate
  /** The day to act by has passed. */
  readonly late: boolean
  readonly optionId: Id | null
}

/** What is said of it. */
export interface DecisionWords {
  /** The few words that stand first: "Safe start passed 31 March 2014". */
  readonly heading: string
  /** What follows from it, in one or two sentences. */
  readonly detail: string
  /** Heading and detail, with what they don't know. */
  readonly sentence: string
}

/** Something to be decided about a contract, with its days and the words of its page. */
export interface Decision extends DecisionDates, DecisionWords {}

/** Its days, and its words for who shows it: a register counts thousands and shows a page of them. */
export interface DatedDecision extends DecisionDates {
  readonly words: () => DecisionWords
}

/** What of a contract its decisions hang on. */
export interface PlannedContract extends Pick<Contract, 'id' | 'stage'> {
  readonly detail: Pick<
    ContractDetail,
    'kind' | 'decidedBy' | 'nationalFramework' | 'noticeMonths' | 'reviewMonths' | 'lastReviewedOn' | 'successorFrom'
  >
  readonly terms: readonly Pick<TermPiece, 'from' | 'until' | 'state'>[]
  readonly options: readonly Pick<ExtensionOption, 'id' | 'from' | 'until' | 'decideBy' | 'decision'>[]
}
