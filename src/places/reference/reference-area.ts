import type { Nation } from '../area.ts'

/** One place of an area in a hierarchy: the code of the area above it there. */
export interface ReferenceParent {
  readonly hierarchy: string
  readonly code: string
}

/** An area that every installation has from the start, under its official statistical code. */
export interface ReferenceArea {
  readonly code: string
  readonly name: string
  readonly kind: 'country' | 'council' | 'county' | 'district'
  readonly nation: Nation
  /** Other spellings that files and people use for the same area. */
  readonly otherNames: readonly string[]
  /** Codes the area had before; older files still carry them. */
  readonly previousCodes: readonly string[]
  readonly parents: readonly ReferenceParent[]
}
