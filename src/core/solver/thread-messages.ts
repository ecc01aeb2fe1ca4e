import type { Answer, Invention, Policy, Problem } from '../../engines/allocation/index.ts'
import type { Format } from './file-format.ts'

/** Where the problem comes from; a text is read, and a problem made up, in the thread, so that it stands in memory once. */
export type Source =
  | { readonly from: 'problem'; readonly problem: Problem }
  | { readonly from: 'text'; readonly text: string; readonly format: Format }
  | { readonly from: 'invention'; readonly invention: Invention }

/** How it is solved; with neither iterations nor seconds, a number of iterations that suits most. */
export interface SolveSettings {
  readonly policy: Policy
  readonly seed: number
  readonly iterations: number | null
  readonly seconds: number | null
}

/** What the thread is started with. */
export interface Task {
  readonly source: Source
  readonly settings: SolveSettings
  /** Milliseconds since 1970 when the answer must be there. */
  readonly until: number | null
  /** One number: 1 once the work shall stop with what it has. */
  readonly stop: SharedArrayBuffer
}

/** How far it has come. */
export interface SolveProgress {
  readonly iterations: number
  readonly objective: number
  readonly bound: number
}

/** What the thread tells. */
export type News =
  | { readonly tells: 'read'; readonly packages: number; readonly providers: number }
  | { readonly tells: 'progress'; readonly progress: SolveProgress }
  /** The best plan so far, checked. */
  | { readonly tells: 'best'; readonly answer: Answer }
  | { readonly tells: 'done'; readonly answer: Answer }
  | { readonly tells: 'refused'; readonly sentence: string }
  | { readonly tells: 'objections'; readonly says: readonly string[] }

/** Milliseconds since 1970, the same in all threads. */
export const now = (): number => performance.timeOrigin + performance.now()
