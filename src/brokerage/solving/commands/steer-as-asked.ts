import type { Actor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { conflict, invalid } from '../../../core/errors/index.ts'
import { runById } from '../queries/runs.ts'
import { type RunSteered, stopRun, wakeRun } from './steer-run.ts'

/** Stops a run or has it begun again, as the button of its page says; what is too late for that is told. */
export async function steerAsAsked(
  database: Database,
  actor: Actor,
  does: string,
  steered: Omit<RunSteered, 'runId'> & { readonly runId: string },
): Promise<void> {
  if (does !== 'stop' && does !== 'wake') throw invalid('This form names nothing to be done.', 'Load the page again.')
  const steer = does === 'stop' ? stopRun : wakeRun
  const done = await asActor(database, actor, async (db) => {
    const { id } = await runById(db, steered.partnershipId, steered.runId, steered.kind)
    return steer(db, actor, { ...steered, runId: id })
  })
  if (!done) throw conflict('There is nothing to stop or to begin again.', 'Load the page again.')
}
