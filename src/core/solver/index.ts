export { type Format, formatOf, largestFile } from './file-format.ts'
export { inventionOf } from './invention-of.ts'
export { type Solved, type SolveHooks, solveInWorker, solveSource } from './solve-in-worker.ts'
export type { SolveProgress, SolveSettings, Source } from './thread-messages.ts'
