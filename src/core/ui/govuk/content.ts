import type { VNode } from 'preact'
import type { Extras } from './attributes.ts'

/** What may stand in a list in place of an item, so that `condition && item` can be written; it is left out. */
export type Absent = false | null | undefined | ''

/** Something to read. Unlike `ComponentChildren` it can't be nothing, so a missing label or title fails to compile. */
export type Content =
  | VNode
  | string
  | number
  | readonly (VNode | string | number | false | null | undefined | Content)[]

/** A part of a component that carries content, classes and attributes of its own. */
export interface Part extends Extras {
  readonly content: Content
}

/** A part may be written as plain text where it needs nothing more. */
export function asPart<P extends Part>(part: string | P): P | Part {
  return typeof part === 'string' ? { content: part } : part
}

/** The items of a list that are there. */
export function present<Item>(items: readonly (Item | Absent)[]): Item[] {
  return items.filter((item): item is Item => Boolean(item))
}
