import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, json } from '../../../core/db/index.ts'
import { type Id, referenceDigest } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { erasedPerson, type SpotPurchase } from '../purchase.ts'

/**
 * Takes out of purchases whom they are for and why in words; what was bought, from whom and for how much stays. A digest
 * knows the person's reference again, so that an old list does not enter the same purchase a second time.
 */
export async function forgetInPurchases(
  db: Db,
  partnershipId: Id,
  purchases: readonly Pick<SpotPurchase, 'id' | 'person'>[],
): Promise<void> {
  if (purchases.length === 0) return
  const rows = purchases.map(({ id, person }) => {
    const salt = randomBytes(32).toString('hex')
    return { id, erased_salt: salt, erased_digest: referenceDigest(salt, person) }
  })
  await sql`update spot_purchase p set person_reference = ${erasedPerson}, reason = ${erasedPerson},
      version = p.version + 1, erased_salt = gone.erased_salt, erased_digest = gone.erased_digest
    from jsonb_populate_recordset(null::spot_purchase, ${json(rows)}) gone
    where p.partnership_id = ${partnershipId} and p.id = gone.id`.execute(procurement(db))
}
