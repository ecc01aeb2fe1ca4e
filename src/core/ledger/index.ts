export { sharedChain } from './chain.ts'
export {
  entriesByRule,
  entriesOf,
  erasePayload,
  type LedgerEntry,
  lastEntriesOf,
  ledgerState,
  ledgerVersion,
} from './entries.ts'
export { ledgerMigrations } from './migrations/index.ts'
export { erasePayloads, headOf, type ProvenEntry, provenEntriesOf } from './proof.ts'
export { type Happening, ledgerChannel, record, recordAll, type Subject } from './record.ts'
export { type Verification, verifyLedger } from './verify.ts'
