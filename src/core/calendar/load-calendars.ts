import { sql } from 'kysely'
import { type Db, json } from '../db/index.ts'
import { nationalCalendars } from './bank-holidays/nations.ts'
import { calendars } from './schema.ts'

/**
 * Writes the national calendars and takes away days that are no longer holidays. Runs at every start, perhaps in
 * several processes at once, so it touches only the rows that differ.
 */
export async function loadCalendars(db: Db): Promise<void> {
  const nations = nationalCalendars.map(({ nation, from, to }) => ({ nation, first_day: from, last_day: to }))
  const days = nationalCalendars.flatMap(({ nation, holidays }) =>
    holidays.map(({ date, name, reason = null }) => ({ nation, on_date: date, name, reason })),
  )
  const given = sql`jsonb_to_recordset(${json(days)}) as g (nation text, on_date date, name text, reason text)`
  const view = calendars(db)
  await sql`insert into working_calendar (nation, first_day, last_day)
    select nation, first_day, last_day
      from jsonb_to_recordset(${json(nations)}) as g (nation text, first_day date, last_day date)
    on conflict (nation) do update set first_day = excluded.first_day, last_day = excluded.last_day
      where (working_calendar.first_day, working_calendar.last_day) <> (excluded.first_day, excluded.last_day)`.execute(
    view,
  )
  await sql`insert into calendar_holiday (nation, on_date, name, reason)
    select nation, on_date, name, reason from ${given}
    on conflict (nation, on_date) do update set name = excluded.name, reason = excluded.reason
      where (calendar_holiday.name, calendar_holiday.reason) is distinct from (excluded.name, excluded.reason)`.execute(
    view,
  )
  await sql`delete from calendar_holiday h
    where not exists (select from ${given} where g.nation = h.nation and g.on_date = h.on_date)`.execute(view)
}
