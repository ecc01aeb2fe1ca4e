import type { Id } from '../../core/values/index.ts'

/** What runs work out. */
export type SolveRunKind = 'plan' | 'drill' | 'time-machine'

/** How far a run has come; one that is stopped may have the best that was found till then. */
export type SolveState = 'waiting' | 'running' | 'done' | 'failed' | 'stopped'

/** How far the search has come, in pence a week. */
export interface SolveProgress {
  readonly iterations: number
  readonly objective: number
  readonly bound: number
}

/** One question that was worked out, as it was asked and answered. */
export interface SolveRun<Asked = unknown, Input = unknown, Result = unknown> {
  readonly id: Id
  readonly kind: SolveRunKind
  readonly asked: Asked
  readonly state: SolveState
  readonly progress: SolveProgress | null
  readonly input: Input | null
  readonly result: Result | null
  /** What came of it, or why nothing did, in a sentence. */
  readonly words: string
  /** The run that it asks again, with something changed. */
  readonly follows: Id | null
  readonly attempts: number
  readonly askedAt: Date
  readonly askedBy: Id | null
  readonly startedAt: Date | null
  readonly heardAt: Date
  readonly finishedAt: Date | null
}

/** Whether a job has it in hand or will. */
export const isAtWork = (state: SolveState): boolean => state === 'waiting' || state === 'running'

/** Milliseconds of silence after which a run in hand is taken for interrupted: its worker tells of itself each second. */
export const silentAfter = 60_000

/** Whether its worker has not been heard of for long. */
export const isSilent = ({ state, heardAt }: Pick<SolveRun, 'state' | 'heardAt'>, now: Date): boolean =>
  isAtWork(state) && now.getTime() - heardAt.getTime() > silentAfter

/** As often as a run is begun before it is given up. */
export const mostAttempts = 3
