import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import { registers } from '../schema.ts'
import { type CouncilCount, type Trend, trendFrom } from '../trend.ts'
import { councilsIn, counts, scopeOf } from './scope.ts'

/**
 * The services and places of an area on every day of which its register is known, in one query on the tally.
 * By service type when asked for; services whose words mean none are in the total only.
 */
export async function trendOf(db: Db, area: string, by?: 'service-type'): Promise<Trend> {
  const scope = await scopeOf(db, area)
  if (scope.councils.length === 0) return trendFrom([])
  const groups = by
    ? sql`grouping sets ((c.council, c.as_of), (c.council, c.as_of, t.service_type))`
    : sql`grouping sets ((c.council, c.as_of))`
  const typed = by ? sql`grouping(t.service_type) = 1 or t.service_type <> ''` : sql`true`
  const type = by ? sql`coalesce(t.service_type, '')` : sql`''`
  const { rows } = await sql<{
    counts: readonly CouncilCount[]
  }>`${keptPlan}select coalesce(json_agg(json_build_object('council', council, 'asOf', as_of, 'serviceType', service_type,
        'services', services, 'places', places, 'inHouse', in_house)), '[]') as counts
    from (
      select c.council, c.as_of, ${type} as service_type, coalesce(sum(t.services), 0) as services,
          coalesce(sum(t.places), 0) as places, coalesce(sum(t.services) filter (where t.in_house), 0) as in_house
        from ${councilsIn(scope)}
          join register_coverage c on c.regulator = s.regulator and c.council = s.council
          left join register_tally t on t.council = c.council and t.as_of = c.as_of and t.regulator = c.regulator
            and ${counts(scope, 't.place')}
        group by ${groups} having ${typed}
    ) counted`.execute(registers(db))
  return trendFrom(rows[0]?.counts ?? [])
}
