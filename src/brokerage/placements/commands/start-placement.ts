import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { rangeOf } from '../../../core/history/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { type IsoDate, isIsoDate, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { brokerage } from '../../schema/index.ts'
import type { Course, PlacedVisit } from '../course.ts'
import { movedStart, startProblem } from '../start.ts'
import { changingPlacement, type PlacementToChange } from './changing.ts'

/** Since when care is given. */
export interface StartToConfirm extends PlacementToChange {
  readonly startedOn: IsoDate
}

/** Confirms that care began, today or looking back; its visits, and a short term, count from then. */
export const startPlacement = (db: Db, actor: Actor, { startedOn, ...asked }: StartToConfirm): Promise<Outcome> =>
  changingPlacement(db, actor, asked, async (work, { package: of, course, courses }) => {
    if (course.startedOn !== null)
      return refused('begun', `This care began on ${longDate(course.startedOn)}, as was confirmed before.`)
    if (!isIsoDate(startedOn)) return refused('bad-day', 'Say on which day care began.')
    const others = courses.filter(({ id }) => id !== course.id)
    const moved = movedStart(course, startedOn)
    const problem = startProblem({
      course,
      moved,
      others,
      startedOn,
      assessedOn: of.assessedOn,
      today: londonDate(work.at),
    })
    if (problem) return problem
    await writeStart(work, course, moved, startedOn)
    work.told.push({
      event: 'brokerage.placement-started',
      subject: { kind: 'package', id: of.id },
      payload: {
        placementId: course.id,
        reference: course.reference,
        organisationId: course.organisationId,
        startedOn,
        agreed: course.startsOn,
        shortTermUntil: moved.shortTermUntil,
      },
    })
    return { outcome: 'done' }
  })

async function writeStart(
  { db, partnershipId }: Work,
  course: Course,
  moved: { readonly visits: readonly PlacedVisit[]; readonly shortTermUntil: IsoDate | null },
  startedOn: IsoDate,
): Promise<void> {
  await brokerage(db)
    .updateTable('placement')
    .set({ state: 'started', started_on: startedOn, starts_on: startedOn, short_term_until: moved.shortTermUntil })
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
