import { json } from '../../../core/db/index.ts'
import { type Period, periodFrom, rangeOf } from '../../../core/history/index.ts'
import { type Id, londonDate, newId } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import type { Proposal } from '../../offer.ts'
import { brokerage } from '../../schema/index.ts'
import { daysMask, type VisitLine } from '../../visit-line.ts'
import type { Round } from '../round.ts'
import { freeFrom, type GivenVisit, laterOf, visitsOf } from '../unplaced.ts'

/** Which lines of a package other times are agreed for. */
interface Replacement {
  readonly packageId: Id
  readonly round: Round
  /** What of the lines is left: visits that another gives stay as they are. */
  readonly left: readonly VisitLine[]
  /** What is given of the package. */
  readonly given: readonly GivenVisit[]
  readonly proposal: Proposal
}

/**
 * Has a package ask for the times that were agreed, from today on or from when nobody gives the others any more: the days
 * before the agreed start are no gap for anybody else to fill.
 * Gives the lines of the round as they are now, and those that were agreed.
 */
export async function replaceLines(
  work: Work,
  { packageId, round, left, given, proposal }: Replacement,
): Promise<{ lines: VisitLine[]; taken: VisitLine[] }> {
  const { db, partnershipId, at } = work
  const today = londonDate(at)
  let lines = [...round.lines]
  const taken: VisitLine[] = []
  for (const { id, band, days } of proposal.lines) {
    const asked = left.find((line) => line.id === id)
    if (!asked) throw new Error('A line that is not left was replaced.')
    if (band === asked.band && daysMask(days) === daysMask(asked.days)) {
      taken.push(asked)
      continue
    }
    const agreed: VisitLine = { ...asked, id: newId(), band, days: [...days].sort((a, b) => a - b) }
    const from = laterOf(today, freeFrom(visitsOf([asked]), given) ?? today)
    await replaceLine(work, packageId, { asked, agreed, from })
    lines = [...lines.flatMap((line) => (line.id === id ? without(line, asked) : [line])), agreed]
    taken.push(agreed)
  }
  await brokerage(db)
    .updateTable('offer_round')
    .set({ lines: json(lines) })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', round.id)
    .execute()
  work.told.push({
    event: 'brokerage.package-amended',
    subject: { kind: 'package', id: packageId },
    payload: { because: 'proposal', from: proposal.startOn, lines: taken },
  })
  return { lines, taken }
}

/** A line without some of its days; nothing when none is left. */
function without(line: VisitLine, { days: gone }: VisitLine): VisitLine[] {
  const days = line.days.filter((day) => !gone.includes(day))
  return days.length === 0 ? [] : [{ ...line, days }]
}

async function replaceLine(
  { db, partnershipId }: Work,
  packageId: Id,
  { asked, agreed, from }: { asked: VisitLine; agreed: VisitLine; from: string },
): Promise<void> {
  const row = await brokerage(db)
    .selectFrom('package_line')
    .select(['days', 'held'])
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', asked.id)
    .executeTakeFirstOrThrow()
  const held = periodFrom(row.held)
  const begins = held.from > from ? held.from : from
  const kept = row.days & ~daysMask(asked.days)
  const before: Period = { from: held.from, until: begins }
  const line = (id: Id, { band, days, minutes, carers }: VisitLine, period: Period) => ({
    partnership_id: partnershipId,
    id,
    package_id: packageId,
    band,
    days: daysMask(days),
    minutes,
    carers,
    held: rangeOf(period),
  })
  const update = brokerage(db)
    .updateTable('package_line')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', asked.id)
  const waited = before.from < begins
  if (kept !== 0) {
    // Another gives the rest of it: only the visits that were left change.
    await update.set({ days: kept }).execute()
    if (waited)
      await brokerage(db)
        .insertInto('package_line')
        .values(line(newId(), asked, before))
        .execute()
  } else if (waited) await update.set({ held: rangeOf(before) }).execute()
  else {
    await brokerage(db)
      .deleteFrom('package_line')
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', asked.id)
      .execute()
  }
  await brokerage(db)
    .insertInto('package_line')
    .values(line(agreed.id, agreed, { from: begins, until: held.until }))
    .execute()
}
