import { sql } from 'kysely'
import type { Role } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { Authority } from '../authority.ts'

/** Who may approve what on a day. */
export async function authoritiesOf(db: Db, partnershipId: Id, on: IsoDate): Promise<Authority[]> {
  const rows = await procurement(db)
    .selectFrom('authority as a')
    .select(['a.id', 'a.role', 'a.kind', 'a.limit_pence', 'a.valid'])
    .where('a.partnership_id', '=', partnershipId)
    .where(sql<boolean>`a.valid @> ${on}::date`)
    .orderBy('a.role')
    .orderBy('a.kind')
    .execute()
  return rows.map(({ id, role, kind, limit_pence, valid }) => ({
    id,
    role: role as Role,
    kind,
    limitPence: Number(limit_pence),
    ...periodFrom(valid),
  }))
}
