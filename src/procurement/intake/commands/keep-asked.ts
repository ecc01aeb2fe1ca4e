import { type Db, json } from '../../../core/db/index.ts'
import type { Writing } from '../../changes/commands/write/writing.ts'
import { procurement } from '../../schema/index.ts'
import type { Imported } from '../queries/imported-rows.ts'

/** Keeps with a change that is being written which rows of its file were taken. */
export async function keepAsked(db: Db, { partnershipId, changeId }: Writing, asked: Imported<unknown>): Promise<void> {
  await procurement(db)
    .updateTable('contract_change')
    .set({ asked: json(asked) })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', changeId)
    .execute()
}
