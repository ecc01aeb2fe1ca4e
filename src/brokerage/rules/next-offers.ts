import { addMonths } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import { liveStates, type OfferState } from '../offer.ts'
import type { OfferRule, RuleStep } from '../offer-rule.ts'
import { askPresent } from './goes-with.ts'
import { type Against, aboveLimit, against, type PassedOver } from './passed-over.ts'
import { inPool } from './pool.ts'
import type { NextOffer, OffersDecision, OffersInput } from './round-decision.ts'
import { membersOf } from './step-order.ts'
import { approvalWhy, exhaustedWhy, sendWhy } from './why-words.ts'

export type { NextOffer, OffersDecision, OffersInput, PastApproval, PastOffer } from './round-decision.ts'

/**
 * Who is asked next in a round. It never goes back to an earlier step, asks nobody twice, and ends: each time it asks
 * somebody new, asks for an approval that was not asked for, waits for an answer, or is exhausted.
 */
export function nextOffers(input: OffersInput): OffersDecision {
  const { rule, past, approvals } = input
  const live = past.filter(({ state }) => isLive(state))
  const first = Math.max(input.fromStep, 1, ...[...past, ...approvals].map(({ step }) => step))
  const present = askPresent(input, first)
  if (present.decision) return present.decision
  const passedOver: PassedOver[] = [...present.passedOver]
  for (let number = first; number <= rule.steps.length; number += 1) {
    if (live.some((offer) => offer.step === number)) return { kind: 'wait', step: number }
    const found = inStep(input, number)
    passedOver.push(...found.passedOver)
    const { decision } = found
    if (decision) return decision.kind === 'wait' ? decision : { ...decision, passedOver }
  }
  // Those of a step that a broker widened past may still answer.
  const [waiting] = live
  if (waiting) return { kind: 'wait', step: waiting.step }
  return {
    kind: 'exhausted',
    passedOver: [...passedOver, ...leftOver(input, first, passedOver)],
    why: exhaustedWhy(past),
  }
}

const isLive = (state: OfferState): boolean => liveStates.some((one) => one === state)

/** What a step comes to: somebody to ask, an approval to ask or wait for, or nobody any more. */
interface Found {
  readonly passedOver: readonly PassedOver[]
  readonly decision?: OffersDecision
}

/** Someone not asked yet, with what speaks against it. */
interface Left {
  readonly candidate: Candidate
  readonly no: Against | undefined
  /** The limit that it is above, while nobody has approved that. */
  readonly above: number | null
  /** Somebody approved it. */
  readonly approved: boolean
}

function inStep(input: OffersInput, number: number): Found {
  const { rule, past } = input
  const step = stepOf(rule, number)
  const asked = new Set(past.map(({ organisationId }) => organisationId))
  const members = membersOf(step, rule, input.candidates)
  const left = members.filter((one) => !asked.has(one.organisationId)).map((one) => leftOf(input, step, number, one))
  const firstFit = left.findIndex(({ no }) => no === undefined)
  // One after another looks no further than the first that can be asked.
  const seen = step.mode === 'all-at-once' || firstFit < 0 ? left : left.slice(0, firstFit + 1)
  const fit = seen.filter(({ no }) => no === undefined)
  const ready = fit.filter(({ above }) => above === null)
  const passedOver = seen.flatMap(({ candidate, no }): PassedOver[] =>
    no ? [{ organisationId: candidate.organisationId, step: number, ...no }] : [],
  )
  const turn = past.filter((offer) => offer.step === number).length + 1
  if (ready.length > 0) {
    const why = sendWhy({ step, number, members, asked: ready.map(({ candidate }) => candidate) })
    const offers = ready.map((one, at) => offerTo(input, step, one, turn + at))
    const waiting = fit.flatMap(({ candidate, above }) => (above === null ? [] : [untilApproved(candidate, number)]))
    return {
      passedOver: [...passedOver, ...waiting],
      decision: { kind: 'send', step: number, offers, passedOver: [], why },
    }
  }
  const [next] = fit
  return next?.above == null
    ? { passedOver }
    : { passedOver, decision: approvalOf(input, number, turn, next.candidate, next.above) }
}

function leftOf(input: OffersInput, step: RuleStep, number: number, candidate: Candidate): Left {
  const limit = aboveLimit(step, candidate)
  const state = limit === null ? undefined : approvalState(input, number, candidate)
  const no = against(step, number, candidate) ?? (state === 'declined' ? notApproved(candidate) : undefined)
  return { candidate, no, above: state === 'approved' ? null : limit, approved: state === 'approved' }
}

const approvalState = ({ approvals }: OffersInput, number: number, { organisationId }: Candidate) =>
  approvals.find((one) => one.organisationId === organisationId && one.step === number)?.state

function stepOf({ steps }: OfferRule, number: number): RuleStep {
  const step = steps[number - 1]
  if (!step) throw new Error(`The rule has no step ${number}.`)
  return step
}

const offerTo = (
  { on }: OffersInput,
  { shortTermMonths }: RuleStep,
  { candidate, approved }: Left,
  turn: number,
): NextOffer => ({
  organisationId: candidate.organisationId,
  turn,
  shortTermUntil: shortTermMonths === null ? null : addMonths(on, shortTermMonths),
  aboveLimit: approved,
})

function approvalOf(
  input: OffersInput,
  number: number,
  turn: number,
  candidate: Candidate,
  abovePence: number,
): OffersDecision {
  if (approvalState(input, number, candidate) === 'asked') return { kind: 'wait', step: number }
  const hourlyPence = candidate.hourlyPence ?? 0
  const weeklyPence = candidate.weeklyPence ?? Math.round((hourlyPence * input.weeklyMinutes) / 60)
  const why = approvalWhy({ candidate, number, hourlyPence, abovePence })
  const { organisationId } = candidate
  return {
    kind: 'approval',
    step: number,
    turn,
    organisationId,
    hourlyPence,
    abovePence,
    weeklyPence,
    passedOver: [],
    why,
  }
}

const notApproved = ({ organisation }: Candidate): Against => ({
  because: 'not-approved',
  sentence: `The price of ${organisation} is above the limit, and was not approved.`,
})

const untilApproved = ({ organisation, organisationId }: Candidate, step: number): PassedOver => ({
  organisationId,
  step,
  because: 'needs-approval',
  sentence: `The price of ${organisation} needs approval; those of step ${step} below the limit are asked first.`,
})

/** Why each of those is not asked whom no step that was left could ask: at the end everyone has an answer. */
function leftOver(input: OffersInput, first: number, told: readonly PassedOver[]): PassedOver[] {
  const { rule, candidates, past } = input
  const answered = new Set([...past, ...told].map(({ organisationId }) => organisationId))
  const others = candidates.filter(({ organisationId }) => !answered.has(organisationId))
  return [...Map.groupBy(others, ({ organisationId }) => organisationId).values()].flatMap((places) => {
    const number =
      rule.steps.slice(0, first - 1).findLastIndex(({ pool }) => places.some((one) => inPool(pool, rule, one))) + 1
    const [one] = number > 0 ? membersOf(stepOf(rule, number), rule, places) : places
    if (!one) return []
    const { organisationId, organisation } = one
    if (number === 0) {
      const sentence = `No step of the rule asks providers that stand where ${organisation} does.`
      return [{ organisationId, step: 0, because: 'not-in-pool' as const, sentence }]
    }
    const { no } = leftOf(input, stepOf(rule, number), number, one)
    const over = {
      because: 'step-over' as const,
      sentence: `Step ${number} was over before ${organisation} could be asked.`,
    }
    return [{ organisationId, step: number, ...(no ?? over) }]
  })
}
