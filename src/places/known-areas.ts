import type { Area } from './area.ts'

/** What is known of an area when a file is read. */
export interface KnownArea extends Area {
  /** It comes with the product or others work with it too: a file may add to it and not change what it is. */
  readonly settled: boolean
  /** What it is called is agreed: it is settled, or a row further up has said so. */
  readonly agreed: boolean
  /** The partnership works with it. */
  readonly own: boolean
  /** Its names as they are looked up. */
  readonly names: Set<string>
  /** Its parent and the note on it, by hierarchy. */
  readonly parents: Map<string, { readonly parent: string; readonly note: string | null }>
}

/** Every area by its code, and the codes that areas had before. */
export interface KnownAreas {
  readonly areas: Map<string, KnownArea>
  /** The present code, by an earlier one. */
  readonly earlier: ReadonlyMap<string, string>
  /** Places in hierarchies that rows of the file have given so far. */
  readonly placed: Set<string>
}
