import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { CommitteeDate } from '../committee-date.ts'

/** Writes dates of committees; one that is there on that day gets its day for papers anew. */
export async function writeCommitteeDates(db: Db, partnershipId: Id, dates: readonly CommitteeDate[]): Promise<void> {
  if (dates.length === 0) return
  await procurement(db)
    .insertInto('committee_date')
    .values(
      dates.map(({ committee, on, papersBy }) => ({
        partnership_id: partnershipId,
        committee,
        on_date: on,
        papers_by: papersBy,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'committee', 'on_date'])
        .doUpdateSet((set) => ({ papers_by: set.ref('excluded.papers_by') })),
    )
    .execute()
}

interface Told {
  readonly partnershipId: Id
  readonly at: Date
}

/** Adds one meeting of a committee, or tells its day for papers anew. */
export async function addCommitteeDate(db: Db, actor: Actor, date: CommitteeDate, told: Told): Promise<void> {
  await writeCommitteeDates(db, told.partnershipId, [date])
  await record(db, actor, told.at, {
    event: 'procurement.committee-date-added',
    subject: { kind: 'partnership', id: told.partnershipId },
    payload: date,
  })
}

/** Takes away a meeting that will not be held. */
export async function removeCommitteeDate(
  db: Db,
  actor: Actor,
  date: { readonly committee: string; readonly on: IsoDate },
  told: Told,
): Promise<void> {
  const gone = await procurement(db)
    .deleteFrom('committee_date')
    .where('partnership_id', '=', told.partnershipId)
    .where('committee', '=', date.committee)
    .where('on_date', '=', date.on)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await record(db, actor, told.at, {
    event: 'procurement.committee-date-removed',
    subject: { kind: 'partnership', id: told.partnershipId },
    payload: date,
  })
}
