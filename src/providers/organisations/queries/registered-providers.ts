import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { counts, daysOn, scopeOf } from '../../register/queries/scope.ts'
import type { Regulator } from '../../register/regulator.ts'
import { registers } from '../../register/schema.ts'

/** A provider as a register names it. */
export interface RegisteredProvider {
  readonly regulator: Regulator
  readonly providerNumber: string
  readonly name: string
  /** Active services in the area. */
  readonly services: number
  /** Keys of their service types. */
  readonly serviceTypes: readonly string[]
}

/** Which providers are wanted. */
export interface ProvidersFilter {
  /** Code of the area in which they run a service. */
  readonly area: string
  /** Key of a service type that they run there. */
  readonly serviceType?: string | undefined
  /** Letters in their names. */
  readonly name?: string | undefined
  readonly limit?: number | undefined
}

/** The providers that the latest register of an area names, by name. */
export async function registeredProviders(
  db: Db,
  { area, serviceType, name, limit = 50 }: ProvidersFilter,
): Promise<RegisteredProvider[]> {
  const scope = await scopeOf(db, area)
  const letters = name ? `%${name.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<RegisteredProvider>`
    select e.regulator, s.provider_number as "providerNumber", min(s.provider_name) as name, count(*)::integer as services,
        array_remove(array_agg(distinct s.service_type order by s.service_type), null) as "serviceTypes"
      from ${daysOn(scope, undefined)} d
        join register_entry e on e.regulator = d.regulator and e.council = d.council and e.as_of = d.as_of
        join register_detail s on s.id = e.detail_id and s.status = 'active' and ${counts(scope, 's.place')}
      where s.provider_number is not null and s.provider_name is not null
        and (${letters}::text is null or s.provider_name ilike ${letters})
      group by e.regulator, s.provider_number
      having ${serviceType ?? null}::text is null or bool_or(s.service_type = ${serviceType ?? null})
      order by min(s.provider_name), s.provider_number limit ${limit}`.execute(registers(db))
  return rows
}

/** The providers of a regulator's registers that bear exactly these names, by the name as it was given; case and outer spaces aside. One query. */
export async function registeredByName(
  db: Db,
  { regulator, names }: { readonly regulator: Regulator; readonly names: readonly string[] },
): Promise<Map<string, { readonly providerNumber: string; readonly name: string }[]>> {
  const wanted = Map.groupBy(names, (name) => name.trim().toLowerCase())
  const { rows } = await sql<{ providerNumber: string; name: string; folded: string }>`
    select distinct s.provider_number as "providerNumber", s.provider_name as name, lower(s.provider_name) as folded
      from register_detail s
      where s.regulator = ${regulator} and lower(s.provider_name) = any(${[...wanted.keys()]}::text[])
        and s.provider_number is not null
      order by 1, 2`.execute(registers(db))
  const found = Map.groupBy(rows, ({ folded }) => folded)
  const providers = (folded: string) => [
    // One number may have borne the name in several spellings.
    ...new Map(
      (found.get(folded) ?? []).map(({ providerNumber, name }) => [providerNumber, { providerNumber, name }]),
    ).values(),
  ]
  return new Map([...wanted].flatMap(([folded, given]) => given.map((name) => [name, providers(folded)])))
}

/** The name under which a register last knew a provider's number; undefined when none names it. */
export async function nameOfNumber(
  db: Db,
  { regulator, providerNumber }: { readonly regulator: Regulator; readonly providerNumber: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select coalesce(s.provider_name, s.name) as name
    from register_detail s join register_entry e on e.detail_id = s.id
    where s.regulator = ${regulator} and s.provider_number = ${providerNumber}
    order by e.as_of desc, s.number limit 1`.execute(registers(db))
  return rows[0]?.name
}
