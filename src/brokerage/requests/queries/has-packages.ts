import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** Whether a partnership has any package of care. */
export const hasPackages = async (db: Db, partnershipId: Id): Promise<boolean> =>
  (await brokerage(db)
    .selectFrom('care_package')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .limit(1)
    .executeTakeFirst()) !== undefined
