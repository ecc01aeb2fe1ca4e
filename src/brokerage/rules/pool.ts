import type { Candidate } from '../candidate.ts'
import type { OfferRule, Pool } from '../offer-rule.ts'

/** Whether someone is of a pool. What the partnership itself runs is asked in its own step only. */
export function inPool(pool: Pool, rule: Pick<OfferRule, 'contractId'>, candidate: Candidate): boolean {
  const { place, inHouse } = candidate
  if (pool.kind === 'in-house') return inHouse
  if (inHouse) return false
  if (pool.kind === 'accredited') return place === null
  // A contract's rule is about its own lots.
  if (place === null || (rule.contractId !== null && place.contractId !== rule.contractId)) return false
  if (pool.kind !== 'tier') return place.role === pool.kind
  const { role, rank } = place
  return role === 'framework' && rank !== null && rank >= pool.fromRank && rank <= pool.toRank
}
