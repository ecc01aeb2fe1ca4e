import type { Id } from '../core/values/index.ts'

/** Where a piece of words draws on: the key of a source, and the place in it. */
export interface Cited {
  readonly source: string
  readonly locus: string | null
}

/** A piece of a section's words. Its id stays the same while it is edited and moved, so that versions can be merged and compared. */
export type Block = { readonly id: Id } & (
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly cited: Cited | null }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly cited: Cited | null }
  /** A figure by its id: live in the statement, frozen in an edition. */
  | { readonly kind: 'figure'; readonly figure: string }
  /** What the section comes to: its heading as a finding, and the sentence or two under it. At most one, first. */
  | { readonly kind: 'lead'; readonly heading: string; readonly text: string; readonly cited: Cited | null }
  /** A key message, a pressure on the market, or what is planned to be added to the statement. */
  | {
      readonly kind: 'message' | 'pressure' | 'addition'
      readonly heading: string
      readonly text: string
      readonly cited: Cited | null
    }
)
export type BlockKind = Block['kind']
