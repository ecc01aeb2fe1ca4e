import { tables } from '../db/index.ts'
import type { Id } from '../values/index.ts'

/** The table of `core/references`: the last number given, by partnership and kind. */
export interface ReferenceTables {
  reference_counter: { partnership_id: Id; kind: string; last: number }
}

/** The view of the database for `core/references`. */
export const references = tables<ReferenceTables>()
