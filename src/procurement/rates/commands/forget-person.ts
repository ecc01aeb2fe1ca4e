import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { removeTasksAbout } from '../../../core/tasks/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { erasedPerson } from '../../spot/purchase.ts'
import { enhancementReview } from '../enhancement.ts'

/** Takes out of higher prices whom they are for and every word about them; who was paid how much more, and when, stays. */
export async function forgetInEnhancements(db: Db, partnershipId: Id, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const tables = procurement(db)
  await tables
    .updateTable('rate_enhancement')
    .set({ person_reference: erasedPerson, evidence: erasedPerson })
    .where('partnership_id', '=', partnershipId)
    .where('subject_id', 'in', [...ids])
    .execute()
  await sql`update contract_change set reason = ${erasedPerson}, asked = asked - 'personReference' - 'evidence'
    where partnership_id = ${partnershipId} and kind = 'rates' and asked->>'kind' like 'enhancement%'
      and coalesce(asked->>'enhancementId', asked->>'id') = any(${sql.val([...ids])}::text[])`.execute(tables)
  await removeTasksAbout(db, partnershipId, enhancementReview, ids)
}
