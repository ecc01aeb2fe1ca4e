import { sql } from 'kysely'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'

/** Everyone with an account, as the command line lists them. */
export interface Holder {
  readonly email: string
  readonly name: string
  readonly ended: boolean
  /** "West Lothian: commissioner, administrator". */
  readonly actsFor: readonly string[]
}

/** Everyone, by email address; demonstration accounts left out. At most ten thousand. */
export async function everyone(db: Db): Promise<Holder[]> {
  const { rows } = await sql<Holder>`select a.email, a.name, a.ended_at is not null as ended,
      coalesce(array_agg(coalesce(p.title, 'a provider') || ': ' || array_to_string(m.roles, ', ') order by m.since)
        filter (where m.id is not null), '{}') as "actsFor"
    from account a
    left join membership m on m.account_id = a.id and m.ended_at is null
    left join partnership p on p.id = m.partnership_id
    where not a.demonstration
    group by a.id order by a.email limit 10000`.execute(auth(db))
  return rows
}
