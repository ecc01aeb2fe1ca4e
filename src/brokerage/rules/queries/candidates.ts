import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { distancesTo } from '../../../places/index.ts'
import { type WeekOffer, weekOffers } from '../../../procurement/index.ts'
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
  const offers = await weekOffers(db, { partnershipId, serviceType, area, on, visits: visitsOfWeek(lines) })
  const inLots = new Set(offers.map(({ provider }) => provider.id))
  const dealings = await dealingsWith(db, { ...question, organisationIds: [...inLots] })
  const nearest = wantsDistance(rule) ? await nearestOf(db, area, dealings) : new Map<Id, number>()
  const known = (organisationId: Id) => {
    const {
      placedMinutes = 0,
      lastAskedAt = null,
      lowestGrade = null,
      free,
    }: Partial<Dealings> = dealings.get(organisationId) ?? {}
    return {
      grade: lowestGrade,
      distance: nearest.get(organisationId) ?? null,
      placedMinutes,
      lastAskedAt,
      freeMinutes: free ? freeIn(free, lines) : null,
    }
  }
  const placed = offers.map(
    (one): Candidate => ({
      organisationId: one.provider.id,
      organisation: one.provider.name,
      place: placeOf(one),
      inHouse: one.contractKind === 'in-house',
      hindrance: one.offered ? null : one.why,
      hourlyPence: one.price.hourlyPence,
      weeklyPence: one.price.weeklyPence,
      priceWhy: one.price.why,
      ...known(one.provider.id),
    }),
  )
  const beside = [...dealings.values()].filter((one) => !inLots.has(one.organisationId) && one.registered)
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

const placeOf = ({ lot, contract, role, rank }: WeekOffer): Candidate['place'] => ({
  lotId: lot.id,
  lot: [lot.number && `Lot ${lot.number}`, lot.name].filter(Boolean).join(', '),
  contractId: contract.id,
  role,
  rank,
})

const wantsDistance = (rule: CandidatesQuestion['rule']): boolean =>
  rule?.steps.some(({ order, distance }) => order === 'distance' || distance !== null) ?? false

/** Metres from an area to the nearest place in which each runs a service. */
async function nearestOf(db: Db, area: string, dealings: ReadonlyMap<Id, Dealings>): Promise<Map<Id, number>> {
  const codes = [...new Set([...dealings.values()].flatMap(({ places }) => places))]
  const metres = await distancesTo(db, area, codes)
  return new Map(
    [...dealings].flatMap(([id, { places }]) => {
      const known = places.flatMap((code) => metres.get(code) ?? [])
      return known.length > 0 ? [[id, Math.min(...known)] as const] : []
    }),
  )
}
