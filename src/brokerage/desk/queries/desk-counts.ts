import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** How the desk stands, in numbers. */
export interface DeskCounts {
  /** Carers' minutes a week that nobody has taken on. */
  readonly minutes: number
  readonly open: number
  readonly fromHospital: number
  /** Offers that providers can still answer. */
  readonly offers: number
  /** Of those open, such as nobody could take on. */
  readonly unmet: number
  /** Of the last four weeks: acceptances, and those of them at step 1. */
  readonly accepted: number
  readonly atFirst: number
}

/** Weeks that the counts of what came of offers go back. */
export const countedWeeks = 4

/** The numbers at the head of the desk, of the whole partnership. One query. */
export async function deskCounts(db: Db, partnershipId: Id, now: Date): Promise<DeskCounts> {
  const since = new Date(now.getTime() - countedWeeks * 7 * 86_400_000).toISOString()
  const { rows } = await sql<DeskCounts>`${keptPlan}select
      p.minutes, p.open, p."fromHospital", p.unmet, o.offers, a.accepted, a."atFirst"
    from (
      select coalesce(sum(unplaced_minutes), 0)::integer as minutes, count(*)::integer as open,
        count(*) filter (where origin = 'hospital')::integer as "fromHospital",
        count(*) filter (where state = 'unmet')::integer as unmet
      from care_package where partnership_id = ${partnershipId} and state in ('waiting', 'offering', 'unmet')
    ) p, (
      select count(*)::integer as offers from offer
      where partnership_id = ${partnershipId} and state in ('open', 'asked', 'proposed')
    ) o, (
      select count(*)::integer as accepted, count(*) filter (where step = 1)::integer as "atFirst" from offer
      where partnership_id = ${partnershipId} and state in ('accepted', 'part-accepted')
        and answered_at >= ${since}::timestamptz
    ) a`.execute(brokerage(db))
  const [counts] = rows
  if (!counts) throw new Error('Nothing was counted.')
  return counts
}
