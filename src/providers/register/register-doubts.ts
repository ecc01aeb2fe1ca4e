import { longDate, number } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'

/** Above this many, and above this share, a change is too large to be taken without asking. */
const noticeable = { rows: 20, share: 0.2 }

/** Whether so many of all are more than a register changes by between two files. */
const tooMany = (count: number, of: number): boolean => count > Math.max(noticeable.rows, of * noticeable.share)

const these = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`

/** The same bytes stand for another day already. */
export const sameFileDoubt = (file: string, day: IsoDate | undefined): string | undefined =>
  day && `${file} is the very file that was imported as the register of ${longDate(day)}.`

/** The last record of a file has no shape: the rest of it may be missing. */
export const cutShortDoubt = (file: string, line: number | undefined): string | undefined =>
  line === undefined
    ? undefined
    : `The last row of ${file}, in line ${number(line)}, is cut short, so more of the file may be missing.`

/** Too many rows could not be read. */
export function rejectedDoubt(rejected: number, read: number, first: string | undefined): string | undefined {
  if (!tooMany(rejected, read)) return undefined
  return `${number(rejected)} of ${these(read, 'row', 'rows')} can’t be taken, the first because: ${first ?? 'it is broken.'}`
}

/** A column holds something else than it should: its heading and its cells may have parted. */
export function movedColumnDoubt(
  columns: ReadonlyMap<string, { readonly rows: number; readonly first: string }>,
  read: number,
): string | undefined {
  for (const [column, { rows, first }] of columns) {
    if (rows > noticeable.rows && rows * 2 > read) {
      return `The column ${column} can’t be read in ${number(rows)} of ${number(read)} rows, as if it had moved: ${first}`
    }
  }
  return undefined
}

/** Days that a register of that day cannot know. */
export function laterDatesDoubt(
  asOf: IsoDate,
  later: { readonly rows: number; readonly latest: IsoDate; readonly line: number } | undefined,
): string | undefined {
  if (!later) return undefined
  const { rows, latest, line } = later
  return `${these(rows, 'row has', 'rows have')} a date after ${longDate(asOf)} (${longDate(latest)} in line ${number(line)}), so this is the register of a later day.`
}

/** Part of the ground of the file before is missing, and so are rows. */
export function halfFileDoubt(
  rows: number,
  before:
    | { readonly rows: number; readonly asOf: IsoDate; readonly shared: number; readonly missing: readonly string[] }
    | undefined,
): string | undefined {
  // A file of other councils altogether is another cut of the register, not half of it.
  if (!before || before.missing.length === 0 || before.shared === 0 || rows >= before.rows * 0.8) return undefined
  const named = before.missing.slice(0, 3).join(', ')
  const more = before.missing.length > 3 ? ` and ${before.missing.length - 3} more` : ''
  return `This may be half a file: it has ${these(rows, 'service', 'services')} where the register of ${longDate(before.asOf)} had ${number(before.rows)}, and none of ${named}${more}.`
}

/** More services gone at once than a register loses. */
export function closedDoubt(closed: number, before: number, since: IsoDate | undefined): string | undefined {
  if (!since || !tooMany(closed, before)) return undefined
  return `${these(closed, 'service', 'services')} of ${number(before)} in the register of ${longDate(since)} would be gone.`
}

/** A register of many services that says of all of them what that of another day does. */
export function unchangedDoubt(
  asOf: IsoDate,
  found: {
    readonly added: number
    readonly changed: number
    readonly unchanged: number
    readonly closed: number
    readonly since: IsoDate | undefined
  },
  /** Another day whose register is the same to the letter. */
  sameDay: IsoDate | undefined,
): string | undefined {
  if (sameDay) return `Nothing differs from the register of ${longDate(sameDay)}, so this may be that file again.`
  const { since, closed } = found
  if (!since || since === asOf || found.added + found.changed > 0 || found.unchanged <= noticeable.rows)
    return undefined
  return `Nothing differs from the register of ${longDate(since)}, but ${these(closed, 'service is', 'services are')} missing, so this may be part of that file.`
}
