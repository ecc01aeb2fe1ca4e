import type { Db } from '../../../core/db/index.ts'
import { type Id, type IsoDate, referenceDigest } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** Tells of the number of a record when the person was erased; undefined for one who was not. One query. */
export async function erasedOn(db: Db, partnershipId: Id): Promise<(ownReference: string) => IsoDate | undefined> {
  const rows = await brokerage(db)
    .selectFrom('erased_reference')
    .select(['salt', 'digest', 'erased_on'])
    .where('partnership_id', '=', partnershipId)
    .execute()
  const days = new Map(rows.map(({ digest, erased_on }) => [digest, erased_on]))
  const salts = [...new Set(rows.map(({ salt }) => salt))]
  return (ownReference) => salts.flatMap((salt) => days.get(referenceDigest(salt, ownReference)) ?? [])[0]
}
