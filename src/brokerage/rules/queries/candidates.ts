import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { distancesTo } from '../../../places/index.ts'
import { contractsServing, type LotOffer, lotsFor, weekPrices } from '../../../procurement/index.ts'
import { freeCapacity, inRegister } from '../../../providers/index.ts'
import type { Candidate } from '../../candidate.ts'
import type { OfferRule } from '../../offer-rule.ts'
import type { VisitLine } from '../../visit-line.ts'
import { freeIn, visitsOfWeek } from '../week-of-lines.ts'
import { type Dealings, dealingsWith } from './dealings.ts'

/** What is to be placed, where and from when; and by which rule. */
export interface CandidatesQuestion {
  readonly partnershipId: Id
  readonly serviceType: string
  readonly area: string
  /** The start asked for. */
  readonly on: IsoDate
  readonly lines: readonly VisitLine[]
  readonly at: Date
  /** Distances are worked out only for a rule that asks for them. */
  readonly rule?: Pick<OfferRule, 'steps' | 'contractId'> | undefined
}

/** Everyone who might be asked for some care in an area, with all that a rule looks at, each place in a lot by itself. A number of queries that does not grow. */
export async function candidatesFor(db: Db, question: CandidatesQuestion): Promise<Candidate[]> {
  const { partnershipId, serviceType, area, on, lines, rule } = question
  const serving = new Map((await contractsServing(db, question)).map(({ id, kind }) => [id, kind]))
  // Those of contracts that are over would each say so, for ever.
  const lots = (await lotsFor(db, { partnershipId, serviceType, area, on, all: true })).filter(({ contract }) =>
    serving.has(contract.id),
  )
  const places = lots.map(({ lot, provider }) => ({ lotId: lot.id, organisationId: provider.id }))
  const prices = await weekPrices(db, { partnershipId, on, visits: visitsOfWeek(lines), places })
  const free = await freeCapacity(db, { partnershipId, serviceType, area })
  const ids = [...new Set([...places.map(({ organisationId }) => organisationId), ...free.keys()])]
  const registered = await inRegister(db, ids, serviceType)
  const dealings = await dealingsWith(db, { ...question, organisationIds: ids })
  const nearest = wantsDistance(rule) ? await nearestOf(db, area, registered) : new Map<Id, number>()
  const known = (organisationId: Id) => {
    const left = free.get(organisationId)
    const { placedMinutes = 0, lastAskedAt = null }: Partial<Dealings> = dealings.get(organisationId) ?? {}
    return {
      grade: registered.get(organisationId)?.lowestGrade ?? null,
      distance: nearest.get(organisationId) ?? null,
      placedMinutes,
      lastAskedAt,
      freeMinutes: left ? freeIn(left, lines) : null,
    }
  }
  const placed = lots.map((one, at): Candidate => {
    const price = prices[at]
    return {
      organisationId: one.provider.id,
      organisation: one.provider.name,
      place: placeOf(one),
      inHouse: serving.get(one.contract.id) === 'in-house',
      hindrance: one.offered ? null : one.why,
      hourlyPence: price?.hourlyPence ?? null,
      weeklyPence: price?.weeklyPence ?? null,
      priceWhy: price?.why ?? 'No price is known.',
      ...known(one.provider.id),
    }
  })
  const inLots = new Set(places.map(({ organisationId }) => organisationId))
  const beside = [...dealings.values()].filter(
    (one) => !inLots.has(one.organisationId) && registered.has(one.organisationId),
  )
  return [
    ...placed,
    ...beside.map(
      ({ organisationId, organisation, suspended }): Candidate => ({
        organisationId,
        organisation,
        place: null,
        inHouse: false,
        hindrance: suspended ? `Placing with ${organisation} is suspended.` : null,
        hourlyPence: null,
        weeklyPence: null,
        priceWhy: `${organisation} has no place in a lot, so no price is agreed.`,
        ...known(organisationId),
      }),
    ),
  ]
}

const placeOf = ({ lot, contract, role, rank }: LotOffer): Candidate['place'] => ({
  lotId: lot.id,
  lot: [lot.number && `Lot ${lot.number}`, lot.name].filter(Boolean).join(', '),
  contractId: contract.id,
  role,
  rank,
})

const wantsDistance = (rule: CandidatesQuestion['rule']): boolean =>
  rule?.steps.some(({ order, distance }) => order === 'distance' || distance !== null) ?? false

/** Metres from an area to the nearest place in which each runs a service. */
async function nearestOf(
  db: Db,
  area: string,
  registered: ReadonlyMap<Id, { readonly places: readonly string[] }>,
): Promise<Map<Id, number>> {
  const codes = [...new Set([...registered.values()].flatMap(({ places }) => places))]
  const metres = await distancesTo(db, area, codes)
  return new Map(
    [...registered].flatMap(([id, { places }]) => {
      const known = places.flatMap((code) => metres.get(code) ?? [])
      return known.length > 0 ? [[id, Math.min(...known)] as const] : []
    }),
  )
}
