import { rangeOf } from '../../../core/history/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { Course } from '../course.ts'
import type { MovedStart } from '../start.ts'

/** Where a placement stands with another first day. */
type Start =
  | { readonly starts_on: IsoDate }
  | { readonly state: 'started'; readonly starts_on: IsoDate; readonly started_on: IsoDate }

/** Writes on which day a placement starts, with its visits; those that are over before then are gone. */
export async function writeStart(
  { db, partnershipId }: Work,
  course: Course,
  moved: MovedStart,
  start: Start,
): Promise<void> {
  await brokerage(db)
    .updateTable('placement')
    .set({ ...start, short_term_until: moved.shortTermUntil })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', course.id)
    .execute()
  for (const visit of moved.visits) {
    const was = course.visits.find(({ id }) => id === visit.id)
    if (was?.from === visit.from && was.until === visit.until) continue
    await brokerage(db)
      .updateTable('placed_visit')
      .set({ held: rangeOf(visit) })
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', visit.id)
      .execute()
  }
  const gone = course.visits.filter(({ id }) => !moved.visits.some((visit) => visit.id === id)).map(({ id }) => id)
  if (gone.length > 0)
    await brokerage(db)
      .deleteFrom('placed_visit')
      .where('partnership_id', '=', partnershipId)
      .where('id', 'in', gone)
      .execute()
}
