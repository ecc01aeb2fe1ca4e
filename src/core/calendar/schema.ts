import { tables } from '../db/index.ts'
import type { Id, IsoDate } from '../values/index.ts'
import type { Nation } from './working-calendar.ts'

/** The tables of `core/calendar`. */
export interface CalendarTables {
  working_calendar: { nation: Nation; first_day: IsoDate; last_day: IsoDate }
  calendar_holiday: { nation: Nation; on_date: IsoDate; name: string; reason: string | null }
  /** Days on which one partnership rests and its nation does not, such as a town's fair. */
  local_holiday: { partnership_id: Id; on_date: IsoDate; name: string }
}

/** The view of the database for `core/calendar`. */
export const calendars = tables<CalendarTables>()
