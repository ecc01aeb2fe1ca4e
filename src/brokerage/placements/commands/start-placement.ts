import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { type IsoDate, isIsoDate, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { brokerage } from '../../schema/index.ts'
import type { Course } from '../course.ts'
import { movedStart, startProblem } from '../start.ts'
import { changingPlacement, type PlacementToChange } from './changing.ts'
import { writeStart } from './write-start.ts'

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
    // Care is paid from its start: of days before it was agreed only the partnership can tell.
    const agreedOn = actor.kind === 'provider' ? await agreedDay(work, course) : undefined
    if (agreedOn && startedOn < agreedOn) {
      const sentence = `This care was agreed on ${longDate(agreedOn)}: it can’t have begun before. If it did, tell the partnership.`
      return refused('start-too-early', sentence)
    }
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
    await writeStart(work, course, moved, { state: 'started', started_on: startedOn, starts_on: startedOn })
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

async function agreedDay({ db, partnershipId }: Work, { id }: Course): Promise<IsoDate> {
  const { agreed_at } = await brokerage(db)
    .selectFrom('placement')
    .select('agreed_at')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return londonDate(agreed_at)
}
