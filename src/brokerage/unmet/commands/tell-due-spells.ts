import { sql } from 'kysely'
import { allPartnerships, publicActor, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../../core/db/index.ts'
import { addDays, type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { working } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { isPlayedBehind } from '../../week/queries/is-played-behind.ts'
import { queueOf } from './queue-of.ts'
import { tellSpell } from './tell-spell.ts'

/** So many packages are told in one transaction, so that nobody waits long for the head of the ledger. */
const atOnce = 50

/**
 * Tells spells what days by themselves change, in every partnership or one: somebody is ready today, a notice is over, a pause
 * begins. Tells how many packages were looked at; done again on one day, it looks at none.
 */
export async function tellDueSpells(database: Database, at: Date, only?: Id): Promise<number> {
  const today = londonDate(at)
  let told = 0
  const partnerships = only ? [{ id: only }] : await asActor(database, publicActor, allPartnerships)
  for (const { id } of partnerships) {
    const actor = systemActor(id)
    if (await asActor(database, actor, (db) => isPlayedBehind(db, id, at))) continue
    const due = await asActor(database, actor, (db) => packagesTurning(db, id, today))
    for (let from = 0; from < due.length; from += atOnce) {
      const some = due.slice(from, from + atOnce)
      await asActor(database, actor, (db) =>
        working({ db, partnershipId: id, actor, at }, async (work) => {
          for (const packageId of some) {
            await queueOf(work, packageId)
            await tellSpell(work, packageId)
          }
        }),
      )
    }
    told += due.length
    await asActor(database, actor, (db) =>
      brokerage(db)
        .insertInto('unmet_counted')
        .values({ partnership_id: id, counted_at: null, counted_on: null, told_on: today })
        .onConflict((conflict) => conflict.column('partnership_id').doUpdateSet({ told_on: today }))
        .execute(),
    )
  }
  return told
}

/** Packages of which something begins or ends on the days since they were last told. */
async function packagesTurning(db: Db, partnershipId: Id, today: IsoDate): Promise<Id[]> {
  const last = await brokerage(db)
    .selectFrom('unmet_counted')
    .select('told_on')
    .where('partnership_id', '=', partnershipId)
    .executeTakeFirst()
  const from = last?.told_on ?? addDays(today, -31)
  if (from >= today) return []
  const days = sql`daterange(${addDays(from, 1)}::date, ${addDays(today, 1)}::date)`
  const turns = (range: string) => sql`(${days} @> lower(${sql.ref(range)}) or ${days} @> upper(${sql.ref(range)}))`
  const { rows } = await sql<{ id: Id }>`
    select p.id from care_package p where p.partnership_id = ${partnershipId}
      and ${days} @> (p.ready_at at time zone 'Europe/London')::date and p.state not in ('ended', 'withdrawn')
    union select l.package_id from package_line l where l.partnership_id = ${partnershipId} and ${turns('l.held')}
    union select v.package_id from placed_visit v where v.partnership_id = ${partnershipId} and ${turns('v.held')}
    union select t.package_id from placement t where t.partnership_id = ${partnershipId}
      and (${days} @> t.ends_on or ${days} @> t.started_on)
    union select t.package_id from placement t
      join placement_pause z on z.partnership_id = t.partnership_id and z.placement_id = t.id
      where t.partnership_id = ${partnershipId} and ${turns('z.during')}
    order by 1`.execute(brokerage(db))
  return rows.map(({ id }) => id)
}
