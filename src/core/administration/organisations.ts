import type { Db } from '../db/index.ts'
import type { OrganisationNames } from '../http/index.ts'
import type { Id } from '../values/index.ts'

/** What the administration needs of organisations; given by the module that keeps them. */
export interface Organisations {
  readonly names: OrganisationNames
  /** Those whose names hold some letters. */
  readonly named: (db: Db, letters: string) => Promise<readonly { readonly id: Id; readonly name: string }[]>
  /** Adds one, or finds the one of that name; as the product itself. */
  readonly add: (db: Db, at: Date, name: string) => Promise<{ readonly id: Id }>
}
