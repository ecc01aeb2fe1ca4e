import type { OfferRule } from '../offer-rule.ts'
import type { RuleDraft } from './rule-draft.ts'

/** The rule of a draft as if it held, for a trial. */
export const draftRule = (draft: Omit<RuleDraft, 'reason' | 'seen'>): OfferRule => {
  const { name, serviceType, contractId, from, hours, steps } = draft
  return { id: '', versionId: '', version: 0, name, serviceType, contractId, from, until: null, hours, steps }
}
