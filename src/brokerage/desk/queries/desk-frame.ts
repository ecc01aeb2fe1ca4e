import { sql } from 'kysely'
import {
  calendarTold,
  type ToldCalendar,
  toldCalendar,
  type WorkingCalendar,
  workingMinutesBetween,
} from '../../../core/calendar/index.ts'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import { addDays, type Id, londonDate } from '../../../core/values/index.ts'
import type { ClockHours } from '../../offer-rule.ts'
import { brokerage } from '../../schema/index.ts'
import type { Broker } from './brokers.ts'

/** By what the clocks of a desk run, how long answers take, and who works at it. */
export interface DeskFrame {
  readonly calendar: WorkingCalendar
  /** In which hours clocks run under the rules in force; several when they differ. */
  readonly hours: readonly ClockHours[]
  /** Working minutes that providers took to answer this week, the one in the middle; undefined when none has answered. */
  readonly wait: number | undefined
  /** Who has packages on the desk, by name. */
  readonly brokers: readonly Broker[]
}

/** Of so many answers the typical wait is told. */
const answersLooked = 99

/** Brokers listed at most. */
const mostBrokers = 200

interface Row {
  readonly calendar: ToldCalendar
  readonly hours: readonly ClockHours[]
  readonly answers: readonly { readonly sentAt: string; readonly answeredAt: string }[]
  readonly brokers: readonly Broker[]
}

/** What a desk shows around its rows. One query. */
export async function deskFrame(db: Db, partnershipId: Id, now: Date): Promise<DeskFrame> {
  const today = londonDate(now)
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  const { rows } = await sql<Row>`${keptPlan}select ${toldCalendar(partnershipId)} as calendar,
      coalesce((select json_agg(h.hours) from (select distinct hours from offer_rule_version
        where partnership_id = ${partnershipId} and valid @> ${today}::date limit 5) h), '[]') as hours,
      coalesce((select json_agg(json_build_object('sentAt', a.sent_at, 'answeredAt', a.answered_at))
        from (select sent_at, answered_at from offer where partnership_id = ${partnershipId}
          and state in ('accepted', 'part-accepted', 'declined')
          and answered_at >= ${`${monday}T00:00:00Z`}::timestamptz
          order by answered_at desc limit ${sql.lit(answersLooked)}) a), '[]') as answers,
      coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name, b.id)
        from (select a.id, a.name from account a
          where a.id in (select p.broker_id from care_package p
            where p.partnership_id = ${partnershipId} and p.state in ('waiting', 'offering', 'unmet'))
          order by a.name, a.id limit ${sql.lit(mostBrokers)}) b), '[]') as brokers`.execute(brokerage(db))
  const [row] = rows
  if (!row) throw new Error('A desk was not answered for.')
  const calendar = calendarTold(row.calendar)
  const [hours] = row.hours
  return { calendar, hours: row.hours, wait: hours && typicalWait(row.answers, calendar, hours), brokers: row.brokers }
}

function typicalWait(answers: Row['answers'], calendar: WorkingCalendar, hours: ClockHours): number | undefined {
  const waits = answers
    .map(({ sentAt, answeredAt }) => workingMinutesBetween(calendar, new Date(sentAt), new Date(answeredAt), hours))
    .toSorted((a, b) => a - b)
  const middle = waits[Math.floor(waits.length / 2)]
  return middle === undefined ? undefined : Math.round(middle)
}
