import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { AppliedLine } from '../applied-line.ts'

/** Everything that an applied round did, as it was kept then; one stretch of it, or all. */
export async function appliedLines(
  db: Db,
  partnershipId: Id,
  roundId: Id,
  part?: { readonly limit: number; readonly offset: number },
): Promise<readonly AppliedLine[]> {
  const { rows } = await sql<AppliedLine>`
    select l.id, l.organisation_id as "organisationId", l.basis, l.unit, l.visit_minutes as "visitMinutes",
      l.day_type as "dayType", l.level, u.yearly_units as "yearlyUnits", c.reference, d.title,
      o.number as "lotNumber", o.name as "lotName", g.name as organisation,
      u.before_pence as before, u.after_pence as after, u.care_group_key as "careGroup"
    from uplift_line u
    join rate_line l on l.partnership_id = u.partnership_id and l.id = u.rate_line_id
    join lot o on o.partnership_id = l.partnership_id and o.id = l.lot_id
    join contract c on c.partnership_id = l.partnership_id and c.id = l.contract_id
    join lateral (
      select t.title from contract_detail t
      where t.partnership_id = c.partnership_id and t.subject_id = c.id and upper_inf(t.known)
      order by t.held desc limit 1
    ) d on true
    left join organisation g on g.id = l.organisation_id
    where u.partnership_id = ${partnershipId} and u.round_id = ${roundId}
    order by c.reference, o.position, g.name nulls first, l.unit, l.visit_minutes nulls first, l.day_type, l.level, l.id
    limit ${part?.limit ?? null}::bigint offset ${part?.offset ?? 0}::bigint`.execute(procurement(db))
  return rows
}
