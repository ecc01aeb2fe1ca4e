import type { Id } from '../core/values/index.ts'
import type { EditionChanges } from './edition-changes.ts'

/** A statement as it was published once; it does not change any more. */
export interface Edition {
  readonly id: Id
  readonly number: number
  readonly title: string
  /** What is new, in words; empty when nobody wrote it. */
  readonly summary: string
  readonly publishedAt: Date
  readonly publishedBy: Id | null
  /** Against the edition before; null for the first. */
  readonly changes: EditionChanges | null
}
