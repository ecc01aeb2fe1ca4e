import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Regulator, Sector } from '../regulator.ts'
import { type RegisterDetail, registers } from '../schema.ts'
import { adultServices, councilsIn, counts, daysOn, type Scope, scopeOf } from './scope.ts'

/** A registered service as the open file of them has it; without its postcode, as a register may ask not to be shown on a list. */
export interface OpenService
  extends Pick<
    RegisterDetail,
    | 'number'
    | 'name'
    | 'care_service'
    | 'subtype'
    | 'service_type'
    | 'care_groups'
    | 'sector_word'
    | 'sector'
    | 'in_house'
    | 'council'
    | 'place'
    | 'town'
    | 'provider_number'
    | 'provider_name'
    | 'places'
    | 'beds'
    | 'lowest_grade'
    | 'highest_grade'
    | 'graded_on'
    | 'inspected_on'
    | 'registered_on'
  > {
  readonly regulator: Regulator
  readonly as_of: IsoDate
  readonly area_name: string | null
  readonly source: string
}

/** Every adult active service of an area on its latest register, by number. */
export async function openServices(db: Db, area: string): Promise<readonly OpenService[]> {
  const scope = await scopeOf(db, area)
  if (scope.councils.length === 0) return []
  const { rows } = await sql<{ services: readonly OpenService[] }>`with days as ${daysOn(scope, undefined)}
    select coalesce(json_agg(json_build_object('regulator', e.regulator, 'as_of', e.as_of, 'number', e.number,
        'name', s.name, 'care_service', s.care_service, 'subtype', s.subtype, 'service_type', s.service_type,
        'care_groups', s.care_groups, 'sector_word', s.sector_word, 'sector', s.sector, 'in_house', s.in_house,
        'council', s.council, 'place', s.place, 'area_name', (select a.name from area a where a.code = s.place),
        'town', s.town, 'provider_number', s.provider_number, 'provider_name', s.provider_name, 'places', s.places,
        'beds', s.beds, 'lowest_grade', s.lowest_grade, 'highest_grade', s.highest_grade, 'graded_on', s.graded_on,
        'inspected_on', s.inspected_on, 'registered_on', s.registered_on, 'source', d.source_key)
      order by e.regulator, e.number), '[]') as services
    from ${adultServices(scope, 'days')}`.execute(registers(db))
  return rows[0]?.services ?? []
}

/** The services of one kind and owner on one register, counted. */
export interface OpenTrendRow {
  readonly regulator: Regulator
  readonly asOf: IsoDate
  readonly council: string
  readonly serviceType: string
  readonly sector: Sector
  readonly inHouse: boolean
  readonly services: number
  readonly places: number
  readonly source: string
}

/** The services of an area on every register of it, by council, kind and owner. One query on the tally. */
export async function openTrend(db: Db, area: string): Promise<readonly OpenTrendRow[]> {
  const scope = await scopeOf(db, area)
  if (scope.councils.length === 0) return []
  const { rows } = await sql<{ counts: readonly OpenTrendRow[] }>`with counted as (${trendCounts(scope)})
    select coalesce(json_agg(json_build_object('regulator', regulator, 'asOf', as_of, 'council', council,
        'serviceType', service_type, 'sector', sector, 'inHouse', in_house, 'services', services, 'places', places,
        'source', source_key) order by as_of, council, regulator, service_type, sector, in_house), '[]') as counts
      from counted`.execute(registers(db))
  return rows[0]?.counts ?? []
}

const trendCounts = (
  scope: Scope,
) => sql`select t.regulator, t.as_of, t.council, t.service_type, t.sector, t.in_house, c.source_key,
    sum(t.services) as services, sum(t.places) as places
  from ${councilsIn(scope)}
    join register_coverage c on c.regulator = s.regulator and c.council = s.council
    join register_tally t on t.council = c.council and t.as_of = c.as_of and t.regulator = c.regulator
      and ${counts(scope, 't.place')}
  group by t.regulator, t.as_of, t.council, t.service_type, t.sector, t.in_house, c.source_key`

/** How many rows the open files of an area's registers and of the words for services have. */
export interface OpenCounts {
  readonly services: number
  readonly tally: number
  readonly trend: number
  /** Figures of supply: of all services together and of each service type. */
  readonly figures: number
  /** Keys of the service types. */
  readonly serviceTypes: readonly string[]
  readonly careGroups: number
  readonly grades: number
  readonly regulatorTerms: number
  /** Keys of the sources of all registers of the area. */
  readonly sources: readonly string[]
}

/** Counts those rows without making them. One query. */
export async function openCounts(db: Db, area: string): Promise<OpenCounts> {
  const scope = await scopeOf(db, area)
  const { rows } = await sql<OpenCounts>`with days as ${daysOn(scope, undefined)},
      latest as (select t.* from days d
        join register_tally t on t.regulator = d.regulator and t.council = d.council and t.as_of = d.as_of
          and ${counts(scope, 't.place')}),
      kinds as (select sum(services) as services, sum(places) as places from latest where service_type <> '' group by service_type
        union all select sum(services), sum(places) from latest having count(*) > 0)
    select (select coalesce(sum(services), 0) from latest)::int as services, (select count(*) from latest)::int as tally,
      (select count(*) from (${trendCounts(scope)}) counted)::int as trend,
      (select coalesce(sum(case when places > 0 then 3 else 2 end), 0) from kinds)::int as figures,
      array(select key from service_type) as "serviceTypes", (select count(*) from care_group)::int as "careGroups",
      (select count(*) from rating)::int as grades, (select count(*) from regulator_term)::int as "regulatorTerms",
      coalesce((select json_agg(distinct c.source_key) from ${councilsIn(scope)}
        join register_coverage c on c.regulator = s.regulator and c.council = s.council), '[]') as sources`.execute(
    registers(db),
  )
  const [found] = rows
  if (!found) throw new Error('A query of counts always has one row')
  return found
}
