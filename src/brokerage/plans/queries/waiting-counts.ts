import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** How many wait for a service in an area while nobody is being asked. */
export interface WaitingCount {
  readonly serviceType: string
  readonly service: string
  readonly area: string
  readonly areaName: string
  readonly count: number
}

/** Who waits while nobody is being asked, by service and area. One query. */
export async function waitingCounts(db: Db, partnershipId: Id): Promise<WaitingCount[]> {
  const { rows } = await sql<WaitingCount>`select p.service_type_key as "serviceType", s.name as service,
      p.area_code as area, coalesce(a.name, p.area_code) as "areaName", count(*)::integer as count
    from care_package p join service_type s on s.key = p.service_type_key left join area a on a.code = p.area_code
    where p.partnership_id = ${partnershipId} and p.state in ('waiting', 'unmet')
    group by 1, 2, 3, 4, s.position order by s.position, 4`.execute(brokerage(db))
  return rows
}
