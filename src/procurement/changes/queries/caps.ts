import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { grouped } from '../../queries/grouped.ts'
import { procurement } from '../../schema/index.ts'
import type { CapPiece } from '../change-context.ts'

/** The caps of lots as they are known now, with the row of each. */
export async function capRows(
  db: Db,
  partnershipId: Id,
  lotIds: readonly Id[],
): Promise<ReadonlyMap<Id, (CapPiece & { readonly id: Id })[]>> {
  if (lotIds.length === 0) return new Map()
  const rows = await procurement(db)
    .selectFrom('price_cap as c')
    .select(['c.id', 'c.lot_id', 'c.unit', 'c.visit_minutes', 'c.day_type', 'c.pence', 'c.held'])
    .where('c.partnership_id', '=', partnershipId)
    .where('c.lot_id', 'in', lotIds)
    .where(sql<boolean>`upper_inf(c.known)`)
    .orderBy('c.held')
    .execute()
  return grouped(rows, ({ id, lot_id, unit, visit_minutes, day_type, pence, held }) => [
    lot_id,
    { ...periodFrom(held), id, unit, visitMinutes: visit_minutes, dayType: day_type, pence },
  ])
}
