import type { Candidate } from '../candidate.ts'
import type { OfferRule, Order, RuleStep } from '../offer-rule.ts'
import { inPool } from './pool.ts'

type Sort = (a: Candidate, b: Candidate) => number

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The lower first; what is not known comes last. */
const lowest =
  (of: (candidate: Candidate) => number | null): Sort =>
  (a, b) => {
    const [one, other] = [of(a) ?? Number.POSITIVE_INFINITY, of(b) ?? Number.POSITIVE_INFINITY]
    return one === other ? 0 : one - other
  }

const byRank = lowest(({ place }) => place?.rank ?? null)

const firstBy: { readonly [order in Order]: Sort } = {
  rank: byRank,
  // Never asked comes first.
  'round-robin': (a, b) => byText(a.lastAskedAt ?? '', b.lastAskedAt ?? ''),
  'even-share': lowest(({ placedMinutes }) => placedMinutes),
  price: lowest(({ hourlyPence }) => hourlyPence),
  quality: lowest(({ grade }) => (grade === null ? null : -grade)),
  distance: lowest(({ distance }) => distance),
}

/** Which of two is asked first in an order; ties fall to rank, then name, so that it is never chance. */
const inOrder =
  (order: Order): Sort =>
  (a, b) =>
    firstBy[order](a, b) ||
    byRank(a, b) ||
    // Letter by letter rather than as a language sorts, which changes over the years in which this is replayed.
    byText(a.organisation.toLowerCase(), b.organisation.toLowerCase()) ||
    byText(a.organisationId, b.organisationId) ||
    byText(a.place?.lotId ?? '', b.place?.lotId ?? '')

/** Everyone of a step's pool in the order in which they are asked, each once: in the first of their places in which they can be. */
export function membersOf(
  step: Pick<RuleStep, 'pool' | 'order'>,
  rule: Pick<OfferRule, 'contractId'>,
  candidates: readonly Candidate[],
): Candidate[] {
  const ordered = candidates.filter((one) => inPool(step.pool, rule, one)).toSorted(inOrder(step.order))
  return [...Map.groupBy(ordered, ({ organisationId }) => organisationId).values()]
    .flatMap((places) => places.find(({ hindrance }) => hindrance === null) ?? places[0] ?? [])
    .toSorted(inOrder(step.order))
}
