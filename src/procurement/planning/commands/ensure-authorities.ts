import type { Db } from '../../../core/db/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { standardAuthorities } from '../standard-authorities.ts'

/** A standard authority holds from so early that it covers whatever is decided before the partnership has its own. */
const always = '[2000-01-01,)'

/** Writes the standard authorities of a partnership that has none; whoever comes second finds them there. */
export async function ensureAuthorities(db: Db, partnershipId: Id): Promise<void> {
  const any = await procurement(db)
    .selectFrom('authority as a')
    .select('a.id')
    .where('a.partnership_id', '=', partnershipId)
    .limit(1)
    .executeTakeFirst()
  if (any) return
  const rows = standardAuthorities.map(({ role, kind, limitPence }) => ({
    partnership_id: partnershipId,
    id: newId(),
    role,
    kind,
    limit_pence: limitPence,
    valid: always,
  }))
  await procurement(db)
    .insertInto('authority')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
