export { loadCalendars } from './load-calendars.ts'
export { calendarMigrations } from './migrations/index.ts'
export {
  calendarOf,
  calendarOfPartnership,
  calendarTold,
  saveLocalHoliday,
  type ToldCalendar,
  toldCalendar,
} from './queries.ts'
export {
  addWorkingDays,
  type Holiday,
  isWorkingDay,
  type Nation,
  type WorkingCalendar,
  workingDaysBetween,
} from './working-calendar.ts'
export { addWorkingMinutes, type WorkingHours, workingMinutesBetween } from './working-hours.ts'
