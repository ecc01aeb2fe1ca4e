import { type RawBuilder, sql } from 'kysely'
import { byColumn, type Columns, type Db, keptPlan, unseen } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { organisations } from '../schema.ts'
import type { Suspension } from '../suspension.ts'

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

/** That a partnership places nothing with an organisation on a day. */
interface Suspended {
  readonly organisationId: Id
  /** The last day of it; null until it is lifted. */
  readonly lastDay: IsoDate | null
}

const suspended = byColumn<Suspended>({
  organisationId: 'g.organisation_id',
  lastDay: `((upper(g.during) - interval '1 millisecond') at time zone 'Europe/London')::date`,
})

/** What a query selects to have, beside what else it reads, with whom a partnership places nothing on a day. */
export const toldSuspended = (partnershipId: Id, on: IsoDate): RawBuilder<Columns<Suspended>> =>
  // As `suspendedOn` has it: those that still run when the day ends.
  suspended.from(sql`placement_gate g, (select (${unseen(on, 'date')} + 1)::timestamp at time zone 'Europe/London') day (ends)
    where g.partnership_id = ${unseen(partnershipId, 'uuid')} and g.kind = 'suspension' and lower(g.during) < day.ends
      and (upper_inf(g.during) or upper(g.during) >= day.ends)`)

/** Those with whom nothing is placed, from what a query selected. */
export const suspendedFrom = (told: Columns<Suspended>): Suspended[] => suspended.rows(told)

/** The organisations with which a partnership places nothing on a day. */
export async function suspendedOrganisations(db: Db, partnershipId: Id, on: IsoDate): Promise<Suspended[]> {
  const told = sql<{ told: Columns<Suspended> }>`${keptPlan}select ${toldSuspended(partnershipId, on)} as told`
  const { rows } = await told.execute(organisations(db))
  return rows.flatMap(({ told }) => suspendedFrom(told))
}
