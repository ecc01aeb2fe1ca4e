import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { CapacityAt, MinutesByBand } from '../capacity.ts'
import { capacity } from '../schema.ts'

/** What is left a week of what organisations declared for an area or the nearest around it; those that declared nothing are not in it. */
export async function freeCapacity(
  db: Db,
  { partnershipId, serviceType, area }: Omit<CapacityAt, 'organisationId'>,
): Promise<ReadonlyMap<Id, MinutesByBand>> {
  const { rows } = await sql<{
    id: Id
    free: Record<string, number>
  }>`${keptPlan}with recursive around (code, depth) as (
      select ${area}::text, 0
      union select m.parent, a.depth + 1 from area_parent m join around a on m.code = a.code where a.depth < 8
    ), nearest as (select code, min(depth) as depth from around group by code)
    select distinct on (c.organisation_id) c.organisation_id as id,
      jsonb_object_agg(c.band, c.declared_minutes - c.committed_minutes) as free
    from capacity_cell c join nearest n on n.code = c.area_code
    where c.partnership_id = ${partnershipId} and c.service_type_key = ${serviceType} and c.declared_minutes is not null
    group by c.organisation_id, c.area_code, n.depth
    order by c.organisation_id, n.depth, c.area_code`.execute(capacity(db))
  return new Map(rows.map(({ id, free }) => [id, free]))
}
