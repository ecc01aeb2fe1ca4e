import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { nextReference } from '../../../core/references/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { SpotPurchase } from '../purchase.ts'

/** A purchase before it stands in the register; without a reference it is given one. */
export type NewPurchase = Omit<SpotPurchase, 'id' | 'version'>

const rowOf = (purchase: Omit<NewPurchase, 'reference'>) => ({
  organisation_id: purchase.organisationId,
  service_type_key: purchase.serviceType,
  area_code: purchase.area,
  person_reference: purchase.person,
  care_group_key: purchase.careGroup,
  from_day: purchase.from,
  until_day: purchase.until,
  weekly_minutes: purchase.weeklyMinutes,
  weekly_pence: purchase.weeklyPence,
  out_of_area: purchase.outOfArea,
  instead_of_contract: purchase.insteadOf,
  reason: purchase.reason,
  moves_to_contract: purchase.movesTo,
  reviewed_on: purchase.reviewedOn,
  moved_on: purchase.movedOn,
})

/** Enters a purchase. */
export async function writePurchase(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'prefix'>,
  purchase: NewPurchase,
  at: Date,
): Promise<{ id: Id; reference: string }> {
  const id = newId()
  const reference = purchase.reference || (await nextReference(db, partnership, 'SPO'))
  await procurement(db)
    .insertInto('spot_purchase')
    .values({ partnership_id: partnership.id, id, reference, version: 1, made_at: at, ...rowOf(purchase) })
    .execute()
  return { id, reference }
}

/** Brings a purchase up to date, unless somebody changed it since it was read; says whether it did. */
export async function changePurchase(db: Db, partnershipId: Id, purchase: SpotPurchase): Promise<boolean> {
  const { numUpdatedRows } = await procurement(db)
    .updateTable('spot_purchase')
    .set({ ...rowOf(purchase), version: purchase.version + 1 })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', purchase.id)
    .where('version', '=', purchase.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
