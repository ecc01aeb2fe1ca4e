import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** Somebody who places packages. */
export interface Broker {
  readonly id: Id
  readonly name: string
}

/** Brokers listed at most. */
const most = 200

/** Who has packages on the desk, by name. */
export async function brokersAtWork(db: Db, partnershipId: Id): Promise<Broker[]> {
  const { rows } = await sql<Broker>`select a.id, a.name from account a
    where a.id in (select p.broker_id from care_package p
      where p.partnership_id = ${partnershipId} and p.state in ('waiting', 'offering', 'unmet'))
    order by a.name, a.id limit ${most}`.execute(brokerage(db))
  return rows
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
