import { sql } from 'kysely'
import { type Db, keptPlan } from '../../core/db/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { ContractKind } from '../contract-kind.ts'
import { procurement } from '../schema/index.ts'
import { knownAt } from './known-at.ts'

/** A contract with a lot that serves an area. */
export interface ServingContract {
  readonly id: Id
  readonly kind: ContractKind | null
}

/** The contracts in force on a day of which a lot serves an area or one around it, by reference. One query. */
export async function contractsServing(
  db: Db,
  {
    partnershipId,
    serviceType,
    area,
    on,
  }: { readonly partnershipId: Id; readonly serviceType: string; readonly area: string; readonly on: IsoDate },
): Promise<ServingContract[]> {
  const { rows } = await sql<ServingContract>`${keptPlan}with recursive around (code, depth) as (
      select ${area}::text, 0
      union select m.parent, a.depth + 1 from area_parent m join around a on m.code = a.code where a.depth < 8
    )
    select c.id, (select d.kind from contract_detail d where d.partnership_id = ${partnershipId} and d.subject_id = c.id
        and ${knownAt('d', undefined)} and d.held @> ${on}::date limit 1) as kind
      from contract c
      where c.partnership_id = ${partnershipId} and c.stage = 'awarded'
        and c.id in (select l.contract_id from lot_area s join lot l on l.partnership_id = ${partnershipId} and l.id = s.lot_id
          where s.partnership_id = ${partnershipId} and s.service_type_key = ${serviceType}
            and s.area_code = any(array(select code from around)))
        and exists (select from contract_term t where t.partnership_id = ${partnershipId} and t.subject_id = c.id
          and t.state in ('agreed', 'suspended') and t.held @> ${on}::date and ${knownAt('t', undefined)})
      order by c.reference`.execute(procurement(db))
  return rows
}
