import { sql } from 'kysely'
import type { Db } from '../../../../core/db/index.ts'
import { type Id, newId } from '../../../../core/values/index.ts'
import { procurement } from '../../../schema/index.ts'
import { inSlices, type Writing, type Written } from './writing.ts'

/** A lot before anybody stands in it. */
export interface BareLot {
  readonly number: string
  readonly name: string
  readonly serviceType: string | null
  readonly needsLead: boolean
  readonly capped: boolean
  /** The law wants its providers registered. */
  readonly registered: boolean
  readonly position: number
}

/** Writes lots of contracts; gives their identifiers in the same order. */
export async function writeLots(db: Db, lots: readonly (BareLot & Written)[]): Promise<Id[]> {
  const rows = lots.map(({ writing, ...lot }) => ({
    partnership_id: writing.partnershipId,
    id: newId(),
    contract_id: writing.contractId,
    position: lot.position,
    number: lot.number,
    name: lot.name,
    service_type_key: lot.serviceType,
    needs_lead: lot.needsLead,
    capped: lot.capped,
    registered: lot.registered,
    published: false,
    parties: [],
  }))
  await inSlices(rows, (slice) => procurement(db).insertInto('lot').values(slice).execute())
  return rows.map(({ id }) => id)
}

/** What makes a lot one that is found. */
export interface OpenedLot {
  readonly lotId: Id
  readonly needsLead: boolean
  /** The place of its lead. */
  readonly leadId: Id | null
  readonly serviceType: string
  readonly areas: readonly string[]
}

/** Opens lots, so that they are found by service and area; once more, they get another lead or other areas. */
export async function openLots(
  db: Db,
  { partnershipId }: Pick<Writing, 'partnershipId'>,
  lots: readonly OpenedLot[],
): Promise<void> {
  const key = { partnership_id: partnershipId }
  await inSlices(lots, (slice) =>
    procurement(db)
      .insertInto('open_lot')
      .values(slice.map((lot) => ({ ...key, lot_id: lot.lotId, needs_lead: lot.needsLead, lead_id: lot.leadId })))
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'lot_id']).doUpdateSet({ lead_id: sql`excluded.lead_id` }),
      )
      .execute(),
  )
  await inSlices(lots, (slice) =>
    procurement(db)
      .deleteFrom('lot_area')
      .where('partnership_id', '=', partnershipId)
      .where(
        'lot_id',
        'in',
        slice.map(({ lotId }) => lotId),
      )
      .execute(),
  )
  const areas = lots.flatMap((lot) =>
    [...new Set(lot.areas)].map((area_code) => ({
      ...key,
      lot_id: lot.lotId,
      area_code,
      service_type_key: lot.serviceType,
      published: false,
      parties: [],
    })),
  )
  await inSlices(areas, (slice) => procurement(db).insertInto('lot_area').values(slice).execute())
}

/** Writes who leads an open lot; a lot that is not open stays so. */
export async function writeLead(
  db: Db,
  { partnershipId }: Writing,
  { lotId, leadId }: { readonly lotId: Id; readonly leadId: Id | null },
): Promise<void> {
  await procurement(db)
    .updateTable('open_lot')
    .set({ lead_id: leadId })
    .where('partnership_id', '=', partnershipId)
    .where('lot_id', '=', lotId)
    .execute()
}
