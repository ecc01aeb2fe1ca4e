import type { Id } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferRule, RuleStep } from '../offer-rule.ts'
import { aboveLimit, against } from '../rules/passed-over.ts'
import { membersOf } from '../rules/step-order.ts'

/** Someone whom the rule could ask for some care, and where they stand in its order. */
export interface Ranked {
  readonly candidate: Candidate
  /** 1 is asked first; equal ranks have no order among them. */
  readonly rank: number
}

/** Someone whom the rule does not ask for it, and why. */
export interface NotAsked {
  readonly organisationId: Id
  readonly sentence: string
  /** No step asks anybody who stands where it does. */
  readonly beside?: true
}

/** Orders that go by what was placed before: the plan itself would change them, so that nobody stands before another. */
const moving: ReadonlySet<RuleStep['order']> = new Set(['round-robin', 'even-share'])

/**
 * Everyone whom a rule could ask, in its order: step by step, within a step by its order, those whose price needs approval
 * after the others; each in the first step that asks them. Room is not looked at: that is what is planned.
 */
export function orderOfRule(
  rule: OfferRule | undefined,
  candidates: readonly Candidate[],
): { readonly ranked: readonly Ranked[]; readonly not: readonly NotAsked[] } {
  if (!rule) return { ranked: [], not: [] }
  const ranked = new Map<Id, Ranked>()
  const hindered = new Map<Id, NotAsked>()
  let rank = 0
  for (const [at, step] of rule.steps.entries()) {
    const number = at + 1
    const members = membersOf(step, rule, candidates).filter(({ organisationId }) => !ranked.has(organisationId))
    const fit = members.flatMap((candidate) => {
      const no = against(step, number, { ...candidate, freeMinutes: null })
      if (!no) return [candidate]
      const { organisationId } = candidate
      if (!hindered.has(organisationId)) hindered.set(organisationId, { organisationId, sentence: no.sentence })
      return []
    })
    for (const group of groupsOf(step, fit)) {
      rank += 1
      for (const candidate of group) ranked.set(candidate.organisationId, { candidate, rank })
    }
  }
  for (const { organisationId, organisation } of candidates) {
    if (ranked.has(organisationId) || hindered.has(organisationId)) continue
    const sentence = `No step of the rule asks providers that stand where ${organisation} does.`
    hindered.set(organisationId, { organisationId, sentence, beside: true })
  }
  return {
    ranked: [...ranked.values()],
    not: [...hindered.values()].filter(({ organisationId }) => !ranked.has(organisationId)),
  }
}

/** Those of a step who are asked in their order, as groups within which nobody stands before another. */
function groupsOf(step: RuleStep, fit: readonly Candidate[]): Candidate[][] {
  const plain = fit.filter((one) => aboveLimit(step, one) === null)
  const dear = fit.filter((one) => aboveLimit(step, one) !== null)
  return [plain, dear].flatMap((some) => {
    if (some.length === 0) return []
    if (step.mode === 'all-at-once' || moving.has(step.order)) return [some]
    if (step.order !== 'rank') return some.map((one) => [one])
    return [...Map.groupBy(some, ({ place }) => place?.rank ?? null).values()]
  })
}
