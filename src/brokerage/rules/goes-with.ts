import { addMonths } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { RuleStep } from '../offer-rule.ts'
import { aboveLimit, against, type PassedOver } from './passed-over.ts'
import type { OffersDecision, OffersInput } from './round-decision.ts'
import { membersOf } from './step-order.ts'

/** Whether the one who gives care to the person already is asked now, or why the order of the rule goes first. */
export interface PresentProvider {
  readonly decision?: OffersDecision
  readonly passedOver: readonly PassedOver[]
}

/** For somebody whom no step asks there are no limits but those that hold for everyone. */
const noLimits: RuleStep = {
  pool: { kind: 'accredited' },
  order: 'rank',
  mode: 'one-after-another',
  window: 0,
  priceCap: null,
  lowestGrade: null,
  distance: null,
  shortTermMonths: null,
  approvalAbove: null,
}

/**
 * Asks, as the first of a round, the one who gives care to the person already: what a change adds goes with that, if they
 * can, within the limits of their own step. Asked once; after that, and where it can't be, the rule has its order.
 */
export function askPresent(input: OffersInput, number: number): PresentProvider {
  const { goesWith, past, approvals, rule, candidates, on } = input
  if (goesWith === undefined || past.length > 0 || approvals.length > 0) return { passedOver: [] }
  const own = rule.steps.findIndex((step) => memberOf(step, input) !== undefined)
  const step = rule.steps[own] ?? noLimits
  const candidate = memberOf(step, input) ?? candidates.find(({ organisationId }) => organisationId === goesWith)
  if (!candidate) return { passedOver: [] }
  const limit = aboveLimit(step, candidate)
  const no =
    against(step, own + 1, candidate) ??
    (limit === null
      ? undefined
      : {
          because: 'needs-approval' as const,
          sentence: `The price of ${candidate.organisation} needs approval, so the order of the rule goes first.`,
        })
  if (no) return { passedOver: [{ organisationId: goesWith, step: number, ...no }] }
  const shortTermUntil = step.shortTermMonths === null ? null : addMonths(on, step.shortTermMonths)
  return {
    passedOver: [],
    decision: {
      kind: 'send',
      step: number,
      offers: [{ organisationId: goesWith, turn: 1, shortTermUntil, aboveLimit: false }],
      passedOver: [],
      why: `${candidate.organisation} is asked first: this goes with what it gives already.`,
    },
  }
}

const memberOf = (step: RuleStep, { rule, candidates, goesWith }: OffersInput): Candidate | undefined =>
  membersOf(step, rule, candidates).find(({ organisationId }) => organisationId === goesWith)
