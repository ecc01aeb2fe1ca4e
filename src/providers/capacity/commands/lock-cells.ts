import { sql } from 'kysely'
import { ahead, type Db, keptPlan } from '../../../core/db/index.ts'
import type { CapacityAt } from '../capacity.ts'
import { capacity } from '../schema.ts'

/** One number of a provider, held until the transaction ends. */
export interface LockedCell {
  readonly area: string
  readonly band: string
  readonly declared: number | null
  readonly committed: number
}

/** What a provider declared and gave in an area and those around it, the nearest first; nobody else changes it meanwhile. */
export async function lockCells(db: Db, at: CapacityAt): Promise<LockedCell[]> {
  const { rows } = await sql<LockedCell>`${keptPlan}with recursive around (code, depth) as (
      select ${at.area}::text, 0
      union select m.parent, a.depth + 1 from area_parent m join around a on m.code = a.code where a.depth < 8
    ), nearest as (select code, min(depth) as depth from around group by code)
    select c.area_code as area, c.band, c.declared_minutes as declared, c.committed_minutes as committed
    from capacity_cell c join nearest n on n.code = c.area_code
    where c.partnership_id = ${at.partnershipId} and c.organisation_id = ${at.organisationId}
      and c.service_type_key = ${at.serviceType}
    order by n.depth, c.area_code, c.band for update of c`.execute(capacity(db))
  return rows
}

/** Adds minutes to what is taken of some numbers of an area; fewer minutes when they are negative. */
export async function addCommitted(
  db: Db,
  at: CapacityAt,
  area: string,
  minutes: readonly (readonly [band: string, minutes: number])[],
): Promise<void> {
  const added = sql.join(minutes.map(([band, more]) => sql`(${band}::text, ${more}::integer)`))
  await ahead(
    capacity(db),
    sql`update capacity_cell c set committed_minutes = c.committed_minutes + v.minutes
    from (values ${added}) as v (band, minutes)
    where c.partnership_id = ${at.partnershipId} and c.organisation_id = ${at.organisationId}
      and c.service_type_key = ${at.serviceType} and c.area_code = ${area} and c.band = v.band`,
  )
}
