export interface ClockTimes {
  readonly now: Date
  readonly due: Date
  /** When the clock began to run; with it the chip shows how much has gone. */
  readonly began?: Date | undefined
  /** Minutes left as a calendar of working hours counts them; the clock's own hours otherwise. */
  readonly minutesLeft?: number | undefined
}

export interface ClockState {
  readonly kind: 'open' | 'soon' | 'late'
  /** As it is read: "1 h 42 left". */
  readonly words: string
  /** As it is heard: "1 hour 42 minutes left". */
  readonly spoken: string
  /** "12:00" today, "25 November, 09:00" on another day. */
  readonly due: string
  /** How much of the time has gone, from 0 to 1; undefined where it isn't known when it began. */
  readonly gone: number | undefined
}

/** Under so many minutes a clock is shown as pressing. */
const soonUnder = 15

const minute = 60_000

/** How a clock stands: whole minutes, rounded so that it never promises more time than there is. */
export function clockState({ now, due, began, minutesLeft }: ClockTimes): ClockState {
  const byClock = (due.getTime() - now.getTime()) / minute
  const left = minutesLeft ?? byClock
  const late = byClock < 0
  const minutes = Math.floor(Math.abs(late ? byClock : left))
  const ending = late ? 'late' : 'left'
  const working = minutesLeft !== undefined && !late
  const kind = late ? 'late' : left < soonUnder ? 'soon' : 'open'
  const whole = began && due.getTime() - began.getTime()
  return {
    kind,
    words: byClock === 0 ? 'Due now' : `${short(minutes, working)} ${ending}`,
    spoken: byClock === 0 ? 'Due now' : `${long(minutes, working)} ${ending}`,
    due: dueWords(due, now),
    gone: whole ? Math.min(1, Math.max(0, 1 - (due.getTime() - now.getTime()) / whole)) : undefined,
  }
}

/** Days of 24 hours mean nothing to a clock of working hours, so that one is given in hours. */
function parts(minutes: number, working: boolean): { days: number; hours: number; rest: number } {
  const days = working ? 0 : Math.floor(minutes / 1440)
  const hours = Math.floor((minutes - days * 1440) / 60)
  return { days, hours, rest: minutes % 60 }
}

function short(minutes: number, working: boolean): string {
  const { days, hours, rest } = parts(minutes, working)
  if (minutes < 1) return 'Under 1 min'
  if (days > 0) return [count(days, 'day'), hours > 0 && `${hours} h`].filter(Boolean).join(' ')
  if (hours > 0) return rest > 0 ? `${hours} h ${String(rest).padStart(2, '0')}` : `${hours} h`
  return `${rest} min`
}

function long(minutes: number, working: boolean): string {
  const { days, hours, rest } = parts(minutes, working)
  if (minutes < 1) return 'Under 1 minute'
  const all = [days > 0 && count(days, 'day'), hours > 0 && count(hours, 'hour')]
  return [...all, days === 0 && rest > 0 && count(rest, 'minute')].filter(Boolean).join(' ')
}

const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`

const timeZone = 'Europe/London'
const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' })

/** The hour alone today; with the day on another, and the year in another. */
function dueWords(due: Date, now: Date): string {
  const [at, today] = [dayAndYear.format(due), dayAndYear.format(now)]
  if (at === today) return time.format(due)
  return `${at.slice(-4) === today.slice(-4) ? day.format(due) : at}, ${time.format(due)}`
}
