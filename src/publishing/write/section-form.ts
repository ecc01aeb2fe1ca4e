import type { Id } from '../../core/values/index.ts'
import type { FormBlock } from './form-block.ts'

/** A block that was taken out, and the place where it stood, so that it can be put back. */
export interface RemovedBlock {
  readonly at: number
  readonly block: FormBlock
}

/** A section while it is written: what goes to and fro between page and server until it is saved. */
export interface SectionForm {
  /** The version that the writing began from. */
  readonly base: number
  /** The identifier that the next new block gets, so that a page can say beforehand where it leads. */
  readonly next: Id
  readonly blocks: readonly FormBlock[]
  /** What was taken out since the last save, the latest last. */
  readonly removed: readonly RemovedBlock[]
  /** The block whose source is being chosen. */
  readonly citing: Id | null
}
