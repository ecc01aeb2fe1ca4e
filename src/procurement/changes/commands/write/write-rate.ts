import { sql } from 'kysely'
import type { Db } from '../../../../core/db/index.ts'
import { type Id, newId, type Pence } from '../../../../core/values/index.ts'
import type { NewCap, NewRate } from '../../../change.ts'
import type { Days } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'
import { type Writing, writeFacts } from './writing.ts'

/** Writes the most that may be asked for something in a lot over some days. */
export async function writeCap(
  db: Db,
  writing: Writing,
  { lotId, cap, held }: { readonly lotId: Id; readonly cap: NewCap; readonly held: Days },
): Promise<void> {
  const known = await procurement(db)
    .selectFrom('price_cap as c')
    .select('c.subject_id as id')
    .where('c.partnership_id', '=', writing.partnershipId)
    .where('c.lot_id', '=', lotId)
    .where('c.unit', '=', cap.unit)
    .where('c.visit_minutes', sql`is not distinct from`, cap.visitMinutes)
    .where('c.day_type', '=', cap.dayType)
    .limit(1)
    .executeTakeFirst()
  const values = {
    lot_id: lotId,
    unit: cap.unit,
    visit_minutes: cap.visitMinutes,
    day_type: cap.dayType,
    pence: cap.pence,
  }
  await writeFacts(db, writing, 'price_cap', [{ subjectId: known?.id ?? newId(), held, values }])
}

/** Finds the line of a price list that prices this, and brings it up to date, or adds it. */
export async function writeRateLine(
  db: Db,
  { partnershipId, contractId }: Writing,
  { lotId, capped, rate }: { readonly lotId: Id; readonly capped: boolean; readonly rate: NewRate },
): Promise<Id> {
  const said = { basis: rate.basis, includes: rate.includes, yearly_units: rate.yearlyUnits }
  const { id } = await procurement(db)
    .insertInto('rate_line')
    .values({
      partnership_id: partnershipId,
      id: newId(),
      contract_id: contractId,
      lot_id: lotId,
      organisation_id: rate.organisationId,
      unit: rate.unit,
      visit_minutes: rate.visitMinutes,
      day_type: rate.dayType,
      level: rate.level,
      capped,
      parties: [],
      ...said,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'lot_id', 'organisation_id', 'unit', 'visit_minutes', 'day_type', 'level'])
        .doUpdateSet(said),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A price of a line over some days. */
export interface RateRow {
  readonly lineId: Id
  readonly lotId: Id
  /** As its lot says. */
  readonly capped: boolean
  readonly held: Days
  readonly pence: Pence
  /** The row of the cap that it stays within. */
  readonly cap: { readonly id: Id; readonly pence: Pence } | null
  readonly upliftRoundId?: Id
}

/** Writes prices, at once. */
export const writeRates = (db: Db, writing: Writing, rates: readonly RateRow[]): Promise<void> =>
  writeFacts(
    db,
    writing,
    'rate',
    rates.map((rate) => ({
      subjectId: rate.lineId,
      held: rate.held,
      values: {
        contract_id: writing.contractId,
        lot_id: rate.lotId,
        pence: rate.pence,
        capped: rate.capped,
        cap_id: rate.cap?.id ?? null,
        cap_pence: rate.cap?.pence ?? null,
        uplift_round_id: rate.upliftRoundId ?? null,
      },
    })),
  )
