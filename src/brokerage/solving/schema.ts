import { tables } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { SolveProgress, SolveRunKind, SolveState } from './solve-run.ts'

interface SolvingTables {
  /** Questions that are worked out by a job: who asked what when, from which input, and what came of it. */
  solve_run: {
    partnership_id: Id
    id: Id
    kind: SolveRunKind
    asked: unknown
    state: SolveState
    progress: SolveProgress | null
    /** All that the answer depends on, as it stood; references and identifiers only. */
    input: unknown
    result: unknown
    words: string
    follows: Id | null
    /** How often it was begun; what an earlier beginning still says is not heard. */
    attempts: number
    asked_at: Date
    asked_by: Id | null
    started_at: Date | null
    heard_at: Date
    finished_at: Date | null
  }
}

/** The view of the database for what is worked out. */
export const solving = tables<SolvingTables>()
