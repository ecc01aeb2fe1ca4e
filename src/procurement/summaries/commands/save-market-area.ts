import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** What a market area is called and made of. */
export interface MarketAreaToSave {
  readonly partnershipId: Id
  readonly area: {
    readonly key: string
    readonly name: string
    readonly serviceTypeKeys: readonly string[]
    readonly budgetSubject: string | null
    /** Its place in lists; where it stands already, or last, when left out. */
    readonly position?: number | undefined
  }
  readonly at: Date
}

/** Adds a market area, or replaces the one of that key, and gives its identifier. */
export async function saveMarketArea(db: Db, actor: Actor, { partnershipId, area, at }: MarketAreaToSave): Promise<Id> {
  const { key, name, serviceTypeKeys, budgetSubject, position } = area
  const found = await procurement(db)
    .selectFrom('market_area as a')
    .selectAll()
    .where('a.partnership_id', '=', partnershipId)
    .where('a.key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  const values = {
    name,
    service_type_keys: [...serviceTypeKeys],
    budget_subject: budgetSubject,
    position: position ?? found?.position ?? (await nextPosition(db, partnershipId)),
  }
  const id = found?.id ?? newId()
  if (found) {
    const { name, service_type_keys, budget_subject, position } = found
    if (JSON.stringify({ name, service_type_keys, budget_subject, position }) === JSON.stringify(values)) return id
    await procurement(db)
      .updateTable('market_area')
      .set(values)
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', id)
      .execute()
  } else {
    await procurement(db)
      .insertInto('market_area')
      .values({ partnership_id: partnershipId, id, key, published: false, ...values })
      .execute()
  }
  await record(db, actor, at, {
    event: 'procurement.market-area-saved',
    subject: { kind: 'market-area', id },
    payload: { key, ...values },
  })
  return id
}

async function nextPosition(db: Db, partnershipId: Id): Promise<number> {
  const { last } = await procurement(db)
    .selectFrom('market_area as a')
    .select(sql<number>`coalesce(max(a.position), 0)`.as('last'))
    .where('a.partnership_id', '=', partnershipId)
    .executeTakeFirstOrThrow()
  return last + 1
}
