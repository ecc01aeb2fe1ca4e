import { listedRejections, type Rejection, type RowReading } from '../../core/import/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Nation } from '../../places/index.ts'
import { shortened } from './register-cells.ts'
import type { RegisterRow } from './register-row.ts'

/** What is learnt of a file while its rows go by; of bounded size, however long the file. */
export interface RegisterSurvey {
  /** Takes note of a row; gives it back when it is one to keep. */
  take(reading: RowReading<RegisterRow | null>): RegisterRow | undefined
  /** Turns away a row that had been kept. */
  turnAway(line: number, reason: string): void
  /** Every row of the file. */
  read(): number
  /** Those of them that are no care service. */
  passedOver(): number
  readonly rejected: readonly Rejection[]
  rejectedRows(): number
  readonly flagged: readonly Rejection[]
  flaggedRows(): number
  /** In how many rows a column could not be read, and the first of them in words. */
  readonly unread: ReadonlyMap<string, { readonly rows: number; readonly first: string }>
  /** The line of the last row, when that row is broken. */
  brokenEnd(): number | undefined
  /** How many rows name a day after the register's, and the latest of those days. */
  later(): { readonly rows: number; readonly latest: IsoDate; readonly line: number } | undefined
  /** Services by the nation of their council, where that is known. */
  readonly nations: ReadonlyMap<Nation, number>
}

const notAnArea = (name: string) => `“${shortened(name)}” is not an area that is known here`

/** Starts a survey of the register of one day. */
export function newSurvey(asOf: IsoDate): RegisterSurvey {
  const counts = { read: 0, passedOver: 0, rejected: 0, flagged: 0 }
  const [rejected, flagged]: [Rejection[], Rejection[]] = [[], []]
  const unread = new Map<string, { rows: number; first: string }>()
  const nations = new Map<Nation, number>()
  const unknownAreas = new Set<string>()
  let brokenEnd: number | undefined
  let later: { rows: number; latest: IsoDate; line: number } | undefined
  const list = (of: Rejection[], entry: Rejection) => {
    // Copied: a text that was cut out of a file keeps the whole piece of the file in memory.
    if (of.length < listedRejections) of.push(structuredClone(entry))
  }
  const couldNotRead = (column: string | null, line: number, reason: string) => {
    if (column === null) return
    const before = unread.get(column)
    unread.set(column, { rows: (before?.rows ?? 0) + 1, first: before?.first ?? `line ${line}: ${reason}` })
  }
  const turnAway = (line: number, column: string | null, reason: string) => list(rejected, { line, column, reason })

  const keep = (line: number, row: RegisterRow) => {
    for (const { column, reason, unread: lost } of row.flags) {
      list(flagged, { line, column, reason })
      if (lost) couldNotRead(column, line, reason)
    }
    const news = row.unknown !== null && !unknownAreas.has(row.unknown.name)
    if (row.unknown?.odd) couldNotRead(row.unknown.column, line, `${notAnArea(row.unknown.name)}.`)
    if (row.unknown && news) {
      unknownAreas.add(structuredClone(row.unknown.name))
      const reason = `${notAnArea(row.unknown.name)}; its services are kept without one.`
      list(flagged, { line, column: row.unknown.column, reason })
    }
    if (row.flags.length > 0 || news) counts.flagged += 1
    if (row.nation) nations.set(row.nation, (nations.get(row.nation) ?? 0) + 1)
    if (row.latest && row.latest > asOf) {
      const latest = later && later.latest >= row.latest ? later : { latest: row.latest, line }
      later = { rows: (later?.rows ?? 0) + 1, latest: latest.latest, line: latest.line }
    }
    return row
  }
  return {
    take(reading) {
      const { line } = reading
      counts.read += 1
      brokenEnd = reading.broken ? line : undefined
      if ('problems' in reading) {
        counts.rejected += 1
        for (const { column, reason } of reading.problems) {
          turnAway(line, column, reason)
          couldNotRead(column, line, reason)
        }
        return undefined
      }
      if (reading.value === null) {
        counts.passedOver += 1
        return undefined
      }
      return keep(line, reading.value)
    },
    turnAway(line, reason) {
      counts.rejected += 1
      turnAway(line, null, reason)
    },
    read: () => counts.read,
    passedOver: () => counts.passedOver,
    rejected,
    rejectedRows: () => counts.rejected,
    flagged,
    flaggedRows: () => counts.flagged,
    unread,
    brokenEnd: () => brokenEnd,
    later: () => later,
    nations,
  }
}
