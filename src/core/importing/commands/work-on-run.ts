import type { Partnership } from '../../auth/index.ts'
import { allPartnerships, systemActor } from '../../auth/index.ts'
import type { Db } from '../../db/index.ts'
import { json } from '../../db/index.ts'
import { fileByDigest } from '../../files/index.ts'
import type { ImportReport } from '../../import/index.ts'
import { record } from '../../ledger/index.ts'
import type { Id } from '../../values/index.ts'
import { type Run, runById } from '../queries/runs.ts'
import { isAtWork, mostAttempts, stateAfter } from '../run-state.ts'
import { importing } from '../schema.ts'

/** Which work a job does: the import as it stood when that was asked for. */
export interface Work {
  readonly partnershipId: Id
  readonly runId: Id
  readonly ticket: Id
}

/** An import in hand. */
export interface Begun {
  readonly run: Run & { readonly state: 'trying' | 'importing' }
  readonly partnership: Partnership
  readonly bytes: Uint8Array
}

/** How the work ended. */
export type Ended =
  | { readonly how: 'done'; readonly report: ImportReport; readonly doubt: string | undefined }
  | { readonly how: 'doubted'; readonly doubt: string }
  | { readonly how: 'refused'; readonly trouble: string }

/** Takes an import in hand; undefined when nothing is to be done any more, as after another job has done it. */
export async function beginWork(db: Db, work: Work, now: Date): Promise<Begun | undefined> {
  const { partnershipId, runId, ticket } = work
  const { numUpdatedRows } = await importing(db)
    .updateTable('import_run')
    .set((run) => ({ attempts: run('attempts', '+', 1), heard_at: now, rows_read: 0 }))
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', runId)
    .where('ticket', '=', ticket)
    .where('state', 'in', ['trying', 'importing'])
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return undefined
  const run = await runById(db, partnershipId, runId)
  const partnership = (await allPartnerships(db)).find(({ id }) => id === partnershipId)
  if (!partnership || run.digest === null || !isAtWork(run.state)) return undefined
  if (run.attempts > mostAttempts) {
    await endWork(db, run, { how: 'refused', trouble: 'It was interrupted each time that it was begun.' }, now)
    return undefined
  }
  const { bytes } = await fileByDigest(db, run.digest)
  return { run: { ...run, state: run.state }, partnership, bytes }
}

/** Tells how far the work has come, which is a sign of life as well. */
export async function noteProgress(db: Db, work: Work, rows: number, now: Date): Promise<void> {
  await importing(db)
    .updateTable('import_run')
    .set({ rows_read: rows, heard_at: now })
    .where('partnership_id', '=', work.partnershipId)
    .where('id', '=', work.runId)
    .where('ticket', '=', work.ticket)
    .execute()
}

/** Keeps how the work ended, with its report, unless it was asked for anew meanwhile. */
export async function endWork(db: Db, run: Run, ended: Ended, now: Date): Promise<void> {
  if (!isAtWork(run.state)) return
  const state = stateAfter(
    run.state,
    ended.how === 'done' ? { how: 'done', applied: ended.report.applied, doubt: ended.doubt } : ended,
  )
  const report = ended.how === 'done' ? ended.report : undefined
  const { numUpdatedRows } = await importing(db)
    .updateTable('import_run')
    .set({
      state,
      heard_at: now,
      doubt: ended.how === 'refused' ? null : (ended.doubt ?? null),
      trouble: ended.how === 'refused' ? ended.trouble : null,
      ...(report ? { report: json(report), rows_read: report.read } : {}),
    })
    .where('partnership_id', '=', run.partnership_id)
    .where('id', '=', run.id)
    .where('ticket', '=', run.ticket)
    .where('state', '=', run.state)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  await record(db, systemActor(run.partnership_id), now, {
    event: `importing.${state}`,
    subject: { kind: 'import', id: run.id },
    payload: {
      kind: run.kind,
      file: run.file_name,
      digest: run.digest,
      askedBy: run.state === 'importing' ? run.imported_by : run.uploaded_by,
      ...(report ? countsOf(report) : {}),
    },
  })
}

const countsOf = ({ read, added, changed, unchanged, closed, rejectedRows, flaggedRows }: ImportReport) => ({
  read,
  added,
  changed,
  unchanged,
  closed,
  rejectedRows,
  flaggedRows,
})
