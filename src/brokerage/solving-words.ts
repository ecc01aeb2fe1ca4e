import type { SolveState } from './solving/solve-run.ts'

/** Where a drill or a replay stands. */
export const stateWord: Readonly<Record<SolveState, string>> = {
  waiting: 'Waiting to begin',
  running: 'Being worked out',
  done: 'Done',
  failed: 'Not worked out',
  stopped: 'Stopped',
}
