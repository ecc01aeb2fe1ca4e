import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Happening, recordAll } from '../../../core/ledger/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** What a market area is called and made of. */
export interface MarketAreaSaid {
  readonly key: string
  readonly name: string
  readonly serviceTypeKeys: readonly string[]
  readonly budgetSubject: string | null
  /** Its place in lists; where it stands already, or last, when left out. */
  readonly position?: number | undefined
}

/** A market area of one partnership. */
export interface MarketAreaToSave {
  readonly partnershipId: Id
  readonly area: MarketAreaSaid
  readonly at: Date
}

/** Adds a market area, or replaces the one of that key, and gives its identifier. */
export async function saveMarketArea(db: Db, actor: Actor, { partnershipId, area, at }: MarketAreaToSave): Promise<Id> {
  const { ids, happenings } = await saveMarketAreas(db, partnershipId, [area])
  const [id] = ids
  if (id === undefined) throw new Error('A market area was not saved.')
  await recordAll(db, actor, at, happenings)
  return id
}

/** The same for several at once, in their order; what is to be told of them is left to the caller, who tells it last. */
export async function saveMarketAreas(
  db: Db,
  partnershipId: Id,
  areas: readonly MarketAreaSaid[],
): Promise<{ readonly ids: readonly Id[]; readonly happenings: readonly Happening[] }> {
  // Whoever saves another waits here, so that two never take one place in lists.
  const standing = await procurement(db)
    .selectFrom('market_area as a')
    .selectAll()
    .where('a.partnership_id', '=', partnershipId)
    .orderBy('a.id')
    .forUpdate()
    .execute()
  let last = Math.max(0, ...standing.map(({ position }) => position))
  const byKey = new Map(standing.map((row) => [row.key, row]))
  const changed = new Map<Id, (typeof standing)[number]>()
  const happenings: Happening[] = []
  const ids = areas.map(({ key, name, serviceTypeKeys, budgetSubject, position }) => {
    const found = byKey.get(key)
    const place = position ?? found?.position
    if (place === undefined) last += 1
    const values = {
      name,
      service_type_keys: [...serviceTypeKeys],
      budget_subject: budgetSubject,
      position: place ?? last,
    }
    if (found && saying(found) === saying(values)) return found.id
    const row = { partnership_id: partnershipId, id: found?.id ?? newId(), key, published: false, ...found, ...values }
    byKey.set(key, row)
    changed.set(row.id, row)
    const subject = { kind: 'market-area', id: row.id }
    happenings.push({ event: 'procurement.market-area-saved', subject, payload: { key, ...values } })
    return row.id
  })
  if (changed.size > 0) {
    await procurement(db)
      .insertInto('market_area')
      .values([...changed.values()])
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'id']).doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          service_type_keys: ref('excluded.service_type_keys'),
          budget_subject: ref('excluded.budget_subject'),
          position: ref('excluded.position'),
        })),
      )
      .execute()
  }
  return { ids, happenings }
}

interface Saying {
  readonly name: string
  readonly service_type_keys: readonly string[]
  readonly budget_subject: string | null
  readonly position: number
}

const saying = ({ name, service_type_keys, budget_subject, position }: Saying): string =>
  JSON.stringify({ name, service_type_keys, budget_subject, position })
