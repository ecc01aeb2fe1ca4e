import type { Id } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferRule } from '../offer-rule.ts'
import { membersOf } from '../rules/step-order.ts'

/** In which of its places somebody was asked in a step: prices differ between lots. */
export function askedAs(
  rule: OfferRule | undefined,
  step: number,
  candidates: readonly Candidate[],
  organisationId: Id,
): Candidate | undefined {
  const places = candidates.filter((one) => one.organisationId === organisationId)
  if (places.length < 2 || !rule) return places[0]
  // Who gives care already is asked before the steps, as a member of its own.
  const steps = [rule.steps[step - 1], ...rule.steps].flatMap((one) => one ?? [])
  return steps.flatMap((one) => membersOf(one, rule, places))[0] ?? places[0]
}
