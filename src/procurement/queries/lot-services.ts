import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import { procurement } from '../schema/index.ts'
import { knownAt } from './known-at.ts'

/** A contract from whose lots care is offered, and for which kinds of service. */
export interface ContractOfLots {
  readonly id: Id
  readonly reference: string
  /** The partnership's own number for it. */
  readonly ownReference: string | null
  readonly title: string
  /** Keys of the service types of its open lots. */
  readonly serviceTypes: readonly string[]
}

/** The awarded contracts of a partnership with open lots, by reference; those whose agreed days are over on a day are left out. One query. */
export async function contractsOfLots(db: Db, partnershipId: Id, on: IsoDate): Promise<ContractOfLots[]> {
  const { rows } = await sql<ContractOfLots>`select c.id, c.reference, c.own_reference as "ownReference",
      coalesce((select d.title from contract_detail d where d.partnership_id = ${partnershipId} and d.subject_id = c.id
        and ${knownAt('d', undefined)} order by d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date) limit 1), '') as title,
      json_agg(distinct s.service_type_key order by s.service_type_key) as "serviceTypes"
    from contract c
      join lot l on l.partnership_id = ${partnershipId} and l.contract_id = c.id
      join lot_area s on s.partnership_id = ${partnershipId} and s.lot_id = l.id
    where c.partnership_id = ${partnershipId} and c.stage = 'awarded'
      and exists (select from contract_term t where t.partnership_id = ${partnershipId} and t.subject_id = c.id
        and t.state in ('agreed', 'suspended') and (upper_inf(t.held) or upper(t.held) > ${on}::date) and ${knownAt('t', undefined)})
    group by c.id, c.reference, c.own_reference
    order by c.reference`.execute(procurement(db))
  return rows
}
