import { type Id, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { withdrawRound } from '../../offers/commands/steer-round.ts'
import { withdrawPlacementReveals, withdrawReveals } from '../../offers/commands/tell-reveal.ts'
import type { Refusal } from '../../offers/outcome.ts'
import { openRoundOf } from '../../offers/queries/round.ts'
import { wantedLines } from '../../offers/queries/unplaced.ts'
import { setPackageState } from '../../requests/commands/set-package-state.ts'
import { brokerage } from '../../schema/index.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import { type Course, isLive, standOn } from '../course.ts'
import { packageStand } from '../package-stand.ts'
import { coursesOf } from '../queries/courses.ts'
import { settleCapacity } from './settle-capacity.ts'

/**
 * Brings a locked package up to what is written down of it for today: where each placement stands, who still may read who
 * the person is, where the package stands, and what is taken of capacity. Refused when somebody has too little left.
 * Done again on one day, it changes nothing. What follows from it for the spell is told last.
 */
export async function settlePackage(
  work: Work,
  packageId: Id,
  { again = false }: { readonly again?: boolean } = {},
): Promise<Refusal | { readonly outcome: 'done'; readonly changed: boolean }> {
  const { db, partnershipId, at } = work
  const today = londonDate(at)
  const before = await coursesOf(db, partnershipId, packageId)
  const courses = before.map((course): Course => ({ ...course, ...standOn(course, today) }))
  let moved = false
  for (const [index, course] of courses.entries()) {
    const was = before[index]
    if (!was || (was.state === course.state && was.endsOn === course.endsOn)) continue
    await move(work, packageId, was, course)
    moved = true
  }
  const stands = await settleState(work, packageId, courses, again)
  const capacity = await settleCapacity(work, packageId, courses, today)
  if (capacity.outcome === 'refused') return capacity
  await tellSpell(work, packageId)
  return { outcome: 'done', changed: moved || stands || capacity.changed }
}

/** Writes where a placement stands now; who gives nothing any more may not read who the person is. */
async function move(work: Work, packageId: Id, was: Course, course: Course): Promise<void> {
  const { db, partnershipId } = work
  await brokerage(db)
    .updateTable('placement')
    .set((column) => ({
      state: course.state,
      ends_on: course.endsOn !== null && course.endsOn < course.startsOn ? course.startsOn : course.endsOn,
      end_reason: course.endReason,
      version: column('version', '+', 1),
    }))
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', course.id)
    .execute()
  if (isLive(course) || !isLive(was)) return
  if (course.state === 'cancelled')
    await brokerage(db)
      .deleteFrom('placed_visit')
      .where('partnership_id', '=', partnershipId)
      .where('placement_id', '=', course.id)
      .execute()
  work.told.push({
    event: `brokerage.placement-${course.state}`,
    subject: { kind: 'package', id: packageId },
    payload: {
      placementId: course.id,
      reference: course.reference,
      organisationId: course.organisationId,
      on: course.endsOn,
      because: course.endReason,
    },
  })
  if (course.offerId !== null) await withdrawReveals(work, packageId, [course.offerId])
  await withdrawPlacementReveals(work, packageId, course.id)
}

/** Writes where a package stands, and says whether that is news; offers are taken back that nobody needs any more. */
async function settleState(work: Work, packageId: Id, courses: readonly Course[], again: boolean): Promise<boolean> {
  const { db, partnershipId, at } = work
  const today = londonDate(at)
  const row = await brokerage(db)
    .selectFrom('care_package')
    .select(['state', 'ends_on', 'ends_because'])
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', packageId)
    .executeTakeFirstOrThrow()
  if (row.state === 'ended' || row.state === 'withdrawn') return false
  if (row.ends_on !== null && row.ends_on <= today) {
    await withdrawRound(work, packageId)
    await setPackageState(work, packageId, 'ended', { on: row.ends_on, reason: row.ends_because ?? '' })
    work.told.push({
      event: 'brokerage.package-ended',
      subject: { kind: 'package', id: packageId },
      payload: { on: row.ends_on, because: row.ends_because },
    })
    return true
  }
  const stand = packageStand({
    state: row.state,
    wanted: await wantedLines(db, partnershipId, packageId, today),
    courses,
    roundOpen: (await openRoundOf(db, partnershipId, packageId)) !== undefined,
    again,
    today,
  })
  if (stand === 'suspended' || stand === 'placed') await withdrawRound(work, packageId)
  if (stand !== row.state) await setPackageState(work, packageId, stand)
  return stand !== row.state
}
