import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { liveStates, type Offer } from '../../offer.ts'
import { brokerage } from '../../schema/index.ts'
import { type PartnershipNamed, partnershipsOf } from './partnerships-of.ts'

/** An offer as a list of a provider's tells of it. */
export interface OwnOffer
  extends Pick<
    Offer,
    | 'id'
    | 'reference'
    | 'state'
    | 'sentAt'
    | 'dueAt'
    | 'leftMinutes'
    | 'answeredAt'
    | 'weeklyMinutes'
    | 'weeklyPence'
    | 'acceptedMinutes'
    | 'reason'
    | 'shortTermUntil'
    | 'ask'
  > {
  readonly partnership: PartnershipNamed
}

/** Which of a provider's offers. */
export interface OwnOffersAsked {
  readonly organisationId: Id
  /** Those that can still be answered, or those that are over. */
  readonly live: boolean
  readonly limit: number
  /** Those made before this one. */
  readonly before?: Id | undefined
}

/** A provider's offers in every partnership, the newest first. */
export async function ownOffers(db: Db, { organisationId, live, limit, before }: OwnOffersAsked): Promise<OwnOffer[]> {
  let query = brokerage(db)
    .selectFrom('offer as o')
    .select([
      'o.id',
      'o.partnership_id',
      'o.reference',
      'o.state',
      'o.sent_at as sentAt',
      'o.due_at as dueAt',
      'o.left_minutes as leftMinutes',
      'o.answered_at as answeredAt',
      'o.weekly_minutes as weeklyMinutes',
      'o.weekly_pence as weeklyPence',
      'o.accepted_minutes as acceptedMinutes',
      'o.reason',
      'o.short_term_until as shortTermUntil',
      'o.ask',
    ])
    .where('o.organisation_id', '=', organisationId)
    .where('o.state', live ? 'in' : 'not in', [...liveStates])
  if (before) query = query.where('o.id', '<', before)
  const rows = await query.orderBy('o.id', 'desc').limit(limit).execute()
  const partnerships = await partnershipsOf(db, [...new Set(rows.map((row) => row.partnership_id))])
  return rows.flatMap(({ partnership_id, ...row }) => {
    const partnership = partnerships.get(partnership_id)
    return partnership ? [{ ...row, partnership }] : []
  })
}
