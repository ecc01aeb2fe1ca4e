import { type RawBuilder, sql } from 'kysely'
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

/** A line of a price list as it is read; `framework` is whose table its price stands in. */
type LineRow = RateLine & { readonly capped: boolean; readonly framework: string | null }

interface PriceRow {
  readonly line: Id
  readonly held: string
  readonly pence: number
}

/** The lines of a lot and their prices on a day, as JSON: for reading beside what else is read of the lot. */
export interface ToldPrices {
  readonly lines: readonly LineRow[]
  readonly prices: readonly PriceRow[]
}

/**
 * What a query selects to have the lines and prices of each of its lots beside it, given SQL for the lot's id and its
 * contract's. The two are told apart, because joined row by row they take longer than both.
 */
export const toldPrices = (
  { partnershipId, on, known }: Omit<PricesAsked, 'lotIds'>,
  lotId: string,
): RawBuilder<unknown> =>
  sql`(select coalesce(json_agg(json_build_object('id', n.id, 'lotId', n.lot_id, 'organisationId', n.organisation_id,
      'basis', n.basis, 'unit', n.unit, 'visitMinutes', n.visit_minutes, 'dayType', n.day_type, 'level', n.level,
      'includes', n.includes, 'yearlyUnits', n.yearly_units, 'capped', n.capped,
      'framework', case n.basis when 'national' then (select d.national_framework_key from contract_detail d
        where d.partnership_id = ${partnershipId} and d.subject_id = n.contract_id and ${knownAt('d', known)}
        order by d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date) limit 1) end)), '[]')
    from rate_line n where n.partnership_id = ${partnershipId} and n.lot_id = ${sql.ref(lotId)}) as lines,
  (select coalesce(json_agg(json_build_object('line', r.subject_id, 'held', r.held, 'pence', r.pence)), '[]')
    from rate r where r.partnership_id = ${partnershipId} and r.lot_id = ${sql.ref(lotId)}
      and r.held @> ${on}::date and ${knownAt('r', known)}) as prices`

/** The price lists of lots as they hold on a day. */
export async function pricesOfLots(db: Db, asked: PricesAsked): Promise<Map<Id, PricesOfLot>> {
  if (asked.lotIds.length === 0) return new Map()
  const { rows } = await sql<ToldPrices & { id: Id }>`${keptPlan}select l.id, ${toldPrices(asked, 'l.id')}
    from lot l where l.partnership_id = ${asked.partnershipId} and l.id = any(${asked.lotIds}::uuid[])`.execute(
    procurement(db),
  )
  return pricesToldOf(db, asked, rows)
}

/** Price lists from lines and prices read already; one query more each for national tables, caps and a person's enhancements where there are any. */
export async function pricesToldOf(
  db: Db,
  asked: PricesAsked,
  lots: readonly (ToldPrices & { readonly id: Id })[],
): Promise<Map<Id, PricesOfLot>> {
  const lines = lots.flatMap((lot) => lot.lines)
  const keys = [...new Set(lines.flatMap(({ framework }) => framework ?? []))]
  const tables = keys.length > 0 ? Map.groupBy(await tablePrices(db, keys), ({ framework }) => framework) : new Map()
  const caps = lines.some(({ capped }) => capped) ? await capsOf(db, asked) : new Map<Id, Cap[]>()
  const enhancements = await enhancementsOf(db, asked)
  return new Map(
    lots.map((lot) => {
      const rates = grouped<PriceRow, Rate>(lot.prices, ({ line, held, pence }) => [
        line,
        { ...periodFrom(held), pence },
      ])
      return [
        lot.id,
        {
          lines: lot.lines.map(({ framework: _, capped: __, ...line }) => ({
            ...line,
            rates: rates.get(line.id) ?? [],
          })),
          // The national lines of a lot are all of the one framework that its contract is on.
          national: tables.get(lot.lines.find(({ framework }) => framework !== null)?.framework ?? '') ?? [],
          caps: caps.get(lot.id) ?? [],
          enhancements: enhancements.get(lot.id) ?? [],
        },
      ]
    }),
  )
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
