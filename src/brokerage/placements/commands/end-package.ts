import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { type Id, type IsoDate, isIsoDate, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { withdrawRound } from '../../offers/commands/steer-round.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { setPackageState } from '../../requests/commands/set-package-state.ts'
import { brokerage } from '../../schema/index.ts'
import { isLive } from '../course.ts'
import {
  type CancelReason,
  cancelReasons,
  type EndReason,
  endReasons,
  type WithdrawReason,
  withdrawReasons,
} from '../end-reasons.ts'
import { plannedEnd } from '../queries/planned-end.ts'
import { changingPackage, changingPlacement, type PackageToChange, type PlacementToChange } from './changing.ts'
import { agreeEnd } from './end-visits.ts'

/** When care that began is over, and why. */
export interface PackageEnd extends PackageToChange {
  /** The first day without it; it may be over already. */
  readonly on: IsoDate
  readonly reason: EndReason
}

/** Ends a package on a day, gone by or to come; until then all stays as it is. */
export const endPackage = (db: Db, actor: Actor, { on, reason, ...asked }: PackageEnd): Promise<Outcome> =>
  changingPackage(db, actor, asked, async (work, { package: of, courses }) => {
    if (!endReasons.includes(reason)) return refused('no-reason', 'Choose why care ends.')
    const began = courses.flatMap(({ startedOn }) => startedOn ?? []).toSorted()[0]
    if (began === undefined)
      return refused('not-begun', 'No care of this package has begun. If it is not needed, withdraw it.')
    if (!isIsoDate(on)) return refused('bad-day', 'Say which is the first day without care.')
    if (on < began) return refused('bad-day', `Care began on ${longDate(began)}: it can’t have ended before.`)
    const planned = await plannedEnd(work, of.id)
    if (planned !== null && on > planned) {
      const sentence = `This package ends on ${longDate(planned)} already. It can end sooner; to go on for longer it has to be asked for anew.`
      return refused('bad-day', sentence)
    }
    for (const course of courses) {
      if (course.state === 'cancelled' || (course.endsOn !== null && course.endsOn <= on)) continue
      await agreeEnd(work, course, {
        on,
        reason: isLive(course) ? 'package-ended' : (course.endReason ?? 'package-ended'),
      })
    }
    await endLines(work, of.id, on)
    await brokerage(work.db)
      .updateTable('care_package')
      .set({ ends_on: on, ends_because: reason })
      .where('partnership_id', '=', work.partnershipId)
      .where('id', '=', of.id)
      .execute()
    if (on > londonDate(work.at))
      work.told.push({
        event: 'brokerage.package-end-planned',
        subject: { kind: 'package', id: of.id },
        payload: { on, because: reason },
      })
    return { outcome: 'done' }
  })

/** Ends what is wanted on a day; a line of which no visit was given before it is gone. */
async function endLines({ db, partnershipId }: Work, packageId: Id, on: IsoDate): Promise<void> {
  await brokerage(db)
    .deleteFrom('package_line')
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', packageId)
    .where(sql<boolean>`lower(held) >= ${on}::date`)
    .execute()
  await brokerage(db)
    .updateTable('package_line')
    .set({ held: sql<string>`daterange(lower(held), ${on}::date)` })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', packageId)
    .where(sql<boolean>`(upper_inf(held) or upper(held) > ${on}::date)`)
    .execute()
}

/** Withdraws a package before any care of it began: offers are taken back, and what was agreed is called off. */
export const withdrawPackage = (
  db: Db,
  actor: Actor,
  { reason, ...asked }: PackageToChange & { readonly reason: WithdrawReason },
): Promise<Outcome> =>
  changingPackage(db, actor, asked, async (work, { package: of, courses }) => {
    if (!withdrawReasons.includes(reason)) return refused('no-reason', 'Choose why it is not needed any more.')
    if (courses.some(({ startedOn }) => startedOn !== null))
      return refused('begun', 'Care of this package has begun. Say when it ends instead.')
    const today = londonDate(work.at)
    await withdrawRound(work, of.id)
    for (const course of courses.filter(isLive))
      await agreeEnd(work, course, { on: course.startsOn, reason: 'package-withdrawn' })
    await setPackageState(work, of.id, 'withdrawn', { on: today, reason })
    work.told.push({
      event: 'brokerage.package-withdrawn',
      subject: { kind: 'package', id: of.id },
      payload: { on: today, because: reason },
    })
    return { outcome: 'done' }
  })

/** Calls a placement off that was agreed and has not begun; its visits are to be placed again. */
export const cancelPlacement = (
  db: Db,
  actor: Actor,
  { reason, ...asked }: PlacementToChange & { readonly reason: CancelReason },
): Promise<Outcome> =>
  changingPlacement(db, actor, asked, async (work, { course }) => {
    if (!cancelReasons.includes(reason)) return refused('no-reason', 'Choose why it does not begin.')
    if (course.startedOn !== null) return refused('begun', 'This care has begun. Say when it ends instead.')
    await agreeEnd(work, course, { on: course.startsOn, reason })
    return { outcome: 'done', again: true }
  })
