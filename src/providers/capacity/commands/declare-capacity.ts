import { sql } from 'kysely'
import { type Actor, accountOf } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { hoursWords } from '../../../core/ui/format.ts'
import { holdProvider } from '../../organisations/commands/hold-placing.ts'
import type { CapacityAt, MinutesByBand } from '../capacity.ts'
import { capacity } from '../schema.ts'

/** What a provider says that it can give in a week, in each part of the day that there is. */
export interface CapacityDeclared extends CapacityAt {
  readonly minutesByBand: MinutesByBand
}

/** Why a declaration can't stand; null as the part of the day when it is about the area. */
export interface CapacityProblem {
  readonly band: string | null
  readonly sentence: string
}

/** Keeps what a provider can give for an area; less than it gives already is refused, and nothing but the ledger changes. */
export async function declareCapacity(
  db: Db,
  actor: Actor,
  at: Date,
  asked: CapacityDeclared,
): Promise<{ outcome: 'declared' } | { outcome: 'refused'; problems: readonly CapacityProblem[] }> {
  const problems = await declare(db, actor, at, asked)
  const { partnershipId, organisationId, ...payload } = asked
  await record(db, actor, at, {
    event: problems.length === 0 ? 'capacity.declared' : 'capacity.refused',
    subject: { kind: 'organisation', id: organisationId },
    payload,
    partnershipId,
  })
  return problems.length === 0 ? { outcome: 'declared' } : { outcome: 'refused', problems }
}

/** Writes a declaration that can stand; otherwise says what is wrong with it. */
async function declare(
  db: Db,
  actor: Actor,
  at: Date,
  { minutesByBand, ...of }: CapacityDeclared,
): Promise<readonly CapacityProblem[]> {
  await holdProvider(db, of)
  const cells = await cellsAbout(db, of)
  const other = cells.find(({ area, declared }) => area !== of.area && declared !== null)
  if (other) {
    const sentence = other.around
      ? `You declare for ${other.name} as a whole, and this area is in it.`
      : `You declare for ${other.name}, which is in this area. One number is for one area.`
    return [{ band: null, sentence }]
  }
  const own = cells.filter(({ around }) => !around)
  const committed = (band: string) => own.reduce((sum, cell) => sum + (cell.band === band ? cell.committed : 0), 0)
  const bands = [...new Set([...Object.keys(minutesByBand), ...own.map(({ band }) => band)])].sort()
  const problems = bands.flatMap((band) => problemOf(band, minutesByBand[band] ?? 0, committed(band)))
  if (problems.length > 0) return problems
  const within = own.filter(({ area }) => area !== of.area).map(({ area }) => area)
  if (within.length > 0) {
    // What was given without a declaration counts against the first that holds for it.
    await capacity(db)
      .deleteFrom('capacity_cell')
      .where('partnership_id', '=', of.partnershipId)
      .where('organisation_id', '=', of.organisationId)
      .where('service_type_key', '=', of.serviceType)
      .where('area_code', 'in', within)
      .execute()
  }
  await write(db, bands, { actor, at, of, minutesByBand, committed })
  return []
}

function problemOf(band: string, declared: number, committed: number): CapacityProblem[] {
  if (!Number.isInteger(declared) || declared < 0)
    return [{ band, sentence: `The minutes in the ${band} must be a whole number, 0 or more.` }]
  if (declared >= committed) return []
  const sentence = `You give ${hoursWords(committed)} a week in the ${band} already: that is the least you can declare.`
  return [{ band, sentence }]
}

interface CellAbout {
  readonly area: string
  readonly name: string
  readonly band: string
  readonly declared: number | null
  readonly committed: number
  /** In an area around the one asked about, rather than in it. */
  readonly around: boolean
}

/** What the provider has in the area, in those around it and in those within, held until the transaction ends. */
async function cellsAbout(db: Db, of: CapacityAt): Promise<CellAbout[]> {
  const { rows } = await sql<CellAbout>`with recursive around (code, depth) as (
      select ${of.area}::text, 0
      union select m.parent, a.depth + 1 from area_parent m join around a on m.code = a.code where a.depth < 8
    ), within (code, depth) as (
      select ${of.area}::text, 0
      union select m.code, w.depth + 1 from area_parent m join within w on m.parent = w.code where w.depth < 8
    )
    select c.area_code as area, coalesce((select name from area where code = c.area_code), c.area_code) as name, c.band,
      c.declared_minutes as declared, c.committed_minutes as committed,
      not c.area_code = any(array(select code from within)) as around
    from capacity_cell c
    where c.partnership_id = ${of.partnershipId} and c.organisation_id = ${of.organisationId}
      and c.service_type_key = ${of.serviceType}
      and c.area_code = any(array(select code from around union select code from within))
    order by c.area_code, c.band for update of c`.execute(capacity(db))
  return rows
}

async function write(
  db: Db,
  bands: readonly string[],
  told: {
    actor: Actor
    at: Date
    of: CapacityAt
    minutesByBand: MinutesByBand
    committed: (band: string) => number
  },
): Promise<void> {
  const { actor, at, of, minutesByBand, committed } = told
  await capacity(db)
    .insertInto('capacity_cell')
    .values(
      bands.map((band) => ({
        partnership_id: of.partnershipId,
        organisation_id: of.organisationId,
        service_type_key: of.serviceType,
        area_code: of.area,
        band,
        declared_minutes: minutesByBand[band] ?? 0,
        committed_minutes: committed(band),
        declared_at: at,
        declared_by: accountOf(actor),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'organisation_id', 'service_type_key', 'area_code', 'band']).doUpdateSet({
        declared_minutes: sql`excluded.declared_minutes`,
        // What was accepted since it was read, without a declaration, stays taken.
        committed_minutes: sql`greatest(capacity_cell.committed_minutes, excluded.committed_minutes)`,
        declared_at: sql`excluded.declared_at`,
        declared_by: sql`excluded.declared_by`,
      }),
    )
    .execute()
}
