import type { Id } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferState } from '../offer.ts'
import type { OfferRule } from '../offer-rule.ts'
import { nextOffers } from './next-offers.ts'
import type { AnswerBasis, PastRound, ReplayedOffer } from './past-round.ts'
import { type Course, newCourse } from './replay-course.ts'
import type { OffersInput, PastApproval, PastOffer } from './round-decision.ts'

/** A past round under a rule. */
export interface ReplayedRound {
  readonly id: Id
  readonly reference: string
  readonly number: number
  readonly openedAt: Date
  readonly wantedMinutes: number
  readonly before: readonly ReplayedOffer[]
  readonly after: readonly ReplayedOffer[]
  /** Prices above a limit that nobody decided on then: those were not asked. */
  readonly undecidedApprovals: number
  /** The same were asked in the same order, with the same outcome. */
  readonly same: boolean
}

/** Whether a round is one that a rule would decide: of its service, and where a contract has the rule, served by its lots. */
export function isGoverned(rule: Pick<OfferRule, 'contractId' | 'serviceType'>, { decisions }: PastRound): boolean {
  const [first] = decisions
  if (!first || first.input.rule.serviceType !== rule.serviceType) return false
  return rule.contractId === null
    ? first.input.rule.contractId === null
    : first.input.candidates.some(({ place }) => place?.contractId === rule.contractId)
}

/**
 * Past rounds under another rule, in the order in which they were opened. Whoever was asked then answers as they did;
 * others take what they had declared free, or, where they declared nothing, nobody knows. What one round places otherwise
 * shows in the shares, turns and free hours that the rounds after it see.
 */
export function replayRounds(
  rule: OfferRule,
  rounds: readonly PastRound[],
  course: Course = newCourse(),
): ReplayedRound[] {
  return rounds
    .filter((round) => isGoverned(rule, round))
    .toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1))
    .map((round) => {
      const replayed = replayRound(rule, round, course)
      course.told(round, replayed.after)
      return replayed
    })
}

function replayRound(rule: OfferRule, round: PastRound, course: Course): ReplayedRound {
  const after: ReplayedOffer[] = []
  const past: PastOffer[] = []
  const approvals: PastApproval[] = []
  let left = round.wantedMinutes
  let [kept, undecidedApprovals] = [0, 0]
  // What was kept is used as long as the round goes as it did: later decisions were made of what was known later.
  let seen = round.decisions[0]?.input
  while (left > 0 && seen) {
    const here = round.decisions[kept]?.input
    if (here && sameSoFar(here, past, approvals)) [seen, kept] = [here, kept + 1]
    const candidates = seen.candidates.map((one) => course.candidate(one, round))
    const decision = nextOffers({ ...seen, rule, candidates, past, approvals, weeklyMinutes: left })
    if (decision.kind === 'approval') {
      const { organisationId, step } = decision
      const decided = round.approvals.find((one) => one.organisationId === organisationId && one.state !== 'asked')
      if (!decided) undecidedApprovals += 1
      approvals.push({ organisationId, step, state: decided?.state ?? 'declined' })
      continue
    }
    if (decision.kind !== 'send') break
    const answers = new Map<Id, ReplayedOffer>()
    // Of those asked at once, who answered then does so before who had no chance to.
    for (const { organisationId, turn } of ownAnswersFirst(round, decision.offers)) {
      const candidate = candidates.find((one) => one.organisationId === organisationId)
      if (!candidate) throw new Error('Somebody is asked who is no candidate.')
      const { minutes, basis } = answerOf(round, candidate, left)
      left -= minutes
      const { organisation } = candidate
      answers.set(organisationId, { organisationId, organisation, step: decision.step, turn, minutes, basis })
    }
    for (const { organisationId, turn } of decision.offers) {
      const answer = answers.get(organisationId)
      if (answer) after.push(answer)
      const state = answer && answer.minutes > 0 ? 'part-accepted' : 'declined'
      past.push({ organisationId, step: decision.step, turn, state })
    }
  }
  const before = round.offers.map(({ organisationId, organisation, step, turn, acceptedMinutes }): ReplayedOffer => {
    return { organisationId, organisation, step, turn, minutes: acceptedMinutes, basis: 'answer' }
  })
  const { id, reference, number, openedAt, wantedMinutes } = round
  const same = JSON.stringify(after.map(outline)) === JSON.stringify(before.map(outline))
  return { id, reference, number, openedAt, wantedMinutes, before, after, undecidedApprovals, same }
}

const outline = ({ organisationId, step, minutes }: ReplayedOffer) => [organisationId, step, minutes]

/** Whether a decision was made when the same had been asked and approved. */
function sameSoFar(kept: OffersInput, past: readonly PastOffer[], approvals: readonly PastApproval[]): boolean {
  const ids = (all: readonly { readonly organisationId: Id }[]) =>
    all.map(({ organisationId }) => organisationId).toSorted()
  return (
    JSON.stringify(ids(kept.past)) === JSON.stringify(ids(past)) &&
    JSON.stringify(ids(kept.approvals)) === JSON.stringify(ids(approvals))
  )
}

/** States in which somebody's own answer shows. */
const ownAnswers: readonly OfferState[] = ['accepted', 'part-accepted', 'declined', 'lapsed']

const answeredThen = ({ offers }: PastRound, organisationId: Id): boolean =>
  offers.some((one) => one.organisationId === organisationId && ownAnswers.includes(one.state))

const ownAnswersFirst = <T extends { readonly organisationId: Id }>(round: PastRound, offers: readonly T[]): T[] =>
  offers.toSorted(
    (a, b) => Number(answeredThen(round, b.organisationId)) - Number(answeredThen(round, a.organisationId)),
  )

function answerOf(
  { offers }: PastRound,
  { organisationId, freeMinutes }: Candidate,
  left: number,
): { readonly minutes: number; readonly basis: AnswerBasis } {
  const made = offers.find((offer) => offer.organisationId === organisationId)
  if (made && (ownAnswers.includes(made.state) || left === 0)) {
    return { minutes: Math.min(left, made.acceptedMinutes), basis: 'answer' }
  }
  if (freeMinutes === null) return { minutes: 0, basis: 'unknown' }
  return { minutes: Math.max(0, Math.min(left, freeMinutes)), basis: 'capacity' }
}
