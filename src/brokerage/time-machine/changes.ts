import type { Id, Pence } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferRule } from '../offer-rule.ts'

/** Two providers of a lot who change places: role and rank. */
export interface Swap {
  readonly lotId: Id
  readonly one: Id
  readonly other: Id
}

/** Whose free hours are more or fewer. */
export type CapacityOf =
  | { readonly kind: 'all' }
  | { readonly kind: 'provider'; readonly organisationId: Id }
  | { readonly kind: 'area'; readonly area: string }

/** What is otherwise than it was; nothing of it leaves everything as it was. */
export interface Changes {
  /** The rule in the place of all that held then; null for each round's own. */
  readonly rule: OfferRule | null
  readonly swaps: readonly Swap[]
  /** Per cent more, or fewer below 0, of the hours that were declared free. */
  readonly capacity: readonly { readonly of: CapacityOf; readonly percent: number }[]
  /** Nobody dearer is asked in any step, in pence an hour. */
  readonly priceCap: Pence | null
  /** Those of other lots of a contract may be asked too, after those of the lot: in the steps for additional providers. */
  readonly openLots: boolean
}

/** A rule under the changes. */
export function changedRule(rule: OfferRule, { rule: other, priceCap }: Changes): OfferRule {
  const base = other ?? rule
  if (priceCap === null) return base
  const steps = base.steps.map((step) => ({ ...step, priceCap: Math.min(priceCap, step.priceCap ?? priceCap) }))
  return { ...base, steps }
}

/** Those who might be asked under the changes; `elsewhere` are those of other lots as they were last seen. */
export function changedCandidates(
  candidates: readonly Candidate[],
  area: string,
  { swaps, capacity, openLots }: Changes,
  elsewhere: readonly Candidate[] = [],
): Candidate[] {
  const all = openLots ? [...candidates, ...asAdditional(candidates, elsewhere)] : candidates
  return all.map((one) => {
    const { freeMinutes } = one
    const place = placeAfter(one, candidates, swaps)
    const factors = capacity.filter(({ of }) => concerns(of, one, area)).map(({ percent }) => 100 + percent)
    const free =
      freeMinutes === null ? null : factors.reduce((left, factor) => Math.floor((left * factor) / 100), freeMinutes)
    return place === one.place && free === freeMinutes ? one : { ...one, place, freeMinutes: free }
  })
}

const concerns = (of: CapacityOf, { organisationId }: Candidate, area: string): boolean =>
  of.kind === 'all' || (of.kind === 'area' ? of.area === area : of.organisationId === organisationId)

/** A place after the swaps, one after the other as they were written. */
function placeAfter(
  candidate: Candidate,
  candidates: readonly Candidate[],
  swaps: readonly Swap[],
): Candidate['place'] {
  const { place } = candidate
  if (place === null || swaps.length === 0) return place
  let holder = candidate.organisationId
  for (const { lotId, one, other } of swaps.toReversed()) {
    // Nobody changes places with one who is not in the lot.
    if (lotId !== place.lotId || ![one, other].every((id) => inLot(candidates, lotId, id))) continue
    if (holder === one) holder = other
    else if (holder === other) holder = one
  }
  const from = candidates.find((of) => of.organisationId === holder && of.place?.lotId === place.lotId)?.place
  return from && holder !== candidate.organisationId ? { ...place, role: from.role, rank: from.rank } : place
}

const inLot = (candidates: readonly Candidate[], lotId: Id, id: Id): boolean =>
  candidates.some(({ organisationId, place }) => organisationId === id && place?.lotId === lotId)

/** Those of other lots of the same contracts who have no place here, as additional providers. */
function asAdditional(here: readonly Candidate[], elsewhere: readonly Candidate[]): Candidate[] {
  const known = new Set(here.flatMap(({ organisationId, place }) => (place ? [organisationId] : [])))
  const contracts = new Set(here.flatMap(({ place }) => place?.contractId ?? []))
  return elsewhere.flatMap((one) =>
    one.place === null || known.has(one.organisationId) || !contracts.has(one.place.contractId)
      ? []
      : [{ ...one, place: { ...one.place, role: 'additional' as const, rank: null } }],
  )
}

/** Of every provider with a place in a lot, how it was seen last up to each round, else first after it. */
export function seenElsewhere(
  rounds: readonly { readonly candidates: readonly Candidate[] }[],
): (round: number) => Candidate[] {
  const seen = new Map<Id, { readonly at: number; readonly one: Candidate }[]>()
  for (const [at, { candidates }] of rounds.entries()) {
    for (const one of candidates) {
      if (one.place === null || one.inHouse) continue
      const own = seen.get(one.organisationId) ?? []
      own.push({ at, one })
      seen.set(one.organisationId, own)
    }
  }
  return (round) => [...seen.values()].flatMap((own) => (own.findLast(({ at }) => at <= round) ?? own[0])?.one ?? [])
}
