import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { enqueue } from '../../../core/jobs/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { solveJob } from '../jobs/solve-job.ts'
import { runById } from '../queries/runs.ts'
import { solving } from '../schema.ts'
import { isSilent, type SolveRunKind } from '../solve-run.ts'

/** Which run, and when. */
export interface RunSteered {
  readonly partnershipId: Id
  readonly runId: Id
  readonly kind: SolveRunKind
  readonly at: Date
}

const nothingYet = 'It was stopped before there was anything to show.'

/** What is told until its worker has heard of it. */
const ending = 'It is being stopped. Load this page again in some seconds for the best that was found till then.'

/** Ends the search of a run: its worker hears of it within a second and keeps the best that it has. Says whether there was one to end. */
export async function stopRun(db: Db, actor: Actor, { partnershipId, runId, kind, at }: RunSteered): Promise<boolean> {
  const { numUpdatedRows } = await solving(db)
    .updateTable('solve_run')
    .set((run) => ({
      state: 'stopped' as const,
      finished_at: at,
      words: run.case().when('state', '=', 'waiting').then(nothingYet).else(ending).end(),
    }))
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', runId)
    .where('kind', '=', kind)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await record(db, actor, at, { event: `brokerage.${kind}-ended-early`, subject: { kind: 'solve-run', id: runId } })
  return true
}

/** Has a run begun again whose worker has not been heard of for long. Says whether it was. */
export async function wakeRun(db: Db, actor: Actor, { partnershipId, runId, kind, at }: RunSteered): Promise<boolean> {
  const run = await runById(db, partnershipId, runId, kind)
  if (!isSilent(run, at)) return false
  const { numUpdatedRows } = await solving(db)
    .updateTable('solve_run')
    .set({ state: 'waiting', heard_at: at })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', runId)
    // A second press waits here for the first, and then finds that something was heard.
    .where('heard_at', '=', run.heardAt)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await enqueue(db, solveJob, { partnershipId, runId })
  await record(db, actor, at, { event: `brokerage.${kind}-asked-again`, subject: { kind: 'solve-run', id: runId } })
  return true
}
