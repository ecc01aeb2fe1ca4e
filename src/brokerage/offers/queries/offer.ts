import { type Selectable, sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Offer } from '../../offer.ts'
import { brokerage } from '../../schema/index.ts'
import type { OfferTables } from '../../schema/offers.ts'

/** An offer as it is read. */
export type OfferRow = Omit<Selectable<OfferTables['offer']>, 'remind_at' | 'reminded_at' | 'escalate_at'> & {
  readonly organisation: string
}

const named = sql<string>`(select g.name from organisation g where g.id = o.organisation_id)`.as('organisation')

const offers = (db: Db, partnershipId: Id) =>
  brokerage(db).selectFrom('offer as o').selectAll('o').select(named).where('o.partnership_id', '=', partnershipId)

/** An offer from its row. */
export const offerOf = (row: OfferRow): Offer => ({
  id: row.id,
  reference: row.reference,
  roundId: row.round_id,
  packageId: row.package_id,
  organisationId: row.organisation_id,
  organisation: row.organisation,
  contractId: row.contract_id,
  lotId: row.lot_id,
  step: row.step,
  turn: row.turn,
  pool: row.pool,
  rank: row.rank,
  weeklyMinutes: row.weekly_minutes,
  weeklyPence: row.weekly_pence,
  priceWhy: row.price_why,
  shortTermUntil: row.short_term_until,
  state: row.state,
  sentAt: row.sent_at,
  dueAt: row.due_at,
  leftMinutes: row.left_minutes,
  answeredAt: row.answered_at,
  acceptedMinutes: row.accepted_minutes,
  reason: row.reason,
  words: row.words,
  proposal: row.proposal,
  ask: row.ask,
})

/** One offer of a partnership; a provider finds its own only. */
export async function offerBy(
  db: Db,
  partnershipId: Id,
  by: { readonly id: Id } | { readonly reference: string },
): Promise<Offer | undefined> {
  const query = offers(db, partnershipId)
  const row = await ('id' in by ? query.where('o.id', '=', by.id) : query.where('o.reference', '=', by.reference))
    .modifyEnd(keptPlan)
    .executeTakeFirst()
  return row && offerOf(row)
}

/** The offers of a round, in the order in which they were made. */
export const offersOfRound = async (db: Db, partnershipId: Id, roundId: Id): Promise<Offer[]> =>
  (await offers(db, partnershipId).where('o.round_id', '=', roundId).orderBy('o.step').orderBy('o.turn').execute()).map(
    offerOf,
  )

/** Every offer of a package, the oldest round first; within it in the order in which they were made. */
export const offersOfPackage = async (db: Db, partnershipId: Id, packageId: Id): Promise<Offer[]> =>
  (
    await offers(db, partnershipId)
      .innerJoin('offer_round as r', (join) =>
        join.onRef('r.partnership_id', '=', 'o.partnership_id').onRef('r.id', '=', 'o.round_id'),
      )
      .where('o.package_id', '=', packageId)
      .orderBy('r.number')
      .orderBy('o.step')
      .orderBy('o.turn')
      .execute()
  ).map(offerOf)
