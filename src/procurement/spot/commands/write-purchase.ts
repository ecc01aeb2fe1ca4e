import { sql } from 'kysely'
import type { Partnership } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { nextReferences } from '../../../core/references/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { inSlices } from '../../changes/commands/write/writing.ts'
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
  const [entered] = await writePurchases(db, partnership, [purchase], at)
  if (!entered) throw new Error('A purchase was not entered.')
  return entered
}

/** The same for many at once, in their order. */
export async function writePurchases(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'prefix'>,
  purchases: readonly NewPurchase[],
  at: Date,
): Promise<{ id: Id; reference: string }[]> {
  const unnamed = purchases.filter(({ reference }) => !reference).length
  const given = (await nextReferences(db, partnership, 'SPO', unnamed)).values()
  const rows = purchases.map((purchase) => ({
    partnership_id: partnership.id,
    id: newId(),
    reference: purchase.reference || (given.next().value ?? ''),
    version: 1,
    made_at: at,
    ...rowOf(purchase),
  }))
  await inSlices(rows, (slice) => procurement(db).insertInto('spot_purchase').values(slice).execute())
  return rows.map(({ id, reference }) => ({ id, reference }))
}

/** Brings a purchase up to date, unless somebody changed it since it was read; says whether it did. */
export const changePurchase = async (db: Db, partnershipId: Id, purchase: SpotPurchase): Promise<boolean> =>
  (await changePurchases(db, partnershipId, [purchase])) === 1

/** The same for many at once; says how many nobody had changed since. */
export async function changePurchases(db: Db, partnershipId: Id, purchases: readonly SpotPurchase[]): Promise<number> {
  let changed = 0
  const rows = purchases.map((purchase) => ({ id: purchase.id, version: purchase.version, ...rowOf(purchase) }))
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id' && column !== 'version')
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`said.${column}`)}`))
  await inSlices(rows, async (slice) => {
    const { numAffectedRows } = await sql`update spot_purchase p set version = p.version + 1, ${set}
      from jsonb_populate_recordset(null::spot_purchase, ${json(slice)}) said
      where p.partnership_id = ${partnershipId} and p.id = said.id and p.version = said.version`.execute(
      procurement(db),
    )
    changed += Number(numAffectedRows ?? 0)
  })
  return changed
}
