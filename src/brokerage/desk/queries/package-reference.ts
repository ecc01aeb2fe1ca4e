import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** As people quote a package; another partnership's is not found. */
export async function packageReference(db: Db, partnershipId: Id, packageId: Id): Promise<string> {
  const found = await brokerage(db)
    .selectFrom('care_package')
    .select('reference')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', packageId)
    .executeTakeFirst()
  if (!found) throw notFound('This package')
  return found.reference
}
