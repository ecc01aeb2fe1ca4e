import { type RawBuilder, sql } from 'kysely'
import { byColumn, type Columns, type Db } from '../db/index.ts'
import { notFound } from '../errors/index.ts'
import type { Id, IsoDate } from '../values/index.ts'
import { calendars } from './schema.ts'
import { type Holiday, type Nation, type WorkingCalendar, withLocalHolidays } from './working-calendar.ts'

/** The working calendar of a nation: about 200 holidays, a plain value that may be kept in memory. */
export const calendarOf = async (db: Db, nation: Nation): Promise<WorkingCalendar> =>
  calendarFrom(nation, await daysOf(db, nation).execute())

/** The working calendar of a partnership: its nation's, with its local holidays. One query. */
export async function calendarOfPartnership(
  db: Db,
  { id, nation }: { id: Id; nation: Nation },
): Promise<WorkingCalendar> {
  const local = calendars(db)
    .selectFrom('working_calendar as c')
    .innerJoin('local_holiday as l', (join) => join.on('l.partnership_id', '=', id))
    .select(['c.first_day', 'c.last_day', 'l.on_date', 'l.name', sql<string | null>`null::text`.as('reason')])
    .select(sql<boolean>`true`.as('local'))
    .where('c.nation', '=', nation)
  const rows = await daysOf(db, nation).unionAll(local).execute()
  const national = calendarFrom(
    nation,
    rows.filter((row) => !row.local),
  )
  return withLocalHolidays(
    national,
    rows.filter((row) => row.local).map(({ on_date: date, name }) => ({ date, name })),
  )
}

const daysOf = (db: Db, nation: Nation) =>
  calendars(db)
    .selectFrom('working_calendar as c')
    .innerJoin('calendar_holiday as h', 'h.nation', 'c.nation')
    .select(['c.first_day', 'c.last_day', 'h.on_date', 'h.name', 'h.reason', sql<boolean>`false`.as('local')])
    .where('c.nation', '=', nation)

type HolidayRow = HolidayTold & { readonly first_day: IsoDate; readonly last_day: IsoDate }

function calendarFrom(nation: Nation, rows: readonly HolidayRow[]): WorkingCalendar {
  const first = rows[0]
  if (!first) throw notFound(`The working calendar of ${nation === 'scotland' ? 'Scotland' : 'England'}`)
  const holidays = rows.map(({ on_date: date, name, reason }) =>
    reason === null ? { date, name } : { date, name, reason },
  )
  holidays.sort((a, b) => (a.date < b.date ? -1 : 1))
  return { nation, from: first.first_day, to: first.last_day, holidays }
}

interface HolidayTold {
  readonly on_date: IsoDate
  readonly name: string
  readonly reason: string | null
}

const national = byColumn<HolidayTold>({ on_date: 'h.on_date', name: 'h.name', reason: 'h.reason' })
const ofPlace = byColumn<Omit<HolidayTold, 'reason'>>({ on_date: 'l.on_date', name: 'l.name' })

/** The working calendar of a partnership as a query has read it beside something else; null where its nation has none. */
export type ToldCalendar =
  | readonly [
      nation: Nation,
      first_day: IsoDate,
      last_day: IsoDate,
      national: Columns<HolidayTold>,
      local: Columns<Omit<HolidayTold, 'reason'>>,
    ]
  | null

/** What a query selects to have the working calendar of a partnership beside what else it reads. */
export const toldCalendar = (partnershipId: Id): RawBuilder<ToldCalendar> =>
  sql<ToldCalendar>`(select json_build_array(c.nation, c.first_day, c.last_day,
      ${national.from(sql`calendar_holiday h where h.nation = c.nation`)},
      ${ofPlace.from(sql`local_holiday l where l.partnership_id = ${partnershipId}`)})
    from partnership p join working_calendar c on c.nation = p.nation where p.id = ${partnershipId})`

/** The working calendar of a partnership, from what a query selected. */
export function calendarTold(told: ToldCalendar): WorkingCalendar {
  if (!told) throw notFound('The working calendar of this nation')
  const [nation, first_day, last_day, days, local] = told
  const calendar = calendarFrom(
    nation,
    national.rows(days).map((day) => ({ ...day, first_day, last_day })),
  )
  return withLocalHolidays(
    calendar,
    ofPlace.rows(local).map(({ on_date: date, name }) => ({ date, name })),
  )
}

/** Adds a local holiday to a partnership, or gives the one on that date another name. */
export async function saveLocalHoliday(db: Db, partnershipId: Id, { date, name }: Holiday): Promise<void> {
  await calendars(db)
    .insertInto('local_holiday')
    .values({ partnership_id: partnershipId, on_date: date, name })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'on_date']).doUpdateSet({ name }))
    .execute()
}
