import type { Id } from '../../core/values/index.ts'

/** The table of contracts that are being made. */
export interface DraftTables {
  contract_draft: {
    partnership_id: Id
    contract_id: Id
    /** What was typed, as `DraftContent` in changes/forms/draft.ts. */
    content: unknown
    changed_at: Date
    changed_by: Id | null
  }
}
