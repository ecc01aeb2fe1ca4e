import { sql } from 'kysely'
import { byColumn, type Columns, type Db, keptPlan } from '../../core/db/index.ts'
import { periodFrom } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import { suspendedFrom, toldSuspended } from '../../providers/index.ts'
import type { Standing, TermPiece } from '../contract.ts'
import type { ContractKind } from '../contract-kind.ts'
import { orderOfOffers, type PlaceInOrder, type PlacingSuspended, type ServingLot } from '../lot-order.ts'
import { type AskedRate, rateInForce } from '../rate-in-force.ts'
import type { RateBasis, RateUnit } from '../rate-line.ts'
import { procurement } from '../schema/index.ts'
import { holdsOn, type Role } from '../standing.ts'
import { type WeeklyVisits, type WeekPrice, weekPrice } from '../week-price.ts'
import { knownAt } from './known-at.ts'
import { type PricesOfLot, pricesToldOf, saidOfContract, type ToldPrices, toldPrices } from './prices-of-lots.ts'

/** What is to be placed, where and when; and of what the price is told. */
export interface LotsQuestion extends Omit<Partial<AskedRate>, 'organisationId' | 'on'> {
  readonly partnershipId: Id
  /** Key of the service type. */
  readonly serviceType: string
  /** Code of the area. */
  readonly area: string
  readonly on: IsoDate
  /** As it was known at an instant; now when left out. */
  readonly known?: Date | undefined
  /** Those who can't be asked too, with the reason. */
  readonly all?: boolean | undefined
}

/** Someone who may be offered care in a lot; in the order in which they are asked. */
export interface LotOffer {
  readonly lot: { readonly id: Id; readonly number: string; readonly name: string; readonly area: string }
  readonly contract: { readonly id: Id; readonly reference: string; readonly title: string }
  readonly provider: { readonly id: Id; readonly name: string }
  readonly rank: number | null
  readonly role: Role
  /** In pence, with why it is that; null when the list has no price for the day. */
  readonly rate: {
    readonly pence: number
    readonly unit: RateUnit
    readonly basis: RateBasis
    readonly cap: number | null
    readonly why: string
  } | null
  readonly why: string
  readonly offered: boolean
}

/** Who may be offered what in an area on a day, in the order of asking, each with the price and why. */
export async function lotsFor(db: Db, question: LotsQuestion): Promise<LotOffer[]> {
  const { all = false } = question
  const { places, prices } = await placesServing(db, question)
  return places
    .filter(({ offered }) => offered || all)
    .map((place) => ({ ...placeOf(place), rate: rateOf(place, prices.get(place.lot.id), question) }))
}

/** Someone in a lot of a contract in force, with what a week of visits costs with them. */
export interface WeekOffer extends Omit<LotOffer, 'rate'> {
  readonly contractKind: ContractKind | null
  readonly price: WeekPrice
}

/** Everyone in the lots of contracts in force that serve an area on a day, who can't be asked last, each with the price of a week of visits. */
export async function weekOffers(
  db: Db,
  { visits, ...question }: Omit<LotsQuestion, 'all'> & { readonly visits: readonly WeeklyVisits[] },
): Promise<WeekOffer[]> {
  const { on } = question
  const { places, prices, kinds } = await placesServing(db, question)
  // Those of contracts that are over would each say so, for ever.
  return places.flatMap((place) =>
    isInForce(place.lot.terms, on)
      ? {
          ...placeOf(place),
          contractKind: kinds.get(place.lot.id) ?? null,
          price: weekPrice(prices.get(place.lot.id) ?? { lines: [] }, {
            organisationId: place.standing.organisationId,
            on,
            visits,
          }),
        }
      : [],
  )
}

const isInForce = (terms: ServingLot['terms'], on: IsoDate): boolean =>
  terms.some((term) => (term.state === 'agreed' || term.state === 'suspended') && holdsOn(term, on))

async function placesServing(db: Db, question: LotsQuestion) {
  const { partnershipId, on, known, person } = question
  const lots = await servingLots(db, question)
  const suspended = lots[0] ? suspendedFrom(lots[0].suspended) : []
  const asked = { partnershipId, lotIds: lots.map(({ id }) => id), on, known, person }
  return {
    places: orderOfOffers(lots, { on, suspended }),
    prices: await pricesToldOf(db, asked, lots),
    kinds: new Map(lots.map(({ id, contractKind }) => [id, contractKind])),
  }
}

function placeOf({ lot, standing, why, offered }: PlaceInOrder): Omit<LotOffer, 'rate'> {
  const { organisationId, organisation, rank, role } = standing
  return {
    lot: { id: lot.id, number: lot.number, name: lot.name, area: lot.area },
    contract: lot.contract,
    provider: { id: organisationId, name: organisation },
    rank,
    role,
    why,
    offered,
  }
}

function rateOf(
  { lot, standing: { organisationId } }: PlaceInOrder,
  prices: PricesOfLot | undefined,
  asked: LotsQuestion,
): LotOffer['rate'] {
  const rate = prices && rateInForce({ ...prices, terms: lot.terms }, { ...asked, organisationId })
  return rate?.found ? { pence: rate.pence, unit: rate.unit, basis: rate.basis, cap: rate.cap, why: rate.why } : null
}

type TermRow = Pick<TermPiece, 'state'> & { readonly held: string }

const termRows = byColumn<TermRow>({ held: 't.held', state: 't.state' })

type StandingRow = Omit<Standing, 'from' | 'until'> & { readonly held: string }

const standingRows = byColumn<StandingRow>({
  lotProviderId: 's.subject_id',
  organisationId: 's.organisation_id',
  organisation: 'o.name',
  role: 's.role',
  rank: 's.rank',
  state: 's.state',
  held: 's.held',
})

/** What is told beside each lot; whose placing is suspended, beside every one the same. */
type Told = ToldPrices & {
  readonly suspended: Columns<PlacingSuspended>
  /** As its contract is on the day; null when nothing is said of that. */
  readonly contractKind: ContractKind | null
}

type Row = Told &
  Pick<ServingLot, 'number' | 'name'> & {
    readonly area: string
    readonly askedArea: string
    readonly contractId: Id
    readonly reference: string
    readonly title: string | null
    readonly terms: Columns<TermRow>
    readonly standings: Columns<StandingRow>
  }

/** The open lots of awarded contracts that serve an area or one around it, the nearest area of each; with terms and standings whole, the prices of the day and whose placing is suspended. One query. */
async function servingLots(
  db: Db,
  { partnershipId, serviceType, area, on, known }: LotsQuestion,
): Promise<(ServingLot & Told)[]> {
  // Each `offset 0` has an index asked for a few areas, where a plain join would read every link and every lot.
  const { rows } = await sql<Row>`${keptPlan}with recursive around (code, depth) as (
      select ${area}::text, 0
      union select m.parent, a.depth + 1
        from around a, lateral (select parent from area_parent where code = a.code offset 0) m where a.depth < 8
    ), serving as (
      select distinct on (s.lot_id) s.lot_id, a.code as area_code
        from around a, lateral (select lot_id from lot_area where partnership_id = ${partnershipId}
          and service_type_key = ${serviceType} and area_code = a.code offset 0) s
        order by s.lot_id, a.depth, a.code
    )
    select l.number, l.name, c.id as "contractId", c.reference, d.title,
      coalesce((select name from area where code = v.area_code), v.area_code) as area,
      coalesce((select name from area where code = ${area}), ${area}) as "askedArea",
      ${termRows.from(sql`contract_term t
        where t.partnership_id = c.partnership_id and t.subject_id = c.id and ${knownAt('t', known)}`)} as terms,
      ${standingRows.from(sql`standing s join organisation o on o.id = s.organisation_id
        where s.partnership_id = l.partnership_id and s.lot_id = l.id and ${knownAt('s', known)}`)} as standings,
      ${toldPrices({ on, known })}, ${toldSuspended(partnershipId, on)} as suspended
    from serving v
      join lot l on l.partnership_id = ${partnershipId} and l.id = v.lot_id
      join contract c on c.partnership_id = l.partnership_id and c.id = l.contract_id and c.stage = 'awarded'
      ${saidOfContract({ on, known })}`.execute(procurement(db))
  return rows.map(({ contractId, reference, title, terms, standings, ...lot }) => ({
    ...lot,
    contract: { id: contractId, reference, title: title ?? '' },
    terms: termRows.rows(terms).map(({ held, state }) => ({ ...periodFrom(held), state })),
    standings: standingRows.rows(standings).map(({ held, ...standing }) => ({ ...standing, ...periodFrom(held) })),
  }))
}
