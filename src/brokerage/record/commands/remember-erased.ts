import { randomBytes } from 'node:crypto'
import { londonDate, newId, referenceDigest } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'

/** Remembers that whoever has this number in a record kept elsewhere was erased, without the number. */
export async function rememberErased({ db, partnershipId, at }: Work, ownReference: string | null): Promise<void> {
  if (ownReference === null) return
  const known = await brokerage(db)
    .selectFrom('erased_reference')
    .select('salt')
    .where('partnership_id', '=', partnershipId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const salt = known?.salt ?? randomBytes(32).toString('hex')
  const row = { partnership_id: partnershipId, id: newId(), salt, erased_on: londonDate(at) }
  await brokerage(db)
    .insertInto('erased_reference')
    .values({ ...row, digest: referenceDigest(salt, ownReference) })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'digest']).doUpdateSet({ erased_on: row.erased_on }))
    .execute()
}
