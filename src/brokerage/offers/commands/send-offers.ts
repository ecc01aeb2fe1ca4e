import { ahead, json, keptPlan } from '../../../core/db/index.ts'
import { nextReferences } from '../../../core/references/index.ts'
import { addDays, type Id, londonDate, newId } from '../../../core/values/index.ts'
import type { Candidate } from '../../candidate.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import type { Ask } from '../../offer.ts'
import type { Pool } from '../../offer-rule.ts'
import type { OffersDecision, OffersInput } from '../../rules/next-offers.ts'
import { membersOf } from '../../rules/step-order.ts'
import { brokerage } from '../../schema/index.ts'
import type { VisitLine } from '../../visit-line.ts'
import { type RoundTime, running, stepOf } from '../clock.ts'
import type { Round } from '../round.ts'
import { laterOf } from '../unplaced.ts'
import { note } from './notice.ts'

/** An offer that has just gone out. */
export interface SentOffer {
  readonly offerId: Id
  readonly reference: string
  readonly organisationId: Id
}

/** What is offered, by which decision. */
export interface Sending {
  readonly package: Omit<CarePackage, 'lines'>
  readonly round: Round
  readonly time: RoundTime
  readonly left: readonly VisitLine[]
  readonly input: OffersInput
  readonly decision: Extract<OffersDecision, { kind: 'send' }>
  readonly approved: readonly { readonly id: Id; readonly organisationId: Id; readonly step: number }[]
}

/** Sends offers to those whom the rule names, each with its clock. */
export async function sendOffers(work: Work, sending: Sending): Promise<SentOffer[]> {
  const { db, partnershipId, at } = work
  const { package: of, round, time, input, decision } = sending
  const { step } = decision
  const { pool, window } = stepOf(time.rule, step)
  const face = running(time, at, window, window)
  const references = await nextReferences(db, time.partnership, 'OFF', decision.offers.length)
  const rows = decision.offers.map((offer, index) => {
    const candidate = candidateOf(input, step, offer.organisationId)
    const { place, weeklyPence, priceWhy } = candidate
    const approval = sending.approved.find((one) => one.organisationId === offer.organisationId && one.step === step)
    return {
      partnership_id: partnershipId,
      id: newId(),
      reference: references[index] ?? '',
      round_id: round.id,
      package_id: of.id,
      organisation_id: offer.organisationId,
      service_type_key: of.serviceType,
      contract_id: place?.contractId ?? null,
      lot_id: place?.lotId ?? null,
      step,
      turn: offer.turn,
      pool: offer.organisationId === input.goesWith ? poolOf(candidate) : pool.kind,
      rank: place?.rank ?? null,
      weekly_minutes: input.weeklyMinutes,
      weekly_pence: weeklyPence,
      price_why: priceWhy,
      short_term_until: offer.shortTermUntil,
      above_limit: offer.aboveLimit,
      approval_id: offer.aboveLimit && approval ? approval.id : null,
      approval_state: offer.aboveLimit && approval ? 'approved' : null,
      state: 'open' as const,
      sent_at: at,
      ...face,
      escalate_at: null,
      reminded_at: null,
      answered_at: null,
      answered_by: null,
      accepted_minutes: 0,
      reason: null,
      words: '',
      proposal: null,
      ask: json(askOf(sending, offer.shortTermUntil !== null, face.due_at)),
    }
  })
  await ahead(
    brokerage(db),
    brokerage(db)
      .with('round', (also) =>
        also
          .updateTable('offer_round')
          .set({ step, state: 'running' })
          .where('partnership_id', '=', partnershipId)
          .where('id', '=', round.id),
      )
      .insertInto('offer')
      .values(rows)
      .$if(rows.length === 1, (one) => one.modifyEnd(keptPlan)),
  )
  const sent = rows.map(({ id, reference, organisation_id }) => ({
    offerId: id,
    reference,
    organisationId: organisation_id,
  }))
  work.told.push({
    event: 'brokerage.offers-sent',
    subject: { kind: 'package', id: of.id },
    rule: { name: 'offer-order', version: time.rule.versionId },
    payload: { roundId: round.id, input, decision, offers: sent, dueAt: face.due_at },
  })
  await note(
    work,
    sent.map(({ offerId, organisationId }) => ({
      kind: 'offer-sent' as const,
      packageId: of.id,
      offer: { id: offerId, organisationId },
    })),
    [face.remind_at, face.due_at],
  )
  return sent
}

/** The one of somebody's places by which the step asks them. */
function candidateOf({ rule, candidates, goesWith }: OffersInput, step: number, organisationId: Id): Candidate {
  const members = membersOf(stepOf(rule, step), rule, candidates)
  const isAsked = (one: Candidate) => one.organisationId === organisationId
  // Who gives care already is asked out of the order of steps.
  const found = members.find(isAsked) ?? (goesWith === organisationId ? candidates.find(isAsked) : undefined)
  if (!found) throw new Error('The rule asks somebody who is no candidate.')
  return found
}

/** Where somebody stands who is asked before the steps. */
const poolOf = ({ place, inHouse }: Candidate): Pool['kind'] => (inHouse ? 'in-house' : (place?.role ?? 'accredited'))

/** What a provider is told at first. */
function askOf({ package: of, round, time, left }: Sending, shortTerm: boolean, dueAt: Date | null): Ask {
  return {
    partnership: time.partnership.title,
    serviceType: of.serviceType,
    district: of.district,
    lines: left,
    needs: of.needs,
    // Whoever answers at the last moment must still be able to say yes.
    startBy: dueAt ? laterOf(round.startBy, addDays(londonDate(dueAt), 1)) : round.startBy,
    shortTerm: shortTerm || of.shortTerm,
    origin: of.origin,
  }
}
