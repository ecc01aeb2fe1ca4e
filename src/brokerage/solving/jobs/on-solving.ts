import { systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../../core/db/index.ts'
import { MercatError } from '../../../core/errors/index.ts'
import { type JobContext, type JobHandler, onJob } from '../../../core/jobs/index.ts'
import type { Clock } from '../../../core/values/index.ts'
import { beginRun, endRun, keepInput, noteProgress, type RunEnd, type RunInHand } from '../commands/work-on-run.ts'
import { mostAttempts, type SolveProgress, type SolveRun } from '../solve-run.ts'
import { solveKinds } from './kinds.ts'
import { solveJob } from './solve-job.ts'
import type { AnySolveKind, Solve } from './solve-kind.ts'

/** Milliseconds between two signs of life of a run. */
const beat = 1000

interface Solving {
  readonly database: Database
  readonly clock: Clock
  readonly solve: Solve
  readonly kinds: readonly AnySolveKind[]
}

/**
 * The work on runs. Reading, working out and keeping are three steps, and only the first and the last hold a transaction;
 * a worker that is killed in between is followed by another that begins again.
 */
export const onSolving = (
  database: Database,
  clock: Clock,
  solve: Solve,
  kinds: readonly AnySolveKind[] = solveKinds,
): JobHandler =>
  onJob(solveJob, async ({ partnershipId, runId }, { act, signal }) => {
    const run = await act((db) => beginRun(db, { partnershipId, runId }, clock.now()))
    if (!run) return
    const inHand = { partnershipId, runId, attempt: run.attempts }
    const end = await ending({ database, clock, solve, kinds }, inHand, run, { act, signal })
    await act((db) => endRun(db, inHand, end, clock.now()))
  })

async function ending(solving: Solving, inHand: RunInHand, run: SolveRun, context: JobContext): Promise<RunEnd> {
  const kind = solving.kinds.find((one) => one.kind === run.kind)
  if (!kind) return { how: 'failed', words: 'This kind of question can’t be worked out any more.' }
  const life = signsOfLife(solving, inHand, context.signal)
  try {
    const input = await context.act(async (db) => {
      const read = await kind.prepare(db, inHand.partnershipId, run.asked, solving.clock.now())
      await keepInput(db, inHand, read)
      return read
    })
    const tools = { solve: solving.solve, signal: life.signal, progress: life.tell }
    const result = await kind.work(input, tools)
    // A worker that gives up leaves the run to another, however far it has come.
    if (context.signal.aborted) throw new Error('The work was given up.')
    return { how: life.signal.aborted ? 'stopped' : 'done', result, words: kind.words(result) }
  } catch (error) {
    if (error instanceof MercatError && error.kind === 'invalid') return { how: 'failed', words: sentencesOf(error) }
    // Nothing is found yet when it is stopped at once.
    if (life.signal.aborted && !context.signal.aborted) {
      return { how: 'stopped', words: 'It was stopped before there was anything to show.' }
    }
    // Tried again by itself, for it may be the database that was away; at last somebody has to be told.
    if (inHand.attempt < mostAttempts) throw error
    return { how: 'failed', words: 'Something went wrong on our side each time that it was begun.' }
  } finally {
    await life.stop()
  }
}

const sentencesOf = ({ message, advice }: MercatError) => [message, advice].filter(Boolean).join(' ')

/** Notes each second how far it has come, which is a sign of life as well; aborts when nobody wants it any more. */
function signsOfLife({ database, clock }: Solving, inHand: RunInHand, given: AbortSignal) {
  const stopped = new AbortController()
  const act = (write: (db: Db) => Promise<boolean>) => asActor(database, systemActor(inHand.partnershipId), write)
  let told: SolveProgress | undefined
  let writing = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    writing = act((db) => noteProgress(db, inHand, told, clock.now()))
      .then((wanted) => {
        if (!wanted) stopped.abort()
      })
      // A note that is lost is no harm: the next one says more.
      .catch(() => {})
      .finally(() => {
        busy = false
      })
  }, beat)
  return {
    signal: AbortSignal.any([stopped.signal, given]),
    tell: async (progress: SolveProgress) => {
      told = progress
    },
    stop: async () => {
      clearInterval(timer)
      await writing
    },
  }
}
