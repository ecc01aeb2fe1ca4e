import { tables } from '../db/index.ts'
import type { Id } from '../values/index.ts'

/** The tables of `core/ledger`. Nothing here has a foreign key to a partnership: the shared chain has none. */
export interface LedgerTables {
  ledger_entry: {
    partnership_id: Id
    seq: number
    id: Id
    at: Date
    actor_kind: string
    account_id: Id | null
    event: string
    subject_kind: string
    subject_id: string
    rule: string | null
    rule_version: string | null
    payload_digest: string
    previous: string
    digest: string
  }
  ledger_payload: { partnership_id: Id; entry_id: Id; salt: string; payload: unknown }
  ledger_head: { partnership_id: Id; seq: number; digest: string }
}

/** The view of the database for `core/ledger`. */
export const ledger = tables<LedgerTables>()
