import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { type ContinuityPlan, emptyPlan } from '../continuity-plan.ts'
import { drills } from '../schema.ts'

/** The continuity plan of a drill as it stands; one without a word while nobody has said any. */
export async function continuityOf(db: Db, partnershipId: Id, runId: Id): Promise<ContinuityPlan> {
  const row = await drills(db)
    .selectFrom('continuity_plan')
    .select([
      'version',
      'lead_officer as leadOfficer',
      'told',
      'communications',
      'hand_over as handOver',
      'hand_over_notes as handOverNotes',
      'changed_at as changedAt',
      sql<string | null>`(select a.name from account a where a.id = changed_by)`.as('changedBy'),
    ])
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', runId)
    .executeTakeFirst()
  return row ?? emptyPlan
}
