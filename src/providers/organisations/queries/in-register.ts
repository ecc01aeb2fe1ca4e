import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
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
  const { rows } = await sql<InRegister>`${keptPlan}select r.organisation_id as "organisationId",
      min(s.lowest_grade) as "lowestGrade",
      coalesce(json_agg(distinct s.place) filter (where s.place is not null), '[]') as places
    from organisation_registration r
      join register_detail s on s.regulator = r.regulator and s.provider_number = r.provider_number
        and s.service_type = ${serviceType} and s.status = 'active'
      join register_entry e on e.regulator = s.regulator and e.number = s.number and e.detail_id = s.id
        and e.as_of = (select max(c.as_of) from register_coverage c where c.regulator = s.regulator and c.council = s.council)
    where r.organisation_id = any(${organisationIds}::uuid[])
    group by r.organisation_id`.execute(organisations(db))
  return new Map(rows.map((row) => [row.organisationId, row]))
}
