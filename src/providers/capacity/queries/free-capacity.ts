import { type RawBuilder, sql } from 'kysely'
import { type Db, keptPlan, unseen } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { CapacityAt, MinutesByBand } from '../capacity.ts'
import { capacity } from '../schema.ts'

/** What is left a week of what organisations declared for an area or the nearest around it; those that declared nothing are not in it. */
export async function freeCapacity(
  db: Db,
  at: Omit<CapacityAt, 'organisationId'>,
): Promise<ReadonlyMap<Id, MinutesByBand>> {
  const { rows } = await sql<{ id: Id; free: Record<string, number> }>`${keptPlan}${toldFree(at)}`.execute(capacity(db))
  return new Map(rows.map(({ id, free }) => [id, free]))
}

/**
 * SQL for what is left a week, as `free` by part of the day, of what organisations, as `id`, declared for an area or the
 * nearest around it; those that declared nothing are not in it.
 */
export const toldFree = ({
  partnershipId,
  serviceType,
  area,
}: Omit<CapacityAt, 'organisationId'>): RawBuilder<unknown> =>
  // The numbers of each area are asked for by themselves, where a plain join would read those of all.
  sql`select distinct on (c.organisation_id) c.organisation_id as id,
      jsonb_object_agg(c.band, c.declared_minutes - c.committed_minutes) as free
    from (with recursive around (code, depth) as (
        select ${area}::text, 0
        union select m.parent, a.depth + 1 from area_parent m join around a on m.code = a.code where a.depth < 8
      ) select code, min(depth) as depth from around group by code) n,
      lateral (select organisation_id, area_code, band, declared_minutes, committed_minutes from capacity_cell
        where partnership_id = ${unseen(partnershipId, 'uuid')} and service_type_key = ${unseen(serviceType, 'text')} and area_code = n.code
          and declared_minutes is not null offset 0) c
    group by c.organisation_id, c.area_code, n.depth
    order by c.organisation_id, n.depth, c.area_code`
