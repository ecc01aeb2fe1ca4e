import { hoursWords } from '../../core/ui/format.ts'
import type { Origin, PackageState, SupportOption } from '../care-package.ts'
import { type Band, bands, type VisitLine, type Weekday, weekdays } from '../visit-line.ts'

export { hoursWords }

/** The bands of a day in words. */
export const bandWords: { readonly [band in Band]: string } = {
  morning: 'Morning',
  midday: 'Midday',
  afternoon: 'Afternoon',
  evening: 'Evening',
  bedtime: 'Bedtime',
  night: 'Night',
}

export const weekdayWords: { readonly [day in Weekday]: string } = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}

export const originWords: { readonly [origin in Origin]: string } = { hospital: 'Hospital', community: 'At home' }

export const packageStateWords: { readonly [state in PackageState]: string } = {
  waiting: 'To place',
  offering: 'With providers',
  placed: 'Placed',
  unmet: 'Nobody left to ask',
  suspended: 'At rest',
  ended: 'Ended',
  withdrawn: 'Withdrawn',
}

/** The ways of arranging support, as each nation's law names them. */
export const supportOptionWords: {
  readonly [nation in 'scotland' | 'england']: { readonly [option in SupportOption]: string }
} = {
  scotland: {
    1: 'Option 1: direct payment',
    2: 'Option 2: the person chooses, the council arranges',
    3: 'Option 3: the council arranges',
    4: 'Option 4: a mix',
  },
  england: {
    1: 'Direct payment',
    2: 'Individual service fund',
    3: 'The council arranges',
    4: 'A mix',
  },
}

/** Days of a week in words: "every day", "Monday to Friday", "Monday and Thursday". */
export function daysWords(days: readonly Weekday[]): string {
  const sorted = weekdays.filter((day) => days.includes(day))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return 'no day'
  if (sorted.length === 7) return 'every day'
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${weekdayWords[first]} to ${weekdayWords[last]}`
  const names = sorted.map((day) => weekdayWords[day])
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

type Line = Omit<VisitLine, 'id'>

/** One line of visits: "Morning, 45 minutes, two carers, every day". */
export const lineWords = ({ band, minutes, carers, days }: Line): string =>
  [bandWords[band], hoursWords(minutes), carers === 2 ? 'two carers' : null, daysWords(days)].filter(Boolean).join(', ')

/** The visits of a week in short: "3 visits a day, every day, two carers". */
export function linesWords(lines: readonly Line[]): string {
  if (lines.length === 0) return 'no visits'
  const visits = (count: number, per: string) => `${count} visit${count === 1 ? '' : 's'} a ${per}`
  const patterns = new Set(lines.map(({ days }) => [...days].sort().join()))
  const week = lines.reduce((sum, { days }) => sum + days.length, 0)
  const when =
    patterns.size === 1 ? `${visits(lines.length, 'day')}, ${daysWords(lines[0]?.days ?? [])}` : visits(week, 'week')
  const two = lines.filter(({ carers }) => carers === 2).length
  return `${when}, ${two === 0 ? 'one carer' : two === lines.length ? 'two carers' : 'one or two carers'}`
}

/** The bands in which visits are wanted: "morning and bedtime". */
export function bandsWords(lines: readonly Line[]): string {
  const names = bands.filter((band) => lines.some((line) => line.band === band)).map((band) => band as string)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Minutes of a day that visits take up, by weekday; two carers at once take no more of the day than one. */
export const minutesADay = (lines: readonly Line[]): Map<Weekday, number> =>
  new Map(
    weekdays.map((day) => [day, lines.reduce((sum, { days, minutes }) => sum + (days.includes(day) ? minutes : 0), 0)]),
  )
