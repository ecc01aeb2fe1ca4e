import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** People whose care with a provider was bought outside contracts. */
export interface PeopleBoughtFor {
  readonly organisationId: Id
  readonly serviceType: string
  readonly people: number
}

/** For how many people care of some kinds is bought outside contracts within the area on a day, by provider and kind. One query. */
export async function peopleBoughtFor(
  db: Db,
  partnershipId: Id,
  { on, serviceTypes }: { readonly on: IsoDate; readonly serviceTypes: readonly string[] },
): Promise<PeopleBoughtFor[]> {
  const { rows } = await sql<PeopleBoughtFor>`select organisation_id as "organisationId",
      service_type_key as "serviceType", count(distinct person_reference)::integer as people
    from spot_purchase
    where partnership_id = ${partnershipId} and service_type_key = any(${serviceTypes}::text[]) and not out_of_area
      and from_day <= ${on} and (until_day is null or until_day > ${on})
    group by 1, 2 order by 1, 2`.execute(procurement(db))
  return rows
}
