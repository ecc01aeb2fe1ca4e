import type { Id } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import { undoneIf } from './attempting.ts'
import { endOffers } from './end-offers.ts'
import { nextInRound } from './next-in-round.ts'
import { note } from './notice.ts'
import { lockRound, type RoundUnderWay } from './open-offers.ts'

/** How much was due. */
export interface Settled {
  readonly lapsed: number
  readonly reminded: number
  readonly escalated: number
}

const nothing: Settled = { lapsed: 0, reminded: 0, escalated: 0 }

/** Does what is due of one package at an instant: lapses and asks who is next, reminds, takes further what waits. Done again, it changes nothing. */
export const settleDue = (work: Work, packageId: Id): Promise<Settled> =>
  undoneIf(
    work,
    () => settle(work, packageId),
    ({ lapsed, reminded, escalated }) => lapsed + reminded + escalated === 0,
  )

async function settle(work: Work, packageId: Id): Promise<Settled> {
  const standing = await lockRound(work, packageId)
  if ('outcome' in standing) return nothing
  const reminded = await remind(work, standing)
  const escalated = (await escalateOffers(work, standing)) + (await escalateApprovals(work, standing))
  const lapsed = standing.offers.filter(({ state, dueAt }) => state === 'open' && dueAt !== null && dueAt <= work.at)
  if (lapsed.length > 0) {
    await endOffers(work, packageId, lapsed, 'lapsed', standing.revealed)
    const offers = standing.offers.map((one) => (lapsed.includes(one) ? { ...one, state: 'lapsed' as const } : one))
    await nextInRound(work, { ...standing, offers })
    await tellSpell(work, packageId)
  }
  return { lapsed: lapsed.length, reminded, escalated }
}

/** Reminds those whose time is nearly over, once each. */
async function remind(work: Work, { package: of }: RoundUnderWay): Promise<number> {
  const { db, partnershipId, at } = work
  const due = await brokerage(db)
    .updateTable('offer')
    .set({ remind_at: null, reminded_at: at })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', of.id)
    .where('remind_at', '<=', at)
    .where('due_at', '>', at)
    .returning(['id', 'reference', 'organisation_id as organisationId', 'due_at as dueAt'])
    .execute()
  for (const { id: offerId, dueAt, ...offer } of due) {
    tell(work, of.id, 'offer-reminded', { offerId, ...offer, dueAt })
  }
  await note(
    work,
    due.map((offer) => ({ kind: 'offer-reminder' as const, packageId: of.id, offer })),
  )
  return due.length
}

/** Takes further what a provider asked or proposed and nobody has answered for as long as the provider itself had. */
async function escalateOffers(work: Work, { package: of }: RoundUnderWay): Promise<number> {
  const { db, partnershipId, at } = work
  const due = await brokerage(db)
    .updateTable('offer')
    .set({ escalate_at: null })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', of.id)
    .where('escalate_at', '<=', at)
    .returning(['id', 'reference', 'organisation_id as organisationId', 'state'])
    .execute()
  for (const { id: offerId, ...offer } of due) tell(work, of.id, 'wait-escalated', { offerId, ...offer })
  if (due.length > 0) await note(work, [{ kind: 'still-waiting', packageId: of.id }])
  return due.length
}

/** Takes further approvals that nobody decided for as long as a provider would have had to answer. */
async function escalateApprovals(work: Work, { package: of }: RoundUnderWay): Promise<number> {
  const { db, partnershipId, at } = work
  const due = await brokerage(db)
    .updateTable('price_approval')
    .set({ escalate_at: null })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', of.id)
    .where('escalate_at', '<=', at)
    .returning('id')
    .execute()
  for (const { id: approvalId } of due) tell(work, of.id, 'wait-escalated', { approvalId, state: 'approval' })
  if (due.length > 0) await note(work, [{ kind: 'approval-still-waiting', packageId: of.id }])
  return due.length
}

const tell = (work: Work, packageId: Id, event: string, payload: object): void => {
  work.told.push({ event: `brokerage.${event}`, subject: { kind: 'package', id: packageId }, payload })
}
