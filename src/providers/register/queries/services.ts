import { type RawBuilder, sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { ProviderSize, Regulator, Sector } from '../regulator.ts'
import { registers } from '../schema.ts'
import { adultServices, daysOn, scopeOf } from './scope.ts'

/** A registered service as lists show it. */
export interface RegisterService {
  readonly regulator: Regulator
  readonly number: string
  readonly name: string
  /** The regulator's words for what it is. */
  readonly careService: string
  readonly subtype: string | null
  /** Key; null when those words mean no service type. */
  readonly serviceType: string | null
  readonly sector: Sector
  readonly sectorWord: string
  readonly inHouse: boolean
  readonly place: string | null
  readonly placeName: string | null
  readonly town: string | null
  readonly providerName: string | null
  readonly providerNumber: string | null
  readonly places: number | null
  readonly beds: number | null
  /** Rank; null when not graded. */
  readonly lowestGrade: number | null
  readonly gradedOn: IsoDate | null
  readonly inspectedOn: IsoDate | null
}

/** What a list of services can be sorted by. */
export const serviceSorts = ['name', 'kind', 'provider', 'town', 'places', 'grade', 'inspected'] as const
export type ServiceSort = (typeof serviceSorts)[number]

/** Which services of an area are wanted; without a day those of the latest register. */
export interface ServicesFilter {
  readonly on?: IsoDate | undefined
  /** An area's code: the services that stand in it or in an area below it. */
  readonly place?: string | undefined
  /** A service type's key. */
  readonly serviceType?: string | undefined
  readonly sector?: Sector | undefined
  readonly inHouse?: boolean | undefined
  readonly size?: ProviderSize | undefined
  /** Rank of the lowest grade; 0 for those that are not graded. */
  readonly grade?: number | undefined
  /** Letters in the name of the service or its provider. */
  readonly name?: string | undefined
  /** From 1; one beyond the last gives the last. */
  readonly page?: number | undefined
  /** By name without. */
  readonly sort?: { readonly key: ServiceSort; readonly direction: 'ascending' | 'descending' } | undefined
}

/** A page of services, by name. */
export interface ServicesPage {
  /** The latest day of the registers that answer; undefined when none does. */
  readonly asOf: IsoDate | undefined
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly services: readonly RegisterService[]
}

/** How many services a page lists. */
export const servicesPerPage = 50

type Found = Pick<ServicesPage, 'total' | 'services'> & { readonly asOf: IsoDate | null }

/** The adult active services of an area, fifty at a time, by name unless said otherwise. */
export async function servicesOf(db: Db, area: string, filter: ServicesFilter = {}): Promise<ServicesPage> {
  const page = Math.max(1, filter.page ?? 1)
  const scope = await scopeOf(db, area)
  if (scope.councils.length === 0) return { asOf: undefined, total: 0, page: 1, pages: 1, services: [] }
  const { rows } =
    await sql<Found>`${isUsual(filter) ? keptPlan : sql``}with recursive days as ${daysOn(scope, filter.on)},
      ${insideOf(filter.place)}, ${filter.size ? providersThen : sql`runs as (select 1)`},
      found as (select e.regulator, e.number, s.id, row_number() over (order by ${orderOf(filter.sort)}) as at
        from ${adultServices(scope, 'days')} where ${wanted(filter)}),
      shown as (select * from found order by at limit ${servicesPerPage}
        offset (select ${servicesPerPage} * greatest(0, least(${page}, (count(*) + ${servicesPerPage - 1}) / ${servicesPerPage}) - 1) from found))
    select (select max(as_of) from days) as "asOf", (select count(*) from found) as total,
      coalesce((select json_agg(json_build_object('regulator', f.regulator, 'number', f.number, 'name', s.name,
          'careService', s.care_service, 'subtype', s.subtype, 'serviceType', s.service_type, 'sector', s.sector,
          'sectorWord', s.sector_word, 'inHouse', s.in_house, 'place', s.place, 'placeName', a.name, 'town', s.town,
          'providerName', s.provider_name, 'providerNumber', s.provider_number, 'places', s.places, 'beds', s.beds,
          'lowestGrade', s.lowest_grade, 'gradedOn', s.graded_on, 'inspectedOn', s.inspected_on) order by f.at)
        from shown f join register_detail s on s.id = f.id left join area a on a.code = s.place), '[]') as services`.execute(
      registers(db),
    )
  const { asOf = null, total = 0, services = [] } = rows[0] ?? {}
  const pages = Math.max(1, Math.ceil(total / servicesPerPage))
  return { asOf: asOf ?? undefined, total, page: Math.min(page, pages), pages, services }
}

/** Asked all the time; what else a list may be narrowed or sorted by makes too many statements to keep the plans of all. */
const isUsual = ({ size, grade, name, sort }: ServicesFilter): boolean =>
  [size, grade, name, sort].every((asked) => asked === undefined)

const sorted: Record<ServiceSort, RawBuilder<unknown>> = {
  name: sql`s.name`,
  kind: sql`concat_ws(' ', s.care_service, s.subtype)`,
  provider: sql`s.provider_name`,
  town: sql`s.town`,
  places: sql`s.places`,
  grade: sql`s.lowest_grade`,
  inspected: sql`s.inspected_on`,
}

/** What is not known comes last either way; what is alike is by name. */
const orderOf = ({ key, direction }: NonNullable<ServicesFilter['sort']> = { key: 'name', direction: 'ascending' }) =>
  sql`${sorted[key]} ${direction === 'descending' ? sql`desc nulls last` : sql`asc nulls last`}, s.name, e.number`

const insideOf = (place: string | undefined) => sql`inside (code) as (
    select ${place ?? null}::text
    union select m.code from area_parent m join inside i on m.parent = i.code
  )`

/** A service's provider, told apart as the tally does: by number, else by name; a service without either is its provider's only one. */
const provider = sql`coalesce(s.provider_number, s.provider_name)`

/**
 * How many adult active services each provider runs on the registers that answer, wherever those are: of the whole day,
 * because one day read through takes a tenth of the time of finding each provider's services over all days.
 */
const providersThen = sql`runs as (
    select e.regulator, e.as_of, ${provider} as provider, count(*) as services
      from (select distinct regulator, as_of from days) d
        join register_entry e on e.regulator = d.regulator and e.as_of = d.as_of
        join register_detail s on s.id = e.detail_id and s.client_group = 'adults' and s.status = 'active'
      group by 1, 2, 3
  )`

const sizes: Record<ProviderSize, readonly [from: number, to: number | null]> = {
  single: [1, 1],
  small: [2, 5],
  medium: [6, 20],
  large: [21, null],
}

function wanted({ place, serviceType, sector, inHouse, size, grade, name }: ServicesFilter) {
  const letters = name ? `%${name.replace(/[\\%_]/g, '\\$&')}%` : undefined
  const [from, to] = size ? sizes[size] : [0, null]
  const sized = sql`((e.regulator, e.as_of, ${provider}) in (select regulator, as_of, provider from runs
    where services >= ${from} and services <= coalesce(${to}::integer, services))
    or ${provider} is null and ${size === 'single'})`
  const conditions = [
    place !== undefined && sql`s.place in (select code from inside)`,
    serviceType !== undefined && sql`s.service_type = ${serviceType}`,
    sector !== undefined && sql`s.sector = ${sector}`,
    inHouse !== undefined && sql`s.in_house = ${inHouse}`,
    size !== undefined && sized,
    grade !== undefined && sql`coalesce(s.lowest_grade, 0) = ${grade}`,
    letters !== undefined && sql`(s.name ilike ${letters} or s.provider_name ilike ${letters})`,
  ].filter((condition) => condition !== false)
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}
