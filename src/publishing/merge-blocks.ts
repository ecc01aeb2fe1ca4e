import { canonicalJson, type Id } from '../core/values/index.ts'
import type { Block } from './block.ts'
import { byId, leadFirst } from './block-parts.ts'
import { insertInOrder, orderKept } from './order-kept.ts'

/** A block that both writers changed, or that one changed and the other took away; null where it is not there. */
export interface MergeConflict {
  readonly id: Id
  readonly base: Block | null
  readonly mine: Block | null
  readonly theirs: Block | null
}

/** With conflicts, `merged` holds their text in those places, or mine where they took the block away. */
export interface Merge {
  readonly merged: readonly Block[]
  readonly conflicts: readonly MergeConflict[]
}

/** Whether two blocks say the same. */
export const sameBlock = (a: Block | undefined | null, b: Block | undefined | null): boolean =>
  a === b || (a != null && b != null && canonicalJson(a) === canonicalJson(b))

/** Whether two sections say the same in the same order. */
export const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.every((block, at) => sameBlock(block, b[at]))

/** Brings together what two people made of the same words; nothing that one of them added or changed is lost. */
export function mergeBlocks(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Merge {
  const [was, ours, others] = [byId(base), byId(mine), byId(theirs)]
  const ids = [...new Set([...theirs, ...mine].map((block) => block.id))]
  const decided = ids.map((id) => decide(id, was.get(id) ?? null, ours.get(id) ?? null, others.get(id) ?? null))
  const kept = new Map(decided.flatMap(({ id, block }) => (block ? [[id, block] as const] : [])))
  const order = orderOf(base, mine, theirs, kept)
  const merged = order.flatMap((id) => kept.get(id) ?? [])
  const conflicts = decided.flatMap(({ conflict }) => conflict ?? [])
  return withOneLead(merged, conflicts, was, others)
}

interface Decided {
  readonly id: Id
  readonly block: Block | null
  readonly conflict?: MergeConflict
}

function decide(id: Id, base: Block | null, mine: Block | null, theirs: Block | null): Decided {
  if (sameBlock(mine, theirs) || sameBlock(base, mine)) return { id, block: theirs }
  if (sameBlock(base, theirs)) return { id, block: mine }
  return { id, block: theirs ?? mine, conflict: { id, base, mine, theirs } }
}

/** Their order, in which what I added or moved stands where I put it. */
function orderOf(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[], kept: Map<Id, Block>): Id[] {
  const idsOf = (blocks: readonly Block[]) => blocks.map(({ id }) => id).filter((id) => kept.has(id))
  const myOrder = idsOf(mine)
  const stayed = orderKept(idsOf(base), myOrder)
  const order = idsOf(theirs)
  for (const id of myOrder) {
    const at = order.indexOf(id)
    if (stayed.has(id) && at !== -1) continue
    if (at !== -1 && !base.some((block) => block.id === id)) continue
    if (at !== -1) order.splice(at, 1)
    insertInOrder(order, id, myOrder)
  }
  return order
}

/** A section has one opening: where both wrote one of their own, both texts come back. */
function withOneLead(
  merged: readonly Block[],
  conflicts: readonly MergeConflict[],
  was: Map<Id, Block>,
  standing: Map<Id, Block>,
): Merge {
  const leads = merged.filter((block) => block.kind === 'lead')
  const theirs = leads.find((lead) => sameBlock(lead, standing.get(lead.id)))
  const mine = leads.find((lead) => lead !== theirs)
  if (!mine || !theirs) return { merged: leadFirst(merged), conflicts }
  // Whether either of them was taken away is settled with this question, not asked a second time.
  const others = conflicts.filter((one) => one.id !== mine.id && (one.id !== theirs.id || one.mine !== null))
  return {
    merged: leadFirst(merged.filter((block) => block !== mine)),
    conflicts: [...others, { id: mine.id, base: was.get(mine.id) ?? null, mine, theirs }],
  }
}
