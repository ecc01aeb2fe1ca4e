import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** Somebody who places packages. */
export interface Broker {
  readonly id: Id
  readonly name: string
}

/** Who has a package; undefined while nobody has. */
export async function brokerOf(db: Db, partnershipId: Id, packageId: Id): Promise<Broker | undefined> {
  const { rows } = await sql<Broker>`select a.id, a.name from care_package p join account a on a.id = p.broker_id
    where p.partnership_id = ${partnershipId} and p.id = ${packageId}`.execute(brokerage(db))
  return rows[0]
}

/** The names of some accounts. */
export async function namesOfAccounts(db: Db, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Broker>`select id, name from account
    where id = any(${`{${[...new Set(ids)].join(',')}}`}::uuid[])`.execute(brokerage(db))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
