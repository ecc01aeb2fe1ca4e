import { sql } from 'kysely'
import { type Db, keptPlan } from '../../core/db/index.ts'
import { periodFrom } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Cap, Enhancement, Prices } from '../rate-in-force.ts'
import type { Rate, RateLine } from '../rate-line.ts'
import { tablePrices } from '../rates/queries/national.ts'
import { procurement } from '../schema/index.ts'
import { grouped } from './grouped.ts'
import { knownAt } from './known-at.ts'

/** All that the prices of a lot depend on, but for the term. */
export type PricesOfLot = Omit<Prices, 'terms'>

/** Of which lots, on which day; and with whose enhancements. */
export interface PricesAsked {
  readonly partnershipId: Id
  readonly lotIds: readonly Id[]
  readonly on: IsoDate
  readonly known?: Date | undefined
  readonly person?: string | undefined
}

type LineRow = RateLine & { readonly capped: boolean; readonly framework: string | null }

/**
 * The price lists of lots as they hold on a day: lines and prices, two queries; and one each for national tables, caps
 * and a person's enhancements where there are any.
 */
export async function pricesOfLots(db: Db, asked: PricesAsked): Promise<Map<Id, PricesOfLot>> {
  const { partnershipId, lotIds, on, known } = asked
  if (lotIds.length === 0) return new Map()
  const { rows } =
    await sql<LineRow>`${keptPlan}select l.id, l.lot_id as "lotId", l.organisation_id as "organisationId",
      l.basis, l.unit, l.visit_minutes as "visitMinutes", l.day_type as "dayType", l.level, l.includes,
      l.yearly_units as "yearlyUnits", l.capped,
      case l.basis when 'national' then (select d.national_framework_key from contract_detail d
        where d.partnership_id = ${partnershipId} and d.subject_id = l.contract_id and ${knownAt('d', known)}
        order by d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date) limit 1) end as framework
    from rate_line l where l.partnership_id = ${partnershipId} and l.lot_id = any(${lotIds}::uuid[])`.execute(
      procurement(db),
    )
  const rates = await ratesOf(db, asked)
  const keys = [...new Set(rows.flatMap(({ framework }) => framework ?? []))]
  const tables = Map.groupBy(await tablePrices(db, keys), ({ framework }) => framework)
  const caps = rows.some(({ capped }) => capped) ? await capsOf(db, asked) : new Map<Id, Cap[]>()
  const enhancements = await enhancementsOf(db, asked)
  return new Map(
    [...Map.groupBy(rows, ({ lotId }) => lotId)].map(([lotId, lines]) => [
      lotId,
      {
        lines: lines.map(({ framework: _, capped: __, ...line }) => ({ ...line, rates: rates.get(line.id) ?? [] })),
        // The national lines of a lot are all of the one framework that its contract is on.
        national: tables.get(lines.find(({ framework }) => framework !== null)?.framework ?? '') ?? [],
        caps: caps.get(lotId) ?? [],
        enhancements: enhancements.get(lotId) ?? [],
      },
    ]),
  )
}

/** Read apart from the lines: the server would join the two row by row, for it can't tell how many there are. */
async function ratesOf(db: Db, { partnershipId, lotIds, on, known }: PricesAsked): Promise<Map<Id, Rate[]>> {
  const { rows } = await sql<{ line: Id; held: string; pence: number }>`${keptPlan}select r.subject_id as line,
      r.held::text as held, r.pence
    from rate r where r.partnership_id = ${partnershipId} and r.lot_id = any(${lotIds}::uuid[])
      and r.held @> ${on}::date and ${knownAt('r', known)}`.execute(procurement(db))
  return grouped(rows, ({ line, held, pence }) => [line, { ...periodFrom(held), pence }])
}

async function capsOf(db: Db, { partnershipId, lotIds, on, known }: PricesAsked): Promise<Map<Id, Cap[]>> {
  const rows = await procurement(db)
    .selectFrom('price_cap as p')
    .select(['p.lot_id', 'p.unit', 'p.visit_minutes as visitMinutes', 'p.day_type as dayType', 'p.pence', 'p.held'])
    .where('p.partnership_id', '=', partnershipId)
    .where('p.lot_id', 'in', lotIds)
    .where(sql<boolean>`p.held @> ${on}::date`)
    .where(knownAt('p', known))
    .execute()
  return grouped(rows, ({ lot_id, held, ...cap }) => [lot_id, { ...cap, ...periodFrom(held) }])
}

async function enhancementsOf(
  db: Db,
  { partnershipId, lotIds, person, on, known }: PricesAsked,
): Promise<Map<Id, Enhancement[]>> {
  if (person === undefined) return new Map()
  const rows = await procurement(db)
    .selectFrom('rate_enhancement as e')
    .innerJoin('lot_provider as p', (join) =>
      join.onRef('p.partnership_id', '=', 'e.partnership_id').onRef('p.id', '=', 'e.lot_provider_id'),
    )
    .select(['p.lot_id', 'e.organisation_id as organisationId', 'e.person_reference as person'])
    .select(['e.basis_points as basisPoints', 'e.review_on as reviewOn', 'e.held'])
    .where('e.partnership_id', '=', partnershipId)
    .where('e.person_reference', '=', person)
    .where('p.lot_id', 'in', lotIds)
    .where(sql<boolean>`e.held @> ${on}::date`)
    .where(knownAt('e', known))
    .execute()
  return grouped(rows, ({ lot_id, held, ...enhancement }) => [lot_id, { ...enhancement, ...periodFrom(held) }])
}
