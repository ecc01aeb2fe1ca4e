import { sql } from 'kysely'
import type { Db } from '../../../../core/db/index.ts'
import { type Id, newId, type Pence } from '../../../../core/values/index.ts'
import type { NewCap, NewRate } from '../../../change.ts'
import type { Days } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'
import { inSlices, type Written, writeFacts } from './writing.ts'

/** The most that may be asked for something in a lot over some days. */
export interface CapOfLot extends Written {
  readonly lotId: Id
  readonly cap: NewCap
  readonly held: Days
}

/** Writes the most that may be asked. */
export async function writeCaps(db: Db, caps: readonly CapOfLot[]): Promise<void> {
  const [first] = caps
  if (!first) return
  const known = await procurement(db)
    .selectFrom('price_cap as c')
    .select(['c.subject_id as id', 'c.lot_id as lotId', 'c.unit', 'c.visit_minutes as visitMinutes'])
    .select('c.day_type as dayType')
    .where('c.partnership_id', '=', first.writing.partnershipId)
    .where('c.lot_id', 'in', [...new Set(caps.map(({ lotId }) => lotId))])
    .execute()
  const keyOf = (lotId: Id, { unit, visitMinutes, dayType }: Pick<NewCap, 'unit' | 'visitMinutes' | 'dayType'>) =>
    [lotId, unit, visitMinutes, dayType].join(' ')
  const ids = new Map(known.map((cap) => [keyOf(cap.lotId, cap), cap.id]))
  const facts = caps.map(({ writing, lotId, cap, held }) => {
    const key = keyOf(lotId, cap)
    const subjectId = ids.get(key) ?? newId()
    ids.set(key, subjectId)
    const { unit, visitMinutes: visit_minutes, dayType: day_type, pence } = cap
    return { writing, subjectId, held, values: { lot_id: lotId, unit, visit_minutes, day_type, pence } }
  })
  await writeFacts(db, 'price_cap', facts)
}

/** What a line of a price list prices, in which lot. */
export interface LineOfLot extends Written {
  readonly lotId: Id
  readonly capped: boolean
  readonly rate: NewRate
}

/** Finds the lines of price lists that price these, and brings them up to date, or adds them; their identifiers in the same order. */
export async function writeRateLines(db: Db, lines: readonly LineOfLot[]): Promise<Id[]> {
  const keyOf = (lotId: Id, { organisationId, unit, visitMinutes, dayType, level }: NewRate) =>
    JSON.stringify([lotId, organisationId, unit, visitMinutes, dayType, level])
  // Of two that price the same, the later says how.
  const wanted = new Map(lines.map((line) => [keyOf(line.lotId, line.rate), line]))
  const ids = new Map<string, Id>()
  await inSlices([...wanted.values()], async (slice) => {
    const written = await procurement(db)
      .insertInto('rate_line')
      .values(slice.map(lineRow))
      .onConflict((conflict) =>
        conflict
          .columns(['partnership_id', 'lot_id', 'organisation_id', 'unit', 'visit_minutes', 'day_type', 'level'])
          .doUpdateSet({
            basis: sql`excluded.basis`,
            includes: sql`excluded.includes`,
            yearly_units: sql`excluded.yearly_units`,
          }),
      )
      .returning(['id', 'lot_id', 'organisation_id', 'unit', 'visit_minutes', 'day_type', 'level'])
      .execute()
    for (const { id, lot_id, organisation_id, unit, visit_minutes, day_type, level } of written)
      ids.set(JSON.stringify([lot_id, organisation_id, unit, visit_minutes, day_type, level]), id)
  })
  return lines.map(({ lotId, rate }) => {
    const id = ids.get(keyOf(lotId, rate))
    if (id === undefined) throw new Error('A line of a price list was not written.')
    return id
  })
}

const lineRow = ({ writing, lotId, capped, rate }: LineOfLot) => ({
  partnership_id: writing.partnershipId,
  id: newId(),
  contract_id: writing.contractId,
  lot_id: lotId,
  organisation_id: rate.organisationId,
  unit: rate.unit,
  visit_minutes: rate.visitMinutes,
  day_type: rate.dayType,
  level: rate.level,
  capped,
  parties: [],
  basis: rate.basis,
  includes: rate.includes,
  yearly_units: rate.yearlyUnits,
})

/** A price of a line over some days. */
export interface RateRow extends Written {
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
export const writeRates = (db: Db, rates: readonly RateRow[]): Promise<void> =>
  writeFacts(
    db,
    'rate',
    rates.map(({ writing, ...rate }) => ({
      writing,
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
