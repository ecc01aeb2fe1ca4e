import type { Db } from '../../../../core/db/index.ts'
import { type HistoryFact, recordHistories } from '../../../../core/history/index.ts'
import type { Id } from '../../../../core/values/index.ts'

/** One change of one contract that is being written: its version is taken, its row stands. */
export interface Writing {
  readonly partnershipId: Id
  readonly contractId: Id
  readonly changeId: Id
  readonly at: Date
}

/** A part of a contract, and the change that says it. */
export interface Written {
  readonly writing: Writing
}

/** What held of subjects of one table, perhaps of many contracts; what is told later of a subject holds where both speak. */
export async function writeFacts(db: Db, table: string, facts: readonly (HistoryFact & Written)[]): Promise<void> {
  const [first] = facts
  if (!first) return
  const { partnershipId, at } = first.writing
  const rows = facts.map(({ writing, values, ...fact }) => ({
    ...fact,
    values: values && { ...values, change_id: writing.changeId },
  }))
  await recordHistories(db, table, partnershipId, rows, at)
}

/** Rows that one statement takes: the most parameters of a statement are 65,535. */
const atOnce = 1000

/** Does the writing of many rows in as few statements as can carry them. */
export async function inSlices<T>(rows: readonly T[], write: (slice: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await write(rows.slice(from, from + atOnce))
}
