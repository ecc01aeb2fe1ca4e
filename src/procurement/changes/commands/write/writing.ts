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

/** What held of subjects of one table; what is told later of a subject holds where both speak. */
export async function writeFacts(
  db: Db,
  { partnershipId, changeId, at }: Writing,
  table: string,
  facts: readonly HistoryFact[],
): Promise<void> {
  // A subject can be written once in one go: the second fact of each waits for the next.
  let left = facts.map((fact) => ({ ...fact, values: fact.values && { ...fact.values, change_id: changeId } }))
  while (left.length > 0) {
    const now = new Map<Id, HistoryFact>()
    const later: typeof left = []
    for (const fact of left) {
      if (now.has(fact.subjectId)) later.push(fact)
      else now.set(fact.subjectId, fact)
    }
    await recordHistories(db, table, partnershipId, [...now.values()], at)
    left = later
  }
}
