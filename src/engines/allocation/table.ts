import type { Guide } from './guide.ts'
import type { Random } from './random.ts'
import type { Trial } from './trial.ts'

/** What moves work with: the trial, the guide, the dice, and packages that wait to be placed again. */
export interface Table {
  readonly trial: Trial
  readonly guide: Guide
  readonly random: Random
  readonly waiting: number[]
}
