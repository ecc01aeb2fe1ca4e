import { sql } from 'kysely'
import { type Db, keptPlan } from '../../core/db/index.ts'
import { periodFrom } from '../../core/history/index.ts'
import { type Id, type IsoDate, londonDate } from '../../core/values/index.ts'
import { suspendedOrganisations } from '../../providers/index.ts'
import type { Standing, TermPiece } from '../contract.ts'
import { orderOfOffers, type PlaceInOrder, type ServingLot } from '../lot-order.ts'
import { type AskedRate, rateInForce } from '../rate-in-force.ts'
import type { RateBasis, RateUnit } from '../rate-line.ts'
import { procurement } from '../schema/index.ts'
import type { Role } from '../standing.ts'
import { knownAt } from './known-at.ts'
import { type PricesOfLot, pricesToldOf, type ToldPrices, toldPrices } from './prices-of-lots.ts'

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
  const { partnershipId, on, known, all = false, person } = question
  const lots = await servingLots(db, question)
  if (lots.length === 0) return []
  const gates = await suspendedOrganisations(db, partnershipId, on)
  const suspended = gates.map(({ organisationId, until }) => ({
    organisationId,
    lastDay: until && lastDayBefore(until),
  }))
  const places = orderOfOffers(lots, { on, suspended }).filter(({ offered }) => offered || all)
  const asked = { partnershipId, lotIds: lots.map(({ id }) => id), on, known, person }
  const prices = await pricesToldOf(db, asked, lots)
  return places.map((place) => offerOf(place, prices.get(place.lot.id), question))
}

const lastDayBefore = (until: Date): IsoDate => londonDate(new Date(until.getTime() - 1))

function offerOf(
  { lot, standing, why, offered }: PlaceInOrder,
  prices: PricesOfLot | undefined,
  asked: LotsQuestion,
): LotOffer {
  const { organisationId, organisation, rank, role } = standing
  const rate = prices && rateInForce({ ...prices, terms: lot.terms }, { ...asked, organisationId })
  return {
    lot: { id: lot.id, number: lot.number, name: lot.name, area: lot.area },
    contract: lot.contract,
    provider: { id: organisationId, name: organisation },
    rank,
    role,
    rate: rate?.found ? { pence: rate.pence, unit: rate.unit, basis: rate.basis, cap: rate.cap, why: rate.why } : null,
    why,
    offered,
  }
}

type Row = Omit<ServingLot, 'contract' | 'terms' | 'standings'> &
  ToldPrices & {
    readonly contractId: Id
    readonly reference: string
    readonly title: string
    readonly terms: readonly { readonly held: string; readonly state: TermPiece['state'] }[]
    readonly standings: readonly (Omit<Standing, 'from' | 'until'> & { readonly held: string })[]
  }

/** The open lots of awarded contracts that serve an area or one around it, the nearest area of each; with terms and standings whole, and the prices of the day. One query. */
async function servingLots(
  db: Db,
  { partnershipId, serviceType, area, on, known }: LotsQuestion,
): Promise<(ServingLot & ToldPrices)[]> {
  const { rows } = await sql<Row>`${keptPlan}with recursive around (code, depth) as (
      select ${area}::text, 0
      union select m.parent, a.depth + 1 from area_parent m join around a on m.code = a.code where a.depth < 8
    ), serving as materialized (
      select distinct on (s.lot_id) s.lot_id, s.area_code from lot_area s
        where s.partnership_id = ${partnershipId} and s.service_type_key = ${serviceType}
          and s.area_code = any(array(select code from around))
        order by s.lot_id, (select min(depth) from around where code = s.area_code), s.area_code
    )
    select l.id, l.number, l.name, c.id as "contractId", c.reference,
      coalesce((select name from area where code = v.area_code), v.area_code) as area,
      coalesce((select name from area where code = ${area}), ${area}) as "askedArea",
      coalesce((select d.title from contract_detail d where d.partnership_id = ${partnershipId} and d.subject_id = c.id
        and ${knownAt('d', known)} order by d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date) limit 1), '') as title,
      (select coalesce(json_agg(json_build_object('held', t.held, 'state', t.state)), '[]') from contract_term t
        where t.partnership_id = ${partnershipId} and t.subject_id = c.id and ${knownAt('t', known)}) as terms,
      (select coalesce(json_agg(json_build_object('lotProviderId', s.subject_id, 'organisationId', s.organisation_id,
          'organisation', o.name, 'role', s.role, 'rank', s.rank, 'state', s.state, 'held', s.held)), '[]')
        from standing s join organisation o on o.id = s.organisation_id
        where s.partnership_id = ${partnershipId} and s.lot_id = l.id and ${knownAt('s', known)}) as standings,
      ${toldPrices({ partnershipId, on, known })}
    from serving v
      join lot l on l.partnership_id = ${partnershipId} and l.id = v.lot_id
      join contract c on c.partnership_id = ${partnershipId} and c.id = l.contract_id and c.stage = 'awarded'`.execute(
    procurement(db),
  )
  return rows.map(({ contractId, reference, title, terms, standings, ...lot }) => ({
    ...lot,
    contract: { id: contractId, reference, title },
    terms: terms.map(({ held, state }) => ({ ...periodFrom(held), state })),
    standings: standings.map(({ held, ...standing }) => ({ ...standing, ...periodFrom(held) })),
  }))
}
