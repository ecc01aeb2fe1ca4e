import type { Plan, Policy, Problem } from './problem.ts'

/** How far a solve has come; `plan` makes a copy of the best plan so far, which keeps every constraint. */
export interface Progress {
  readonly iterations: number
  readonly objective: number
  readonly bound: number
  readonly plan: () => Plan
}

/** What an exact solver found: a plan where it has one, and a proven lower bound of the objective in pence. */
export interface ExactAnswer {
  readonly plan: Plan | null
  readonly bound: number
}

/** How a problem is to be solved; everything of the machine comes in as a function. */
export interface Settings {
  readonly policy: Policy
  readonly seed: number
  /** Where to stop; with the same seed the answer is the same in every byte. Null: `spent` alone stops it. */
  readonly iterations: number | null
  /** Part of the time allowed that is spent: 0 at first, 1 and above at the end or when stopped from outside. */
  readonly spent?: () => number
  /** Called from time to time, often; whoever listens thins it out. */
  readonly onProgress?: (progress: Progress) => void
  /** Solves a small problem to the end under the policy `priced`; null when it could not. */
  readonly exact?: (problem: Problem) => ExactAnswer | null
}
