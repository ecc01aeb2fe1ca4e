import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Answer, Policy, Problem } from '../../../engines/allocation/problem.ts'
import type { SolveProgress, SolveRunKind } from '../solve-run.ts'

/** Plans a problem outside this thread and has the plan checked before it tells. */
export type Solve = (
  problem: Problem,
  settings: {
    readonly policy: Policy
    readonly seed: number
    readonly iterations: number | null
    readonly seconds: number | null
  },
  hooks?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: SolveProgress) => void },
) => Promise<{ readonly answer: Answer; readonly checked: true }>

/** What the work on a run may use. */
export interface SolveTools {
  readonly solve: Solve
  /** Aborted when somebody stops the run or the worker gives it up. */
  readonly signal: AbortSignal
  /** Tells how far it has come; as often as one likes, it is noted once a second. */
  progress(progress: SolveProgress): Promise<void>
}

/** A kind of question: what is read for it, and how it is worked out from that alone. */
export interface SolveKind<Asked, Input, Result> {
  readonly kind: SolveRunKind
  /** Reads all that the answer depends on, in one transaction. What can't be asked is thrown as `invalid`, in a sentence. */
  prepare(db: Db, partnershipId: Id, asked: Asked, now: Date): Promise<Input>
  /** Works it out, outside any transaction. */
  work(input: Input, tools: SolveTools): Promise<Result>
  /** What came of it, in a sentence for lists. */
  words(result: Result): string
}

/** A kind of question whatever it is about; what was kept of a run is given back to the kind that wrote it. */
export type AnySolveKind = SolveKind<unknown, unknown, unknown>
