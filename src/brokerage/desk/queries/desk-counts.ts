import { sql } from 'kysely'
import { type WorkingCalendar, workingMinutesBetween } from '../../../core/calendar/index.ts'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import { addDays, type Id, londonDate } from '../../../core/values/index.ts'
import type { ClockHours } from '../../offer-rule.ts'
import { brokerage } from '../../schema/index.ts'

/** How the desk stands, in numbers. */
export interface DeskCounts {
  /** Carers' minutes a week that nobody has taken on. */
  readonly minutes: number
  readonly open: number
  readonly fromHospital: number
  /** Offers that providers can still answer. */
  readonly offers: number
  /** Of the last four weeks: packages whose steps were all tried in vain, acceptances, and those of them at step 1. */
  readonly unmet: number
  readonly accepted: number
  readonly atFirst: number
}

/** Weeks that the counts of what came of offers go back. */
export const countedWeeks = 4

/** The numbers at the head of the desk, of the whole partnership. One query. */
export async function deskCounts(db: Db, partnershipId: Id, now: Date): Promise<DeskCounts> {
  const since = new Date(now.getTime() - countedWeeks * 7 * 86_400_000).toISOString()
  const { rows } = await sql<DeskCounts>`${keptPlan}select
      p.minutes, p.open, p."fromHospital", o.offers, u.unmet, a.accepted, a."atFirst"
    from (
      select coalesce(sum(unplaced_minutes), 0)::integer as minutes, count(*)::integer as open,
        count(*) filter (where origin = 'hospital')::integer as "fromHospital"
      from care_package where partnership_id = ${partnershipId} and state in ('waiting', 'offering', 'unmet')
    ) p, (
      select count(*)::integer as offers from offer
      where partnership_id = ${partnershipId} and state in ('open', 'asked', 'proposed')
    ) o, (
      select count(distinct package_id)::integer as unmet from offer_round
      where partnership_id = ${partnershipId} and outcome in ('unmet', 'part') and closed_at >= ${since}::timestamptz
    ) u, (
      select count(*)::integer as accepted, count(*) filter (where step = 1)::integer as "atFirst" from offer
      where partnership_id = ${partnershipId} and state in ('accepted', 'part-accepted')
        and answered_at >= ${since}::timestamptz
    ) a`.execute(brokerage(db))
  const [counts] = rows
  if (!counts) throw new Error('Nothing was counted.')
  return counts
}

/** Of so many answers the typical wait is told. */
const answersLooked = 99

/** Working minutes that providers took to answer this week, the one in the middle; undefined when none has answered. */
export async function typicalWait(
  db: Db,
  partnershipId: Id,
  { now, calendar, hours }: { readonly now: Date; readonly calendar: WorkingCalendar; readonly hours: ClockHours },
): Promise<number | undefined> {
  const today = londonDate(now)
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  const { rows } = await sql<{ sent_at: Date; answered_at: Date }>`select sent_at, answered_at from offer
    where partnership_id = ${partnershipId} and state in ('accepted', 'part-accepted', 'declined')
      and answered_at >= ${`${monday}T00:00:00Z`}::timestamptz
    order by answered_at desc limit ${answersLooked}`.execute(brokerage(db))
  const waits = rows
    .map(({ sent_at, answered_at }) => workingMinutesBetween(calendar, sent_at, answered_at, hours))
    .toSorted((a, b) => a - b)
  const middle = waits[Math.floor(waits.length / 2)]
  return middle === undefined ? undefined : Math.round(middle)
}

/** In which hours clocks run under the rules in force; several when they differ. */
export async function clockHours(db: Db, partnershipId: Id, now: Date): Promise<ClockHours[]> {
  const { rows } = await sql<{ hours: ClockHours }>`select distinct hours from offer_rule_version
    where partnership_id = ${partnershipId} and valid @> ${londonDate(now)}::date limit 5`.execute(brokerage(db))
  return rows.map(({ hours }) => hours)
}
