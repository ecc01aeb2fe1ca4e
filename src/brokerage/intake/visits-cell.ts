import { bands, type VisitLine, type Weekday, weekdays } from '../visit-line.ts'

/** Visits of a week as a cell tells them. */
export type CellLine = Omit<VisitLine, 'id'>

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const sets: Readonly<Record<string, readonly Weekday[]>> = {
  '': weekdays,
  daily: weekdays,
  'every day': weekdays,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
}

/**
 * Reads visits such as “morning 30; evening 45 x2 mon-fri; bedtime 15 mon,wed”: the part of the day, minutes, two carers
 * where two come, and the days, every day when none are named. A sentence for what can't be read.
 */
export function visitsFrom(cell: string): readonly CellLine[] | string {
  const lines: CellLine[] = []
  for (const part of cell.split(/[;\n]/)) {
    const words = part.trim().toLowerCase()
    if (words === '') continue
    const line = lineFrom(words)
    if (!line)
      return `“${part.trim()}” is no visit: write the part of the day, minutes and days, such as evening 45 x2 mon-fri.`
    lines.push(line)
  }
  return lines
}

function lineFrom(words: string): CellLine | undefined {
  const match = /^([a-z]+)\s+(\d{1,4})(?:\s*min(?:utes)?)?(?:\s*x\s*([12]))?(?:\s+(.*))?$/.exec(words)
  const band = bands.find((one) => one === match?.[1])
  const days = daysFrom(match?.[4]?.trim() ?? '')
  if (!match || !band || !days) return undefined
  return { band, days, minutes: Number(match[2]), carers: match[3] === '2' ? 2 : 1 }
}

function daysFrom(text: string): readonly Weekday[] | undefined {
  const set = sets[text]
  if (set) return set
  const days = new Set<Weekday>()
  for (const part of text.split(/[,\s]+/)) {
    const [from, to = from] = part.split('-').map(weekdayFrom)
    if (from === undefined || to === undefined || to < from) return undefined
    for (const day of weekdays) if (day >= from && day <= to) days.add(day)
  }
  return weekdays.filter((day) => days.has(day))
}

const weekdayFrom = (word: string): Weekday | undefined => {
  const at = dayNames.findIndex((name) => word.length >= 3 && word.startsWith(name))
  return weekdays[at]
}

/** One visit of the week of a cell: of which line, on which day. */
export interface CellVisit {
  readonly line: number
  readonly weekday: Weekday
}

/** Which of the visits wanted are the ones given; a sentence when one that is given is not wanted. */
export function givenOf(wanted: readonly CellLine[], given: readonly CellLine[]): readonly CellVisit[] | string {
  const all = visitsOf(wanted)
  const found: CellVisit[] = []
  for (const line of given) {
    for (const weekday of line.days) {
      const visit = all.find(
        (one) => one.weekday === weekday && sameVisit(wanted[one.line], line) && !found.includes(one),
      )
      if (!visit)
        return `${article(line.band)} ${line.band} visit of ${line.minutes} minutes is given that is not among those wanted.`
      found.push(visit)
    }
  }
  return found
}

/** Every visit of the week. */
export const visitsOf = (lines: readonly CellLine[]): CellVisit[] =>
  lines.flatMap(({ days }, line) => days.map((weekday) => ({ line, weekday })))

const sameVisit = (a: CellLine | undefined, b: CellLine): boolean =>
  a?.band === b.band && a.minutes === b.minutes && a.carers === b.carers

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'An' : 'A')
