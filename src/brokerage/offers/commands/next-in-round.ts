import { type Id, newId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import type { Offer } from '../../offer.ts'
import { isWhollyPlaced } from '../../placements/queries/wholly-placed.ts'
import { setPackageState } from '../../requests/commands/set-package-state.ts'
import { nextOffers, type OffersDecision, type OffersInput } from '../../rules/next-offers.ts'
import { candidatesFor } from '../../rules/queries/candidates.ts'
import { brokerage } from '../../schema/index.ts'
import { type VisitLine, weeklyMinutes } from '../../visit-line.ts'
import { furtherAt, type RoundTime, windowOf } from '../clock.ts'
import type { PriceApproval } from '../queries/approvals.ts'
import { isAccepted } from '../reveals.ts'
import type { Round } from '../round.ts'
import { leftOf } from '../unplaced.ts'
import { closeRound } from './close-round.ts'
import { endOffers } from './end-offers.ts'
import { note } from './notice.ts'
import { isLive, type RoundUnderWay } from './open-offers.ts'
import { type SentOffer, sendOffers } from './send-offers.ts'

/** A round with its offers as they stand now. */
interface Standing {
  readonly package: Omit<CarePackage, 'lines'>
  readonly round: Round
  readonly offers: readonly Offer[]
  readonly approvals: readonly PriceApproval[]
  readonly time: RoundTime
}

/** Does the next thing of a round: asks who comes next, asks for an approval, waits, or ends it. Done again, it changes nothing. */
export async function nextInRound(work: Work, standing: RoundUnderWay): Promise<SentOffer[]> {
  const { round, given } = standing
  const left = leftOf(round.lines, given, round.startBy)
  if (left.length === 0) return placed(work, standing)
  return round.state === 'running' ? askNext(work, standing, left) : []
}

/** Asks whoever comes next about what is left, or for an approval; or ends the round, when nobody is left. */
export async function askNext(work: Work, standing: Standing, left: readonly VisitLine[]): Promise<SentOffer[]> {
  const { db, partnershipId, at } = work
  const { package: of, round, offers, approvals, time } = standing
  const { serviceType, area } = of
  const question = { partnershipId, serviceType, area, on: round.startBy, lines: left, at }
  const candidates = await candidatesFor(db, { ...question, rule: time.rule })
  const input: OffersInput = {
    rule: time.rule,
    fromStep: round.fromStep,
    candidates,
    past: offers.map(({ organisationId, step, turn, state }) => ({ organisationId, step, turn, state })),
    approvals: approvals.map(({ organisationId, step, state }) => ({ organisationId, step, state })),
    weeklyMinutes: weeklyMinutes(left),
    on: round.startBy,
    ...(round.goesWith === null ? {} : { goesWith: round.goesWith }),
  }
  const decision = nextOffers(input)
  if (decision.kind === 'send') {
    return sendOffers(work, { package: of, round, time, left, input, decision, approved: approvals })
  }
  if (decision.kind === 'approval') await askApproval(work, { ...standing, input, decision })
  if (decision.kind === 'exhausted') await exhausted(work, { ...standing, input, decision, left })
  return []
}

/** All of it is placed: nobody else needs to answer. */
async function placed(work: Work, { package: of, round, offers, approvals, revealed, wanted }: RoundUnderWay) {
  await endOffers(work, of.id, offers.filter(isLive), 'taken', revealed)
  await closeRound(work, round.id, { state: 'done', outcome: 'placed' }, approvals)
  // Something else of it may have been given back meanwhile.
  await setPackageState(work, of.id, (await isWhollyPlaced(work, of.id, wanted)) ? 'placed' : 'waiting')
  return []
}

interface Decided<Kind extends OffersDecision['kind']> extends Standing {
  readonly input: OffersInput
  readonly decision: Extract<OffersDecision, { kind: Kind }>
}

async function askApproval(work: Work, { package: of, round, time, input, decision }: Decided<'approval'>) {
  const { db, partnershipId, at } = work
  const approvalId: Id = newId()
  const escalateAt = furtherAt(time, at, windowOf(time, decision.step))
  await brokerage(db)
    .insertInto('price_approval')
    .values({
      partnership_id: partnershipId,
      id: approvalId,
      round_id: round.id,
      package_id: of.id,
      step: decision.step,
      organisation_id: decision.organisationId,
      hourly_pence: decision.hourlyPence,
      above_pence: decision.abovePence,
      weekly_pence: decision.weeklyPence,
      state: 'asked',
      asked_at: at,
      asked_by: round.openedBy,
      decided_at: null,
      decided_by: null,
      words: '',
      escalate_at: escalateAt,
    })
    .execute()
  await brokerage(db)
    .updateTable('offer_round')
    .set({ state: 'approval' })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', round.id)
    .execute()
  work.told.push({
    event: 'brokerage.approval-asked',
    subject: { kind: 'package', id: of.id },
    rule: { name: 'offer-order', version: time.rule.versionId },
    payload: { roundId: round.id, approvalId, input, decision },
  })
  await note(work, [{ kind: 'approval-asked', packageId: of.id }], [escalateAt])
}

async function exhausted(
  work: Work,
  {
    package: of,
    round,
    offers,
    approvals,
    time,
    input,
    decision,
    left,
  }: Decided<'exhausted'> & { left: readonly VisitLine[] },
): Promise<void> {
  const outcome = offers.some(({ state }) => isAccepted(state)) ? 'part' : 'unmet'
  await closeRound(work, round.id, { state: 'done', outcome }, approvals)
  await setPackageState(work, of.id, 'unmet')
  work.told.push({
    event: 'brokerage.package-unmet',
    subject: { kind: 'package', id: of.id },
    rule: { name: 'offer-order', version: time.rule.versionId },
    payload: { roundId: round.id, input, decision, outcome, weeklyMinutes: weeklyMinutes(left) },
  })
  await note(work, [{ kind: 'nobody-left', packageId: of.id }])
}
