import { enqueue, enqueueAt } from '../../../core/jobs/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { NoticeKind } from '../notice-kind.ts'
import { dueOffersJob, tellNoticesJob } from '../offer-jobs.ts'

/** Something that people are told by mail. */
export interface Notice {
  readonly kind: NoticeKind
  readonly packageId: Id
  /** Whose people are told, of which offer; left out for the partnership's own. */
  readonly offer?: { readonly id: Id; readonly organisationId: Id } | undefined
}

/** Notes what is to be told by mail; it goes out after the commit. */
export async function note({ db, partnershipId, at }: Work, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  await brokerage(db)
    .insertInto('brokerage_notice')
    .values(
      notices.map(({ kind, packageId, offer }) => ({
        partnership_id: partnershipId,
        id: newId(),
        package_id: packageId,
        offer_id: offer?.id ?? null,
        organisation_id: offer?.organisationId ?? null,
        kind,
        noted_at: at,
        told_at: null,
      })),
    )
    .execute()
  await enqueue(db, tellNoticesJob, { partnershipId })
}

/** Milliseconds after which what was due is looked at again, in case a worker was killed at the first look. */
const secondLook = 2000

/** Asks to have looked at what is due, at some instants; a hint only: what is due stands in the tables. */
export async function hint({ db, partnershipId }: Work, times: readonly (Date | null)[]): Promise<void> {
  const instants = new Set(times.flatMap((time) => (time ? [time.getTime(), time.getTime() + secondLook] : [])))
  await enqueueAt(
    db,
    dueOffersJob,
    { partnershipId },
    [...instants].map((instant) => new Date(instant)),
  )
}
