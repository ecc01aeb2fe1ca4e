import { tables } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'

/** The table of suppression: what editions have told of numbers of people, and that they hid them. */
export interface SuppressionTables {
  figure_told: {
    partnership_id: Id
    id: Id
    figure_id: string
    /** null when it was hidden. */
    value: number | null
    told_at: Date
  }
}

/** The view of the database for suppression. */
export const suppression = tables<SuppressionTables>()
