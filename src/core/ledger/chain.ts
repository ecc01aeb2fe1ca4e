import { canonicalJson, type Id, sha256 } from '../values/index.ts'
import type { LedgerTables } from './schema.ts'

/** The chain of data that all partnerships share. */
export const sharedChain: Id = '00000000-0000-0000-0000-000000000000'

/** What the first entry of a chain has for the digest before it. */
export const noDigest = '0'.repeat(64)

/** The digest that stands for a payload in the chain; once salt and payload are erased it tells nothing about them. */
export const payloadDigest = (salt: string, payload: unknown): string => sha256(`${salt}.${canonicalJson(payload)}`)

/** The digest of an entry over every one of its other columns, the digest before it included. */
export const entryDigest = (entry: Omit<LedgerTables['ledger_entry'], 'digest'>): string =>
  sha256(
    canonicalJson([
      entry.partnership_id,
      entry.seq,
      entry.id,
      entry.at.toISOString(),
      entry.actor_kind,
      entry.account_id,
      entry.event,
      entry.subject_kind,
      entry.subject_id,
      entry.rule,
      entry.rule_version,
      entry.payload_digest,
      entry.previous,
    ]),
  )
