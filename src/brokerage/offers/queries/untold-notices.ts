import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { NoticeKind } from '../notice-kind.ts'

/** Something that people are still to be told. */
export interface UntoldNotice {
  readonly id: Id
  readonly kind: NoticeKind
  readonly organisationId: Id | null
  readonly packageReference: string
  readonly offerReference: string | null
}

/** What is still to be told, the oldest first; at most a hundred. */
export async function untoldNotices(db: Db, partnershipId: Id): Promise<UntoldNotice[]> {
  const { rows } = await sql<UntoldNotice>`select n.id, n.kind, n.organisation_id as "organisationId",
      p.reference as "packageReference", o.reference as "offerReference"
    from brokerage_notice n
      join care_package p on p.partnership_id = n.partnership_id and p.id = n.package_id
      left join offer o on o.partnership_id = n.partnership_id and o.id = n.offer_id
    where n.partnership_id = ${partnershipId} and n.told_at is null
    order by n.noted_at, n.id limit 100`.execute(brokerage(db))
  return rows
}

/** Takes notices to tell them: of two who would, each is given to one. */
export async function takeNotices(db: Db, partnershipId: Id, ids: readonly Id[], at: Date): Promise<Set<Id>> {
  const taken = await brokerage(db)
    .updateTable('brokerage_notice')
    .set({ told_at: at })
    .where('partnership_id', '=', partnershipId)
    .where('id', 'in', [...ids])
    .where('told_at', 'is', null)
    .returning('id')
    .execute()
  return new Set(taken.map(({ id }) => id))
}
