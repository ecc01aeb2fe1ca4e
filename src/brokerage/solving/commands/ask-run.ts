import { type Actor, accountOf } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { enqueue } from '../../../core/jobs/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { solveJob } from '../jobs/solve-job.ts'
import { solving } from '../schema.ts'
import type { SolveRunKind } from '../solve-run.ts'

/** What somebody wants worked out. */
export interface RunAsked {
  readonly partnershipId: Id
  readonly kind: SolveRunKind
  readonly asked: object
  /** A run of the same kind that this one asks again. */
  readonly follows?: Id | null
  readonly at: Date
}

/** Keeps what is asked and leaves it to a job; returns under which identifier. Each who asks has a run of their own. */
export async function askRun(
  db: Db,
  actor: Actor,
  { partnershipId, kind, asked, follows = null, at }: RunAsked,
): Promise<Id> {
  const id = newId()
  await solving(db)
    .insertInto('solve_run')
    .values({
      partnership_id: partnershipId,
      id,
      kind,
      asked: json(asked),
      state: 'waiting',
      progress: null,
      input: null,
      result: null,
      words: '',
      follows,
      attempts: 0,
      asked_at: at,
      asked_by: accountOf(actor),
      started_at: null,
      heard_at: at,
      finished_at: null,
    })
    .execute()
  await enqueue(db, solveJob, { partnershipId, runId: id })
  await record(db, actor, at, {
    event: `brokerage.${kind}-asked`,
    subject: { kind: 'solve-run', id },
    payload: { asked, follows },
  })
  return id
}
