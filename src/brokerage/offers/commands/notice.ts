import { sql } from 'kysely'
import { ahead, json, keptPlan } from '../../../core/db/index.ts'
import { enqueueAt, enqueued, runOf } from '../../../core/jobs/index.ts'
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

/** Notes what is to be told by mail, which goes out after the commit; with instants at which to look at what is due, as `hint` does. One statement. */
export async function note(
  { db, partnershipId, at }: Work,
  notices: readonly Notice[],
  times: readonly (Date | null)[] = [],
): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map(({ kind, packageId, offer }) => ({
    id: newId(),
    package_id: packageId,
    offer_id: offer?.id ?? null,
    organisation_id: offer?.organisationId ?? null,
    kind,
  }))
  const looks = instantsOf(times).map((instant) => runOf(dueOffersJob, { partnershipId }, instant))
  await ahead(
    brokerage(db),
    sql`${keptPlan}with noted as (insert into brokerage_notice (partnership_id, id, package_id, offer_id,
        organisation_id, kind, noted_at)
      select ${partnershipId}::uuid, t.*, ${at.toISOString()}::timestamptz
        from jsonb_to_recordset(${json(rows)}) as t (id uuid, package_id uuid, offer_id uuid, organisation_id uuid, kind text))
    ${enqueued([runOf(tellNoticesJob, { partnershipId }), ...looks])}`,
  )
}

/** Milliseconds after which what was due is looked at again, in case a worker was killed at the first look. */
const secondLook = 2000

/** Asks to have looked at what is due, at some instants; a hint only: what is due stands in the tables. */
export const hint = ({ db, partnershipId }: Work, times: readonly (Date | null)[]): Promise<void> =>
  enqueueAt(db, dueOffersJob, { partnershipId }, instantsOf(times))

const instantsOf = (times: readonly (Date | null)[]): Date[] => {
  const instants = times.flatMap((time) => (time ? [time.getTime(), time.getTime() + secondLook] : []))
  return [...new Set(instants)].map((instant) => new Date(instant))
}
