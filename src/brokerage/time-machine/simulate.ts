import type { Id } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferRule } from '../offer-rule.ts'
import { nextOffers } from '../rules/next-offers.ts'
import type { ReplayedOffer } from '../rules/past-round.ts'
import { newCourse } from '../rules/replay-course.ts'
import type { PastApproval, PastOffer } from '../rules/round-decision.ts'
import type { DrawAnswer } from './answers.ts'
import { askedAs } from './asked-as.ts'
import { type Changes, changedCandidates, changedRule, seenElsewhere } from './changes.ts'
import type { MachineInput, MachineRound } from './past-care.ts'

/** Care that one round placed with one provider. */
export interface PlacedThen {
  readonly roundId: Id
  readonly organisationId: Id
  readonly organisation: string
  readonly minutes: number
  /** A week; null where no price is known. */
  readonly pence: number | null
  /** From the provider's base; null where none is known. */
  readonly metres: number | null
}

/** What one course of a period came to. */
export interface CourseOfPeriod {
  readonly placed: readonly PlacedThen[]
  /** Carers' minutes a week left after the last round of each package. */
  readonly unmetMinutes: number
  readonly offers: number
  /** Prices above a limit on which nobody decided then: they were not asked. */
  readonly undecidedApprovals: number
}

/**
 * Goes through a period's rounds again, in the order in which they were opened: the ordinary rule says who is asked next,
 * each answer is drawn, and what one round places otherwise shows in the shares, turns and free hours of those after it.
 * What a package wants in a later round is what the course has left of it.
 */
export function simulate(
  input: Pick<MachineInput, 'rules' | 'rounds'>,
  changes: Changes,
  draw: DrawAnswer,
  seed: number,
): CourseOfPeriod {
  const steps = simulation(input, changes, draw, seed)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** After so many rounds whoever goes through them may let others have their turn. */
const between = 20

/** The same in steps. */
export function* simulation(
  { rules, rounds }: Pick<MachineInput, 'rules' | 'rounds'>,
  changes: Changes,
  draw: DrawAnswer,
  seed: number,
): Generator<undefined, CourseOfPeriod> {
  const course = newCourse()
  const elsewhere = changes.openLots ? seenElsewhere(rounds) : () => []
  /** Of each package: minutes that were placed then, that are placed here, and that are left. */
  const packages = new Map<string, { went: number; here: number; left: number }>()
  const placed: PlacedThen[] = []
  let [offers, undecidedApprovals] = [0, 0]
  for (const [at, round] of rounds.entries()) {
    if (at % between === between - 1) yield
    const rule = rules[round.rule]
    if (!rule) throw new Error('A round has no rule.')
    const of = packages.get(round.reference) ?? { went: 0, here: 0, left: 0 }
    const wanted = Math.max(0, round.wantedMinutes + of.went - of.here)
    const candidates = changedCandidates(round.candidates, round.area, changes, elsewhere(at)).map((one) =>
      course.candidate(one, round),
    )
    const then = changedRule(rule, changes)
    const went = runRound(round, { rule: then, candidates, wanted, draw, seed })
    // It reads of a round when it was opened and what was offered; the rest is as it was.
    course.told({ ...round, number: 0, decisions: [] }, went.offers)
    offers += went.offers.length
    undecidedApprovals += went.undecidedApprovals
    for (const { organisationId, organisation, step, minutes } of went.offers) {
      if (minutes === 0) continue
      const one = askedAs(then, step, candidates, organisationId)
      const hourly = one?.hourlyPence ?? null
      const pence = hourly === null ? null : Math.round((hourly * minutes) / 60)
      placed.push({ roundId: round.id, organisationId, organisation, minutes, pence, metres: one?.distance ?? null })
    }
    packages.set(round.reference, {
      went: of.went + round.offers.reduce((sum, { acceptedMinutes }) => sum + acceptedMinutes, 0),
      here: of.here + wanted - went.left,
      left: went.left,
    })
  }
  const unmetMinutes = [...packages.values()].reduce((sum, { left }) => sum + left, 0)
  return { placed, unmetMinutes, offers, undecidedApprovals }
}

interface RoundToRun {
  readonly rule: OfferRule
  readonly candidates: readonly Candidate[]
  readonly wanted: number
  readonly draw: DrawAnswer
  readonly seed: number
}

function runRound(
  round: MachineRound,
  { rule, candidates, wanted, draw, seed }: RoundToRun,
): { readonly offers: readonly ReplayedOffer[]; readonly left: number; readonly undecidedApprovals: number } {
  const made: ReplayedOffer[] = []
  const past: PastOffer[] = []
  const approvals: PastApproval[] = []
  let [left, undecidedApprovals] = [wanted, 0]
  while (left > 0) {
    const { fromStep, on, goesWith } = round
    const input = { rule, fromStep, candidates, past, approvals, weeklyMinutes: left, on }
    const decision = nextOffers(goesWith === undefined ? input : { ...input, goesWith })
    if (decision.kind === 'approval') {
      const { organisationId, step } = decision
      const decided = round.approvals.find((one) => one.organisationId === organisationId && one.state !== 'asked')
      if (!decided) undecidedApprovals += 1
      approvals.push({ organisationId, step, state: decided?.state ?? 'declined' })
      continue
    }
    if (decision.kind !== 'send') break
    const drawn = decision.offers
      .map((offer) => ({ ...offer, ...draw(seed, round.id, offer.organisationId) }))
      // Of those asked at once, the drawn order is that in which they answer.
      .toSorted((a, b) => a.order - b.order || a.turn - b.turn)
    for (const { organisationId, turn, share } of drawn) {
      const candidate = askedAs(rule, decision.step, candidates, organisationId)
      if (!candidate) throw new Error('Somebody is asked who is no candidate.')
      const free = candidate.freeMinutes === null ? left : Math.max(0, candidate.freeMinutes)
      const minutes = Math.min(left, free, Math.round(wanted * share))
      left -= minutes
      const { organisation } = candidate
      made.push({ organisationId, organisation, step: decision.step, turn, minutes, basis: 'answer' })
      past.push({ organisationId, step: decision.step, turn, state: minutes > 0 ? 'part-accepted' : 'declined' })
    }
  }
  return { offers: made, left, undecidedApprovals }
}
