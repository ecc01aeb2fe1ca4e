import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { rangeOf } from '../../../core/history/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { addDays, type IsoDate, isIsoDate, londonDate, newId } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { type PauseReason, pauseReasons } from '../../placement.ts'
import { brokerage } from '../../schema/index.ts'
import type { Course, Pause } from '../course.ts'
import { placementTerms } from '../queries/placement-terms.ts'
import { restProblem } from '../rest.ts'
import { changingPlacement, type PlacementToChange } from './changing.ts'

/** From when care rests and, where it is known, when it goes on. */
export interface RestToBegin extends PlacementToChange {
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly reason: PauseReason
}

/**
 * Lets care rest: nothing is paid or waited for meanwhile. Capacity is kept until the day on which it goes on; while
 * nobody knows that day, for as long as the terms say.
 */
export const suspendPlacement = (
  db: Db,
  actor: Actor,
  { from, until, reason, ...asked }: RestToBegin,
): Promise<Outcome> =>
  changingPlacement(db, actor, asked, async (work, { package: of, course }) => {
    if (!pauseReasons.includes(reason)) return refused('no-reason', 'Choose why care rests.')
    const problem = restProblem(course, { from, until })
    if (problem) return problem
    const { keepDays } = await placementTerms(work.db, work.partnershipId, course.contractId, from)
    const keptUntil = until === null ? addDays(from, keepDays) : null
    await brokerage(work.db)
      .insertInto('placement_pause')
      .values({
        partnership_id: work.partnershipId,
        id: newId(),
        placement_id: course.id,
        organisation_id: course.organisationId,
        during: rangeOf({ from, until }),
        reason,
        told_at: work.at,
        kept_until: keptUntil,
      })
      .execute()
    tell(work, of.id, course, 'suspended', { from, until, reason, keptUntil })
    return { outcome: 'done' }
  })

/** On which day care goes on. */
export interface RestToEnd extends PlacementToChange {
  readonly on: IsoDate
}

/** Lets care go on from a day; refused when its capacity was given back and the provider has none left. */
export const resumePlacement = (db: Db, actor: Actor, { on, ...asked }: RestToEnd): Promise<Outcome> =>
  changingPlacement(db, actor, asked, async (work, { package: of, course }) => {
    if (!isIsoDate(on)) return refused('bad-day', 'Say on which day care goes on.')
    const pause = course.pauses.find((one) => one.until === null || one.until > londonDate(work.at))
    if (!pause) return refused('decided', 'This care is not at rest.')
    if (on < pause.from) return refused('bad-day', `It rests from ${longDate(pause.from)} on: it can’t go on before.`)
    await endRest(work, pause, on)
    tell(work, of.id, course, 'resumed', { from: pause.from, on })
    return { outcome: 'done' }
  })

async function endRest({ db, partnershipId }: Work, pause: Pause, on: IsoDate): Promise<void> {
  if (on === pause.from) {
    await brokerage(db)
      .deleteFrom('placement_pause')
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', pause.id)
      .execute()
    return
  }
  await brokerage(db)
    .updateTable('placement_pause')
    .set({ during: rangeOf({ from: pause.from, until: on }), kept_until: null })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', pause.id)
    .execute()
}

function tell(work: Work, packageId: string, course: Course, verb: string, payload: object): void {
  const { id: placementId, reference, organisationId } = course
  work.told.push({
    event: `brokerage.placement-${verb}`,
    subject: { kind: 'package', id: packageId },
    payload: { placementId, reference, organisationId, ...payload },
  })
}
