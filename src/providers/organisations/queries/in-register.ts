import { type RawBuilder, sql } from 'kysely'
import { type Db, keptPlan, unseen } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { organisations } from '../schema.ts'

/** What the latest registers say of an organisation's services of one kind. */
export interface InRegister {
  readonly organisationId: Id
  /** By rank on the regulator's scale; null while none is graded. */
  readonly lowestGrade: number | null
  /** Codes of the smallest known areas in which they stand. */
  readonly places: readonly string[]
}

/** Those of some organisations that run a service of a kind by the latest register of its council, with grades and places. One query. */
export async function inRegister(
  db: Db,
  organisationIds: readonly Id[],
  serviceType: string,
): Promise<Map<Id, InRegister>> {
  if (organisationIds.length === 0) return new Map()
  const told = toldRegister(sql`select unnest(${organisationIds}::uuid[])`, serviceType)
  const { rows } = await sql<InRegister>`${keptPlan}${told}`.execute(organisations(db))
  return new Map(rows.map((row) => [row.organisationId, row]))
}

/** SQL for the same of organisations that a query gives. */
export const toldRegister = (organisationIds: RawBuilder<unknown>, serviceType: string): RawBuilder<unknown> =>
  // The services of each are asked for by themselves, where a plain join would read everyone's.
  sql`select r.organisation_id as "organisationId", min(s.lowest_grade) as "lowestGrade",
      coalesce(json_agg(distinct s.place) filter (where s.place is not null), '[]') as places
    from organisation_registration r,
      lateral (select id, regulator, number, council, lowest_grade, place from register_detail
        where regulator = r.regulator and provider_number = r.provider_number
          and service_type = ${unseen(serviceType, 'text')} and status = 'active' offset 0) s
      join (select regulator, council, max(as_of) as as_of from register_coverage group by regulator, council) c
        on c.regulator = s.regulator and c.council = s.council
      join register_entry e on e.regulator = s.regulator and e.as_of = c.as_of and e.number = s.number and e.detail_id = s.id
    where r.organisation_id in (${organisationIds})
    group by r.organisation_id`
