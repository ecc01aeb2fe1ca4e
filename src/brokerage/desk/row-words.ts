import type { Pool } from '../offer-rule.ts'
import { bandsWords, linesWords } from '../requests/care-words.ts'
import { needWord } from '../requests/need-code.ts'
import type { VisitLine } from '../visit-line.ts'

/** Whom a step asks, in a word or two. */
export function poolName(pool: Pool): string {
  if (pool.kind === 'tier')
    return pool.fromRank === pool.toRank ? `rank ${pool.fromRank}` : `ranks ${pool.fromRank} to ${pool.toRank}`
  return poolNames[pool.kind]
}

const poolNames: { readonly [kind in Exclude<Pool['kind'], 'tier'>]: string } = {
  lead: 'lot lead',
  fallback: 'fallback',
  framework: 'framework',
  additional: 'additional',
  accredited: 'registered nearby',
  'in-house': 'own service',
}

/** Minutes as a row shows them: "28 h", "10 h 30", "45 min". */
export function shortHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0
    ? `${hours.toLocaleString('en-GB')} h`
    : `${hours.toLocaleString('en-GB')} h ${String(rest).padStart(2, '0')}`
}

/** On how many days of a week there are visits: "7 days", "2 nights". */
export function daysCount(lines: readonly VisitLine[]): string {
  const days = new Set(lines.flatMap(({ days }) => days)).size
  const word = lines.length > 0 && lines.every(({ band }) => band === 'night') ? 'night' : 'day'
  return `${days} ${word}${days === 1 ? '' : 's'}`
}

/** How many needs a row names. */
const mostNeeds = 2

/** What is wanted, in a line: "3 visits a day, every day, one carer: dementia, hoist". */
export function wantedWords(lines: readonly VisitLine[], needs: readonly string[]): string {
  const named = needs.slice(0, mostNeeds).map((need) => needWord(need).toLowerCase())
  const more = needs.length > mostNeeds ? [`${needs.length - mostNeeds} more`] : []
  const visits = lines.length === 1 ? `${linesWords(lines)}, ${bandsWords(lines)}` : linesWords(lines)
  return [visits, ...named, ...more].join(', ')
}

/** The days somebody has waited in hospital, the first one counted: "Hospital, day 4". */
export const hospitalDay = (readyAt: Date, now: Date): number =>
  Math.max(1, Math.floor((now.getTime() - readyAt.getTime()) / 86_400_000) + 1)

/** A ladder of more steps than can be drawn is drawn with five. */
export function drawnSteps(steps: number, current: number): { readonly steps: number; readonly current: number } {
  if (steps <= 5) return { steps: Math.max(1, steps), current: Math.max(1, current) }
  return current > steps
    ? { steps: 5, current: 6 }
    : { steps: 5, current: Math.max(1, Math.ceil((current * 5) / steps)) }
}

const timeZone = 'Europe/London'
const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekdayTime = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' })
const dayTime = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' })

/** A moment of the past as those who were there would say it: "Today, 09:00", "Monday, 14:10", "3 November 2026, 09:00". */
export function pastMoment(at: Date, now: Date): string {
  const days = dayNumberOf(now) - dayNumberOf(at)
  const day = days === 0 ? 'Today' : days > 0 && days < 7 ? weekdayTime.format(at) : dayTime.format(at)
  return `${day}, ${time.format(at)}`
}

/** The same within a sentence: "today, 09:00". */
export const whenWords = (at: Date, now: Date): string => pastMoment(at, now).replace(/^Today/, 'today')

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone })
const dayNumberOf = (at: Date): number => Math.floor(Date.parse(isoDay.format(at)) / 86_400_000)

/** A time of the day: "10:18". */
export const timeOfDay = (at: Date): string => time.format(at)

const shortDayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
})

/** A day as a column of starts shows it: "Thu 26 Nov". */
export const shortDay = (day: string): string => shortDayFormat.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
