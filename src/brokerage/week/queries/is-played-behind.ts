import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { week } from '../schema.ts'

/** Whether a partnership's days are being played and have not come to a moment yet: then nothing falls due by that moment. */
export async function isPlayedBehind(db: Db, partnershipId: Id, at: Date): Promise<boolean> {
  const played = await week(db)
    .selectFrom('played_clock')
    .select('at')
    .where('partnership_id', '=', partnershipId)
    .where('at', '<', at)
    .where('until', '>', at)
    .executeTakeFirst()
  return played !== undefined
}
