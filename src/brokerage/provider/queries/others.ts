import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { type VisitLine, weeklyMinutes } from '../../visit-line.ts'
import { daysBack } from '../why.ts'

/** A package that was offered in a provider's lots, and not to it; with nothing of the person. */
export interface OfferedToOthers {
  readonly reference: string
  readonly district: string
  readonly serviceType: string
  readonly weeklyMinutes: number
  readonly openedAt: Date
  readonly state: 'running' | 'paused' | 'approval' | 'done' | 'cancelled'
}

const most = 50

/**
 * What was offered in some areas of a partnership in the last four weeks without this provider being asked, the newest
 * first. Read as the product: a provider itself sees nothing of what went to others.
 */
export async function offeredToOthers(
  db: Db,
  { partnershipId, organisationId, areas, now }: OthersAsked,
): Promise<OfferedToOthers[]> {
  if (areas.length === 0) return []
  const served = sql.join(areas.map(({ serviceType, area }) => sql`(${serviceType}::text, ${area}::text)`))
  const since = new Date(now.getTime() - daysBack * 86_400_000)
  const { rows } = await sql<Omit<OfferedToOthers, 'weeklyMinutes'> & { readonly lines: VisitLine[] }>`
    with recursive within (service, code, depth) as (
      select service, code, 0 from (values ${served}) as v (service, code)
      union select w.service, m.code, w.depth + 1 from area_parent m join within w on m.parent = w.code where w.depth < 8
    ), served as (select distinct service, code from within)
    select k.reference, k.district, k.service_type_key as "serviceType", r.lines, r.opened_at as "openedAt", r.state
    from offer_round r
    join care_package k on k.partnership_id = r.partnership_id and k.id = r.package_id
    join served s on s.service = k.service_type_key and s.code = k.area_code
    where r.partnership_id = ${partnershipId} and r.opened_at >= ${since}
      and not exists (select from offer o where o.partnership_id = r.partnership_id and o.round_id = r.id
        and o.organisation_id = ${organisationId})
    order by r.opened_at desc, r.id limit ${most}`.execute(brokerage(db))
  return rows.map(({ lines, ...row }) => ({ ...row, weeklyMinutes: weeklyMinutes(lines) }))
}

interface OthersAsked {
  readonly partnershipId: Id
  readonly organisationId: Id
  readonly areas: readonly { readonly serviceType: string; readonly area: string }[]
  readonly now: Date
}
