import type { Partnership } from '../../../core/auth/index.ts'
import type { WorkingCalendar } from '../../../core/calendar/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import type { ClockHours } from '../../offer-rule.ts'
import { placeLists } from '../../requests/queries/request-lists.ts'
import { minutesLeft } from '../../rules/working-clock.ts'
import type { DeskPackage, Standing, Starting } from '../desk-row.ts'
import type { Broker } from './brokers.ts'
import { type DeskCounts, deskCounts } from './desk-counts.ts'
import { deskFrame } from './desk-frame.ts'
import { deskPackages } from './desk-packages.ts'
import { type DeskFilter, type DeskPart, deskRows, deskStarts } from './desk-rows.ts'
import { deskVersion } from './desk-version.ts'

/** Everything that a desk shows. */
export interface DeskContent {
  readonly key: string
  readonly counts: DeskCounts
  readonly wait: number | undefined
  readonly hours: readonly ClockHours[]
  readonly rows: readonly (Standing & { readonly package: DeskPackage; readonly minutesLeft: number | undefined })[]
  readonly starts: readonly (Starting & { readonly package: DeskPackage })[]
  readonly brokers: readonly Broker[]
  readonly services: ReadonlyMap<string, string>
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

/** Reads a desk; a bounded number of queries and rows however much there is. */
export async function deskContent(
  db: Db,
  partnership: Partnership,
  asked: { readonly filter: DeskFilter; readonly part: DeskPart; readonly now: Date },
): Promise<DeskContent> {
  const { id } = partnership
  const { now } = asked
  const on = londonDate(now)
  // Read first: what changes while the rest is read is told again, rather than missed.
  const key = await deskVersion(db, id, now)
  const counts = await deskCounts(db, id, now)
  const { calendar, ...frame } = await deskFrame(db, id, now)
  const standing = await deskRows(db, id, asked)
  const starting = await deskStarts(db, id, asked)
  const ids = [...new Set([...standing, ...starting].map(({ packageId }) => packageId))]
  const packages = await deskPackages(db, id, { ids, on })
  const lists = await placeLists(db, partnership, on)
  const withPackage = <T extends { readonly packageId: Id }>(row: T) => {
    const found = packages.get(row.packageId)
    return found ? [{ ...row, package: found }] : []
  }
  return {
    key,
    counts,
    ...frame,
    rows: standing.flatMap(withPackage).map((row) => ({ ...row, minutesLeft: leftOf(row.package, calendar, now) })),
    starts: starting.flatMap(withPackage),
    services: new Map(lists.services.map(({ key, name }) => [key, name])),
    areas: lists.areas,
  }
}

/** Working minutes until the next answer is due. */
function leftOf({ round }: DeskPackage, calendar: WorkingCalendar, now: Date): number | undefined {
  const due = round?.offers.find(({ state, dueAt }) => state === 'open' && dueAt !== null)?.dueAt
  return round && due ? minutesLeft(calendar, round.hours, now, due) : undefined
}
