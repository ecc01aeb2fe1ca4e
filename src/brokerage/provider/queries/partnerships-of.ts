import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** A partnership as pages and programs of providers name it. */
export interface PartnershipNamed {
  readonly id: Id
  readonly slug: string
  readonly title: string
}

/** How partnerships are called. */
export async function partnershipsOf(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, PartnershipNamed>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<PartnershipNamed>`select id, slug, title from partnership
    where id = any(${ids}::uuid[])`.execute(brokerage(db))
  return new Map(rows.map((row) => [row.id, row]))
}
