import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** What is known now of unmet need from a day on, piece by piece; what a person has otherwise than wanted is no part of it. */
export async function countedPieces(db: Db, partnershipId: Id, from: IsoDate) {
  const rows = await brokerage(db)
    .selectFrom('unmet_piece as h')
    .innerJoin('unmet_spell as s', (join) =>
      join.onRef('s.partnership_id', '=', 'h.partnership_id').onRef('s.id', '=', 'h.subject_id'),
    )
    .select(['s.person_id as personId', 's.service_type_key as serviceType', 's.area_code as area', 's.origin'])
    .select(['h.held', 'h.wanted_minutes as wantedMinutes', 'h.delivered_minutes as deliveredMinutes'])
    .select(['h.reason', 'h.unplaced'])
    .where('h.partnership_id', '=', partnershipId)
    .where('s.kind', '=', 'need')
    .where(sql<boolean>`upper_inf(h.known)`)
    // Spells that were over before can't hold a piece that counts.
    .where(sql<boolean>`(s.ended_on is null or s.ended_on > ${from}::date)`)
    .where(sql<boolean>`h.held && daterange(${from}::date, null)`)
    .execute()
  return rows.map(({ held, ...piece }) => ({ ...piece, ...periodFrom(held) }))
}
