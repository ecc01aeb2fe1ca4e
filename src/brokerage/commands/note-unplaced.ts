import { ahead, keptPlan } from '../../core/db/index.ts'
import { periodFrom } from '../../core/history/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { unplacedFrom } from '../offers/unplaced.ts'
import { brokerage } from '../schema/index.ts'
import type { PackageFacts } from '../unmet/package-facts.ts'
import { daysOfMask, weeklyMinutes } from '../visit-line.ts'
import type { Work } from './work.ts'

/** Keeps with a package how many of its minutes a week nobody has taken on, and when that is looked at again, so that a desk need not work it out for all. */
export async function noteUnplaced(
  { db, partnershipId, at }: Work,
  { id, state, ready_at, lines, placed, placements, last, unplaced_minutes, review_on }: PackageFacts,
): Promise<void> {
  const today = londonDate(at)
  const ready = londonDate(ready_at)
  const standing = new Set(placements.map((placement) => placement.id))
  const wanted = lines.map(({ days, held, ...line }) => ({
    line: { ...line, days: daysOfMask(days) },
    ...periodFrom(held),
  }))
  const given = placed
    .filter(({ placement_id }) => standing.has(placement_id))
    .map(({ line_id: lineId, weekday, held }) => ({ lineId, weekday, ...periodFrom(held) }))
  const over = state === 'ended' || state === 'withdrawn'
  const left = over ? undefined : unplacedFrom(wanted, given, ready > today ? ready : today)
  const minutes = weeklyMinutes(left?.lines ?? [])
  const reviewOn = (last?.ended_on === null && last.pieces.at(-1)?.reviewOn) || null
  if (minutes === unplaced_minutes && reviewOn === review_on) return
  await ahead(
    brokerage(db),
    brokerage(db)
      .updateTable('care_package')
      .set({ unplaced_minutes: minutes, review_on: reviewOn })
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', id)
      .modifyEnd(keptPlan),
  )
}
