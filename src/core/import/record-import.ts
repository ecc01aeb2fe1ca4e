import type { Actor } from '../auth/index.ts'
import type { Db } from '../db/index.ts'
import { record, type Subject } from '../ledger/index.ts'
import type { Outcome } from './report.ts'

/** What the ledger is told of an import besides its counts. */
export interface Imported {
  readonly event: string
  readonly subject: Subject
  /** The file's name. */
  readonly file: string
  readonly detail?: Readonly<Record<string, string>>
}

/** Leaves the import's entry in the ledger, last in its transaction; none when a repeat changed nothing, so that kept pages stay kept. */
export async function recordImport(
  db: Db,
  actor: Actor,
  at: Date,
  outcome: Outcome,
  { event, subject, file, detail = {} }: Imported,
): Promise<Outcome> {
  if (outcome.added + outcome.changed > 0) {
    await record(db, actor, at, { event, subject, payload: { file, ...detail, ...outcome } })
  }
  return outcome
}
