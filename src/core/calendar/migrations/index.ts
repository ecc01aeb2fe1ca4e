import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable, sharedTable } from '../../db/index.ts'

/** Working calendars of the nations, and the local holidays of partnerships, which anyone may know. */
export const calendarMigrations: Migrations = {
  '2026-11-22T0630-working-calendar': forward(async (db) => {
    await sql`create table working_calendar (
      nation text primary key check (nation in ('scotland', 'england')),
      first_day date not null,
      last_day date not null check (last_day > first_day)
    )`.execute(db)
    await sharedTable(db, 'working_calendar')
    await sql`create table calendar_holiday (
      nation text not null references working_calendar (nation),
      on_date date not null,
      name text not null check (name <> ''),
      reason text,
      primary key (nation, on_date)
    )`.execute(db)
    await sharedTable(db, 'calendar_holiday')
    await sql`create table local_holiday (
      partnership_id uuid not null references partnership (id),
      on_date date not null,
      name text not null check (name <> ''),
      primary key (partnership_id, on_date)
    )`.execute(db)
    await partnershipTable(db, 'local_holiday', { published: 'true' })
  }),
}
