import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'

/** What is decided: an option, what follows the end, a review, a notice, or (by its owner) a national framework. */
export type DecisionKind = 'option' | 'end' | 'review' | 'notice' | 'national'

/** Something to be decided about a contract, with its days and the words of its page. */
export interface Decision {
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
  /** The few words that stand first: "Safe start passed 31 March 2014". */
  readonly heading: string
  /** What follows from it, in one or two sentences. */
  readonly detail: string
  /** Heading and detail, with what they don't know. */
  readonly sentence: string
}

/** What of a contract its decisions hang on. */
export type PlannedContract = Pick<Contract, 'id' | 'stage' | 'detail' | 'terms' | 'options'>
