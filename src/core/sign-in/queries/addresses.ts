import { sql } from 'kysely'
import type { Role } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import type { Id } from '../../values/index.ts'

/** An address of somebody who acts for a partnership or a provider. */
export interface Address {
  readonly email: string
  /** Null for the partnership's own people. */
  readonly organisationId: Id | null
  readonly roles: readonly Role[]
}

/**
 * To whom mail of a partnership goes: its own people of some roles, and those of some providers, whoever invited them.
 * As the product at large, for a partnership knows only the people whom it invited. Each provider's first fifty.
 */
export async function addressesFor(
  db: Db,
  {
    partnershipId,
    roles,
    organisationIds,
  }: { partnershipId: Id; roles: readonly Role[]; organisationIds: readonly Id[] },
): Promise<Address[]> {
  const { rows } = await sql<Address>`select email, "organisationId", roles from (
      select a.email, m.organisation_id as "organisationId", m.roles,
        row_number() over (partition by m.partnership_id, m.organisation_id order by m.since, m.id) as place
      from membership m join account a on a.id = m.account_id
      where m.ended_at is null and a.ended_at is null and not a.demonstration
        and ((m.partnership_id = ${partnershipId} and m.roles && ${[...roles]}::text[])
          or m.organisation_id = any(${[...organisationIds]}::uuid[]))
    ) t where place <= 50 order by email`.execute(auth(db))
  return rows
}
