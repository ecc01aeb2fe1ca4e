import type { Db } from '../../../../core/db/index.ts'
import { type Id, newId } from '../../../../core/values/index.ts'
import { procurement } from '../../../schema/index.ts'
import type { Writing } from './writing.ts'

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

/** Writes a lot. */
export async function writeLot(db: Db, { partnershipId, contractId }: Writing, lot: BareLot): Promise<Id> {
  const id = newId()
  await procurement(db)
    .insertInto('lot')
    .values({
      partnership_id: partnershipId,
      id,
      contract_id: contractId,
      position: lot.position,
      number: lot.number,
      name: lot.name,
      service_type_key: lot.serviceType,
      needs_lead: lot.needsLead,
      capped: lot.capped,
      registered: lot.registered,
      published: false,
      parties: [],
    })
    .execute()
  return id
}

/** Opens a lot, so that it is found by service and area; once more, it gets another lead or other areas. */
export async function openLot(
  db: Db,
  { partnershipId }: Writing,
  lot: {
    readonly lotId: Id
    readonly needsLead: boolean
    /** The place of its lead. */
    readonly leadId: Id | null
    readonly serviceType: string
    readonly areas: readonly string[]
  },
): Promise<void> {
  const where = { partnership_id: partnershipId, lot_id: lot.lotId }
  await procurement(db)
    .insertInto('open_lot')
    .values({ ...where, needs_lead: lot.needsLead, lead_id: lot.leadId })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'lot_id']).doUpdateSet({ lead_id: lot.leadId }))
    .execute()
  await procurement(db)
    .deleteFrom('lot_area')
    .where('partnership_id', '=', partnershipId)
    .where('lot_id', '=', lot.lotId)
    .execute()
  const areas = [...new Set(lot.areas)].map((area_code) => ({
    ...where,
    area_code,
    service_type_key: lot.serviceType,
  }))
  if (areas.length > 0) await procurement(db).insertInto('lot_area').values(areas).execute()
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
