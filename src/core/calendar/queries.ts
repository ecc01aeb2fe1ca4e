import type { Db } from '../db/index.ts'
import { notFound } from '../errors/index.ts'
import type { Id } from '../values/index.ts'
import { calendars } from './schema.ts'
import { type Holiday, type Nation, type WorkingCalendar, withLocalHolidays } from './working-calendar.ts'

/** The working calendar of a nation: about 200 holidays, a plain value that may be kept in memory. */
export async function calendarOf(db: Db, nation: Nation): Promise<WorkingCalendar> {
  const rows = await calendars(db)
    .selectFrom('working_calendar as c')
    .innerJoin('calendar_holiday as h', 'h.nation', 'c.nation')
    .select(['c.first_day', 'c.last_day', 'h.on_date', 'h.name', 'h.reason'])
    .where('c.nation', '=', nation)
    .orderBy('h.on_date')
    .execute()
  const first = rows[0]
  if (!first) throw notFound(`The working calendar of ${nation === 'scotland' ? 'Scotland' : 'England'}`)
  return {
    nation,
    from: first.first_day,
    to: first.last_day,
    holidays: rows.map(({ on_date: date, name, reason }) =>
      reason === null ? { date, name } : { date, name, reason },
    ),
  }
}

/** The working calendar of a partnership: its nation's, with its local holidays. */
export async function calendarOfPartnership(db: Db, partnership: { id: Id; nation: Nation }): Promise<WorkingCalendar> {
  const local = await calendars(db)
    .selectFrom('local_holiday as l')
    .select(['l.on_date as date', 'l.name'])
    .where('l.partnership_id', '=', partnership.id)
    .execute()
  return withLocalHolidays(await calendarOf(db, partnership.nation), local)
}

/** Adds a local holiday to a partnership, or gives the one on that date another name. */
export async function saveLocalHoliday(db: Db, partnershipId: Id, { date, name }: Holiday): Promise<void> {
  await calendars(db)
    .insertInto('local_holiday')
    .values({ partnership_id: partnershipId, on_date: date, name })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'on_date']).doUpdateSet({ name }))
    .execute()
}
