import { type Actor, accountOf } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { runById } from '../../solving/queries/runs.ts'
import type { ContinuityPlan } from '../continuity-plan.ts'
import { drills } from '../schema.ts'

/** What is to be kept, and which version whoever says it had seen. */
export interface ContinuitySaid extends Omit<ContinuityPlan, 'version' | 'changedAt' | 'changedBy'> {
  readonly seen: number
}

/** Keeps what people do about a closing, unless somebody else has said something since. Says whether it did. */
export async function saveContinuity(
  db: Db,
  actor: Actor,
  {
    partnershipId,
    runId,
    said,
    at,
  }: { readonly partnershipId: Id; readonly runId: string; readonly said: ContinuitySaid; readonly at: Date },
): Promise<'saved' | 'conflict'> {
  const { id } = await runById(db, partnershipId, runId, 'drill')
  const { seen, leadOfficer, told, communications, handOver, handOverNotes } = said
  const version = seen + 1
  const row = {
    version,
    lead_officer: leadOfficer,
    told: json(told),
    communications,
    hand_over: handOver,
    hand_over_notes: handOverNotes,
    changed_at: at,
    changed_by: accountOf(actor),
  }
  // Two who begin at once: the second finds the row of the first.
  const { numInsertedOrUpdatedRows = 0n } =
    seen === 0
      ? await drills(db)
          .insertInto('continuity_plan')
          .values({ partnership_id: partnershipId, id, ...row })
          .onConflict((on) => on.columns(['partnership_id', 'id']).doNothing())
          .executeTakeFirstOrThrow()
      : { numInsertedOrUpdatedRows: await updated() }
  if (numInsertedOrUpdatedRows === 0n) return 'conflict'
  await record(db, actor, at, {
    event: 'brokerage.continuity-plan-changed',
    subject: { kind: 'solve-run', id },
    payload: { version, leadOfficer, told, communications, handOver, handOverNotes },
  })
  return 'saved'

  async function updated(): Promise<bigint> {
    const { numUpdatedRows } = await drills(db)
      .updateTable('continuity_plan')
      .set(row)
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', id)
      .where('version', '=', seen)
      .executeTakeFirstOrThrow()
    return numUpdatedRows
  }
}
