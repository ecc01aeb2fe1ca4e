import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { forgetFile } from '../../files/index.ts'
import type { Run } from '../queries/runs.ts'
import { isOver } from '../run-state.ts'
import { importing } from '../schema.ts'

/** Forgets a file and everything read from it; who imported what, when and how many rows stays. */
export async function forgetRun(db: Db, run: Pick<Run, 'partnership_id' | 'id' | 'digest' | 'state'>): Promise<void> {
  await importing(db)
    .updateTable('import_run')
    .set({
      digest: null,
      start: null,
      state: isOver(run.state) ? run.state : 'thrown-away',
      // The rows that were not taken are quoted in it.
      report: sql`report || '{"rejected": [], "flagged": []}'`,
    })
    .where('partnership_id', '=', run.partnership_id)
    .where('id', '=', run.id)
    .execute()
  if (run.digest === null) return
  const other = await importing(db)
    .selectFrom('import_run as r')
    .select('r.id')
    .where('r.partnership_id', '=', run.partnership_id)
    .where('r.digest', '=', run.digest)
    .limit(1)
    .executeTakeFirst()
  if (!other) await forgetFile(db, run.partnership_id, run.digest)
}
