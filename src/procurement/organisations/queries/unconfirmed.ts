import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** A place that a file gave to a provider whom no register named. */
export interface UnconfirmedPlace {
  readonly contractId: Id
  readonly organisationId: Id
  readonly name: string
  readonly serviceType: string | null
}

/** The places that are unconfirmed on a day or later, of contracts that a partnership leads; by contract. */
export async function unconfirmedPlaces(db: Db, partnershipId: Id, on: IsoDate): Promise<readonly UnconfirmedPlace[]> {
  const { rows } = await sql<UnconfirmedPlace>`select distinct s.contract_id as "contractId",
      s.organisation_id as "organisationId", o.name, l.service_type_key as "serviceType"
    from standing s
    join organisation o on o.id = s.organisation_id
    join lot l on l.partnership_id = s.partnership_id and l.id = s.lot_id
    join contract c on c.partnership_id = s.partnership_id and c.id = s.contract_id
    where s.partnership_id = ${partnershipId} and s.state = 'unconfirmed' and upper_inf(s.known)
      and s.held && daterange(${on}::date, null) and c.stage = 'awarded' and c.shared_from_partnership is null
    order by s.contract_id`.execute(procurement(db))
  return rows
}
