import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import { addDays, type Id, type IsoDate } from '../../../core/values/index.ts'
import { organisations } from '../schema.ts'
import { type Suspension, startOf } from '../suspension.ts'

/** A partnership's suspensions of placing, of everyone or one organisation, newest first; at most two hundred. */
export async function suspensionsOf(db: Db, partnershipId: Id, organisationId?: Id): Promise<Suspension[]> {
  const { rows } = await sql<Suspension>`select g.id, g.organisation_id as "organisationId", o.name as organisation,
      lower(g.during) as "from", upper(g.during) as "until", g.reason
    from placement_gate g join organisation o on o.id = g.organisation_id
    where g.partnership_id = ${partnershipId} and g.kind = 'suspension'
      ${organisationId ? sql`and g.organisation_id = ${organisationId}` : sql``}
    order by lower(g.during) desc, g.id desc limit 200`.execute(organisations(db))
  return rows
}

/** The organisations with which a partnership places nothing on a day, with the end of each suspension. */
export async function suspendedOrganisations(
  db: Db,
  partnershipId: Id,
  on: IsoDate,
): Promise<Pick<Suspension, 'organisationId' | 'until'>[]> {
  // As `suspendedOn` has it: those that still run when the day ends.
  const ends = startOf(addDays(on, 1)).toISOString()
  const { rows } = await sql<
    Pick<Suspension, 'organisationId' | 'until'>
  >`${keptPlan}select g.organisation_id as "organisationId", upper(g.during) as "until" from placement_gate g
    where g.partnership_id = ${partnershipId} and g.kind = 'suspension' and lower(g.during) < ${ends}::timestamptz
      and (upper_inf(g.during) or upper(g.during) >= ${ends}::timestamptz)`.execute(organisations(db))
  return rows
}
