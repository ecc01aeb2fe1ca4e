import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { MinutesByBand } from '../capacity.ts'
import { capacity } from '../schema.ts'

/** What an organisation has left for an area: of what it declared for that area, or for one around it which it shares with others. */
export interface DeclaredRoom {
  readonly serviceType: string
  readonly area: string
  readonly organisationId: Id
  /** The area for which it was declared. */
  readonly declaredFor: string
  /** Minutes a week in each part of the day, never below 0. */
  readonly free: MinutesByBand
}

/** What is left of what organisations declared for some areas or the nearest around each. One query, however many areas. */
export async function declaredRooms(
  db: Db,
  {
    partnershipId,
    serviceTypes,
    areas,
  }: { readonly partnershipId: Id; readonly serviceTypes: readonly string[]; readonly areas: readonly string[] },
): Promise<DeclaredRoom[]> {
  if (areas.length === 0) return []
  const { rows } = await sql<DeclaredRoom>`${keptPlan}with recursive around (asked, code, depth) as (
      select a, a, 0 from unnest(${areas}::text[]) a
      union select r.asked, m.parent, r.depth + 1 from area_parent m join around r on m.code = r.code where r.depth < 8
    ), nearest as (select asked, code, min(depth) as depth from around group by asked, code)
    select distinct on (c.service_type_key, n.asked, c.organisation_id) c.service_type_key as "serviceType",
      n.asked as area, c.organisation_id as "organisationId", c.area_code as "declaredFor",
      jsonb_object_agg(c.band, greatest(0, c.declared_minutes - c.committed_minutes)) as free
    from capacity_cell c join nearest n on n.code = c.area_code
    where c.partnership_id = ${partnershipId} and c.service_type_key = any(${serviceTypes}::text[])
      and c.declared_minutes is not null
    group by c.service_type_key, n.asked, c.organisation_id, c.area_code, n.depth
    order by c.service_type_key, n.asked, c.organisation_id, n.depth, c.area_code`.execute(capacity(db))
  return rows
}
