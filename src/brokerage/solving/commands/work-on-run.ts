import { systemActor } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { canonicalJson, type Id, sha256 } from '../../../core/values/index.ts'
import { runById } from '../queries/runs.ts'
import { solving } from '../schema.ts'
import { mostAttempts, type SolveProgress, type SolveRun, type SolveState } from '../solve-run.ts'

/** Which beginning of which run: what another beginning says is another's. */
export interface RunInHand {
  readonly partnershipId: Id
  readonly runId: Id
  readonly attempt: number
}

/** How a run ended. */
export type RunEnd =
  | { readonly how: 'done' | 'stopped'; readonly result: unknown; readonly words: string }
  | { readonly how: 'failed' | 'stopped'; readonly words: string }

/** Takes a run in hand; undefined when nothing is to be done any more, as after another job has done it. */
export async function beginRun(
  db: Db,
  { partnershipId, runId }: Omit<RunInHand, 'attempt'>,
  now: Date,
): Promise<SolveRun | undefined> {
  const { numUpdatedRows } = await solving(db)
    .updateTable('solve_run')
    .set((run) => ({
      state: 'running' as const,
      attempts: run('attempts', '+', 1),
      started_at: now,
      heard_at: now,
      progress: null,
    }))
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', runId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return undefined
  const run = await runById(db, partnershipId, runId)
  if (run.attempts <= mostAttempts) return run
  const words = 'It was interrupted each time that it was begun.'
  await endRun(db, { partnershipId, runId, attempt: run.attempts }, { how: 'failed', words }, now)
  return undefined
}

/** Keeps from what it is worked out. */
export async function keepInput(db: Db, inHand: RunInHand, input: unknown): Promise<void> {
  await ofHand(db, inHand, ['running'])
    .set({ input: json(input) })
    .execute()
}

/** Tells that the work goes on and how far it has come; says whether anybody still wants it. */
export async function noteProgress(
  db: Db,
  inHand: RunInHand,
  progress: SolveProgress | undefined,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await ofHand(db, inHand, ['running'])
    .set({ heard_at: now, ...(progress ? { progress: json(progress) } : {}) })
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Keeps how a run ended, once; one that somebody stopped keeps what was found till then. */
export async function endRun(db: Db, inHand: RunInHand, end: RunEnd, now: Date): Promise<void> {
  const { partnershipId, runId } = inHand
  const before = await runById(db, partnershipId, runId)
  const state: SolveState = before.state === 'stopped' ? 'stopped' : end.how
  const result = 'result' in end ? end.result : undefined
  const { numUpdatedRows } = await ofHand(db, inHand, ['running', 'stopped'])
    .set({
      state,
      heard_at: now,
      finished_at: now,
      words: end.words,
      ...(result === undefined ? {} : { result: json(result) }),
    })
    .where('result', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  await record(db, systemActor(partnershipId), now, {
    event: `brokerage.${before.kind}-${state}`,
    subject: { kind: 'solve-run', id: runId },
    payload: {
      words: end.words,
      input: digestOf(before.input),
      result: result === undefined ? null : digestOf(JSON.parse(JSON.stringify(result))),
    },
  })
}

const digestOf = (value: unknown): string | null => (value === null ? null : sha256(canonicalJson(value)))

const ofHand = (db: Db, { partnershipId, runId, attempt }: RunInHand, states: readonly SolveState[]) =>
  solving(db)
    .updateTable('solve_run')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', runId)
    .where('attempts', '=', attempt)
    .where('state', 'in', states)
