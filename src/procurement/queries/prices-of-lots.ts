import { type RawBuilder, sql } from 'kysely'
import { byColumn, type Columns, type Db, keptPlan } from '../../core/db/index.ts'
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
  /** All that hold on a day from then up to this one; of the day alone when left out. */
  readonly until?: IsoDate | undefined
  readonly known?: Date | undefined
  readonly person?: string | undefined
}

/** The condition that picks what holds on the day, or on one of the days, asked about. */
const holdingThen = (column: string, { on, until }: Pick<PricesAsked, 'on' | 'until'>): RawBuilder<boolean> =>
  until === undefined
    ? sql<boolean>`${sql.ref(column)} @> ${on}::date`
    : sql<boolean>`${sql.ref(column)} && daterange(${on}::date, ${until}::date)`

type LineRow = Omit<RateLine, 'lotId'>

interface PriceRow {
  readonly line: Id
  readonly held: string
  readonly pence: number
}

const lineRows = byColumn<LineRow>({
  id: 'n.id',
  organisationId: 'n.organisation_id',
  basis: 'n.basis',
  unit: 'n.unit',
  visitMinutes: 'n.visit_minutes',
  dayType: 'n.day_type',
  level: 'n.level',
  includes: 'n.includes',
  yearlyUnits: 'n.yearly_units',
})

const priceRows = byColumn<PriceRow>({ line: 'r.subject_id', held: 'r.held', pence: 'r.pence' })

type CapRow = Omit<Cap, 'from' | 'until'> & { readonly held: string }

const capRows = byColumn<CapRow>({
  unit: 'p.unit',
  visitMinutes: 'p.visit_minutes',
  dayType: 'p.day_type',
  pence: 'p.pence',
  held: 'p.held',
})

/** The price list of a lot on a day, as it is read. */
export interface ToldPrices {
  readonly id: Id
  readonly lines: Columns<LineRow>
  readonly prices: Columns<PriceRow>
  /** Of a lot without any it is null. */
  readonly caps: Columns<CapRow> | null
  /** Whose table the prices of its national lines stand in: that of its contract. */
  readonly framework: string | null
}

/**
 * What a query selects to have the price list of each lot `l`, of a contract of which `d` is said, beside what else it
 * reads. Lines and prices are told apart, because joined row by row they take longer than both.
 */
export const toldPrices = ({ known, ...days }: Pick<PricesAsked, 'on' | 'until' | 'known'>): RawBuilder<unknown> =>
  sql`l.id, d.national_framework_key as framework,
    ${lineRows.from(sql`rate_line n where n.partnership_id = l.partnership_id and n.lot_id = l.id`)} as lines,
    ${priceRows.from(sql`rate r where r.partnership_id = l.partnership_id and r.lot_id = l.id
      and ${holdingThen('r.held', days)} and ${knownAt('r', known)}`)} as prices,
    case when l.capped then ${capRows.from(sql`price_cap p where p.partnership_id = l.partnership_id and p.lot_id = l.id
      and ${holdingThen('p.held', days)} and ${knownAt('p', known)}`)} end as caps`

/** What a query joins to have, as `d`, what is said of the contract of each lot `l` on the day, or the nearest to it. */
export const saidOfContract = ({ on, known }: Pick<PricesAsked, 'on' | 'known'>): RawBuilder<unknown> =>
  sql`left join lateral (select d.title, d.national_framework_key from contract_detail d
    where d.partnership_id = l.partnership_id and d.subject_id = l.contract_id and ${knownAt('d', known)}
    order by d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date) limit 1) d on true`

/** The price lists of lots as they hold on a day. */
export async function pricesOfLots(db: Db, asked: PricesAsked): Promise<Map<Id, PricesOfLot>> {
  if (asked.lotIds.length === 0) return new Map()
  const { rows } = await sql<ToldPrices>`${keptPlan}select ${toldPrices(asked)} from lot l ${saidOfContract(asked)}
    where l.partnership_id = ${asked.partnershipId} and l.id = any(${asked.lotIds}::uuid[])`.execute(procurement(db))
  return pricesToldOf(db, asked, rows)
}

/** Price lists from what is read already; one query more each for national tables and a person's enhancements where there are any. */
export async function pricesToldOf(
  db: Db,
  asked: PricesAsked,
  told: readonly ToldPrices[],
): Promise<Map<Id, PricesOfLot>> {
  const lots = told.map((lot) => ({ ...lot, lines: lineRows.rows(lot.lines), prices: priceRows.rows(lot.prices) }))
  const national = lots.filter(({ lines }) => lines.some(({ basis }) => basis === 'national'))
  const tables = await tablesOf(db, new Set(national.flatMap(({ framework }) => framework ?? [])))
  const enhancements = await enhancementsOf(db, asked)
  return new Map(
    lots.map(({ id, framework, lines, prices, caps }) => {
      const rates = grouped<PriceRow, Rate>(prices, ({ line, held, pence }) => [line, { ...periodFrom(held), pence }])
      return [
        id,
        {
          lines: lines.map((line) => ({ ...line, lotId: id, rates: rates.get(line.id) ?? [] })),
          national: tables.get(framework ?? '') ?? [],
          caps: caps === null ? [] : capRows.rows(caps).map(({ held, ...cap }) => ({ ...cap, ...periodFrom(held) })),
          enhancements: enhancements.get(id) ?? [],
        },
      ]
    }),
  )
}

const tablesOf = async (db: Db, keys: ReadonlySet<string>) =>
  Map.groupBy(await tablePrices(db, [...keys]), ({ framework }) => framework)

async function enhancementsOf(
  db: Db,
  { partnershipId, lotIds, person, known, ...days }: PricesAsked,
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
    .where(holdingThen('e.held', days))
    .where(knownAt('e', known))
    .execute()
  return grouped(rows, ({ lot_id, held, ...enhancement }) => [lot_id, { ...enhancement, ...periodFrom(held) }])
}
