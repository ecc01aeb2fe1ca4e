import type { Id, IsoDate } from '../../core/values/index.ts'
import type { OfferRule } from '../offer-rule.ts'

/** A rule as somebody wants it from a day on. */
export interface RuleDraft extends Pick<OfferRule, 'name' | 'contractId' | 'serviceType' | 'hours' | 'steps'> {
  readonly from: IsoDate
  /** Why it is so, or why it changes. */
  readonly reason: string
  /** The version that it was made on; 0 for the first. */
  readonly seen: number
}

/** A version of a rule that was saved. */
export interface SavedRule {
  readonly ruleId: Id
  readonly versionId: Id
  readonly version: number
}
