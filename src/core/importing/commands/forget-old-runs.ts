import { systemActor } from '../../auth/index.ts'
import type { Db } from '../../db/index.ts'
import { record } from '../../ledger/index.ts'
import type { Id } from '../../values/index.ts'
import { importing } from '../schema.ts'
import { forgetRun } from './forget-run.ts'

/** For how many days a file is kept after anybody last did anything about it. */
export const keptDays = 30

/** Forgets a partnership's files that were left alone for long; says how many. */
export async function forgetOldRuns(db: Db, partnershipId: Id, now: Date): Promise<number> {
  const old = await importing(db)
    .selectFrom('import_run as r')
    .select(['r.partnership_id', 'r.id', 'r.digest', 'r.state'])
    .where('r.partnership_id', '=', partnershipId)
    .where('r.digest', 'is not', null)
    .where('r.heard_at', '<', new Date(now.getTime() - keptDays * 24 * 3_600_000))
    .execute()
  for (const run of old) await forgetRun(db, run)
  if (old.length > 0) {
    await record(db, systemActor(partnershipId), now, {
      event: 'importing.files-forgotten',
      subject: { kind: 'partnership', id: partnershipId },
      payload: { files: old.length },
    })
  }
  return old.length
}
