import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/**
 * Takes a summary back from the public, with everything that was ever published of it: the database then shows none
 * of it to anyone outside. What was written is kept, and can be published again.
 */
export async function withdrawSummary(
  db: Db,
  actor: Actor,
  { partnershipId, areaId, at }: { readonly partnershipId: Id; readonly areaId: Id; readonly at: Date },
): Promise<void> {
  await procurement(db)
    .updateTable('market_area')
    .set({ published: false })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', areaId)
    .execute()
  await procurement(db)
    .updateTable('market_area_words')
    .set({ published: false })
    .where('partnership_id', '=', partnershipId)
    .where('subject_id', '=', areaId)
    .execute()
  await record(db, actor, at, {
    event: 'procurement.summary-withdrawn',
    subject: { kind: 'market-area', id: areaId },
    payload: {},
  })
}
