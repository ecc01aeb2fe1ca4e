import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** A price that waits for an approval, with nothing of the person. */
export interface AskedApproval {
  readonly id: Id
  readonly packageId: Id
  readonly version: number
  readonly reference: string
  readonly service: string
  readonly area: string
  readonly origin: 'hospital' | 'community'
  readonly organisation: string
  readonly step: number
  readonly hourlyPence: number
  readonly abovePence: number
  readonly weeklyPence: number
  readonly weeklyMinutes: number
  readonly askedAt: Date
}

/** Of a partnership, as many as are shown. */
export const mostApprovals = 50

/** The prices that wait for an approval, discharges first, then those that have waited longest; and how many there are. One query. */
export async function askedApprovals(
  db: Db,
  partnershipId: Id,
): Promise<{ readonly approvals: readonly AskedApproval[]; readonly count: number }> {
  const { rows } = await sql<AskedApproval & { readonly count: number }>`select a.id, a.package_id as "packageId",
      p.version, p.reference, t.name as service, coalesce(r.name, p.area_code) as area, p.origin,
      g.name as organisation, a.step, a.hourly_pence as "hourlyPence", a.above_pence as "abovePence",
      a.weekly_pence as "weeklyPence", p.unplaced_minutes as "weeklyMinutes", a.asked_at as "askedAt",
      count(*) over ()::integer as count
    from price_approval a
      join care_package p on p.partnership_id = a.partnership_id and p.id = a.package_id
      join service_type t on t.key = p.service_type_key
      join organisation g on g.id = a.organisation_id
      left join area r on r.code = p.area_code
    where a.partnership_id = ${partnershipId} and a.state = 'asked'
    order by (p.origin = 'hospital') desc, a.asked_at, a.id limit ${mostApprovals}`.execute(brokerage(db))
  return { approvals: rows, count: rows[0]?.count ?? 0 }
}
