import { first, type Mistake, type Read, type Typed } from '../../core/forms/index.ts'
import { type Band, bands, type VisitLine, type Weekday, weekdays } from '../visit-line.ts'
import { bandWords } from './care-words.ts'

/** As many visits as the form of one service takes: one for each band, and others. */
export const mostVisits = 18
/** As many services as one request takes. */
export const mostServices = 4

/** What is typed for one visit: of a band of its own while it is among the first, of any afterwards. */
export interface VisitRow {
  /** What the names of its fields begin with: `s1-v2`. */
  readonly prefix: string
  readonly band: Band | ''
  /** The band is the row's own, not to be chosen. */
  readonly fixed: boolean
  readonly minutes: string
  readonly carers: string
  readonly days: readonly string[]
}

const shownOf = (typed: Typed, name: string, least: number, most: number): number => {
  const asked = Number(first(typed, name) || 0)
  return Math.min(most, Math.max(least, Number.isInteger(asked) ? asked : 0))
}

/** How many services a form shows. */
export const servicesShown = (typed: Typed): number => shownOf(typed, 'services', 1, mostServices)

const isBand = (text: string): text is Band => bands.some((band) => band === text)

/** The rows of visits of a service that a form shows; one that is new has every day ticked. */
export function visitRows(typed: Typed, service: number): VisitRow[] {
  const sent = Number(first(typed, `s${service}-sent`) || 0)
  return Array.from({ length: shownOf(typed, `s${service}-rows`, bands.length, mostVisits) }, (_, index) => {
    const prefix = `s${service}-v${index + 1}`
    const fixed = bands[index]
    const chosen = first(typed, `${prefix}-band`)
    return {
      prefix,
      band: fixed ?? (isBand(chosen) ? chosen : ''),
      fixed: fixed !== undefined,
      minutes: first(typed, `${prefix}-minutes`),
      carers: first(typed, `${prefix}-carers`) || '1',
      days: index < sent ? (typed[`${prefix}-days`] ?? []) : weekdays.map(String),
    }
  })
}

type Line = Omit<VisitLine, 'id'>

/** The name of a row among the mistakes. */
const named = ({ band }: VisitRow): string =>
  band === '' ? 'another visit' : `the ${bandWords[band].toLowerCase()} visit`

function readRow(row: VisitRow): Read<Line> {
  const { prefix, band, minutes, carers } = row
  const days = weekdays.filter((day) => row.days.includes(String(day)))
  const mistakes: Mistake[] = []
  if (band === '') mistakes.push({ field: `${prefix}-band`, sentence: 'Choose the part of the day of another visit' })
  if (!/^\d{1,4}$/.test(minutes) || Number(minutes) < 5 || Number(minutes) > 1440)
    mistakes.push({
      field: `${prefix}-minutes`,
      sentence: `Minutes of ${named(row)} must be a whole number from 5 to 1,440`,
    })
  if (days.length === 0) mistakes.push({ field: `${prefix}-days`, sentence: `Tick the days of ${named(row)}` })
  if (band === '' || mistakes.length > 0) return { mistakes }
  return { read: { band, minutes: Number(minutes), carers: carers === '2' ? 2 : 1, days } }
}

/** The visits of a service as they were typed: rows without minutes are not wanted. */
export function readVisits(typed: Typed, service: number): Read<Line[]> {
  const rows = visitRows(typed, service).filter(({ minutes, band, fixed }) => minutes !== '' || (!fixed && band !== ''))
  const read = rows.map(readRow)
  const mistakes = read.flatMap((row) => row.mistakes ?? [])
  return mistakes.length > 0 ? { mistakes } : { read: read.flatMap((row) => (row.mistakes ? [] : [row.read])) }
}

/** The days of a week as their boxes are labelled, with the whole word for those who hear it. */
export const dayLetters: readonly (readonly [day: Weekday, short: string])[] = [
  [1, 'Mon'],
  [2, 'Tue'],
  [3, 'Wed'],
  [4, 'Thu'],
  [5, 'Fri'],
  [6, 'Sat'],
  [7, 'Sun'],
]
