import { sql } from 'kysely'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import type { DeclineReason } from '../../offer.ts'
import { brokerage } from '../../schema/index.ts'
import type { Course } from '../course.ts'

/** From when on a provider does not give its visits, and why. */
interface AgreedEnd {
  readonly on: IsoDate
  readonly reason: string
  readonly handedBackFor?: DeclineReason
}

/** Writes that a placement ends on a day: its visits up to it stay, and those after are gone. */
export async function agreeEnd(work: Work, course: Course, { on, reason, handedBackFor }: AgreedEnd): Promise<void> {
  const { db, partnershipId, at } = work
  await endVisits(work, course.id, on)
  await brokerage(db)
    .updateTable('placement')
    .set({
      ends_on: on < course.startsOn ? course.startsOn : on,
      end_reason: reason,
      notice_on: londonDate(at),
      ...(reason === 'handed-back' && !handedBackFor ? {} : { handed_back_for: handedBackFor ?? null }),
    })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', course.id)
    .execute()
}

/** Ends the visits of a placement on a day. */
async function endVisits({ db, partnershipId }: Work, placementId: Id, on: IsoDate): Promise<void> {
  await brokerage(db)
    .deleteFrom('placed_visit')
    .where('partnership_id', '=', partnershipId)
    .where('placement_id', '=', placementId)
    .where(sql<boolean>`lower(held) >= ${on}::date`)
    .execute()
  await brokerage(db)
    .updateTable('placed_visit')
    .set({ held: sql<string>`daterange(lower(held), ${on}::date)` })
    .where('partnership_id', '=', partnershipId)
    .where('placement_id', '=', placementId)
    .where(sql<boolean>`(upper_inf(held) or upper(held) > ${on}::date)`)
    .execute()
}
