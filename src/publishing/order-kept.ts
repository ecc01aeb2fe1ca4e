import type { Id } from '../core/values/index.ts'

/** Of what stands in both lists, the most that kept its order among itself; the others were moved. */
export function orderKept(before: readonly Id[], after: readonly Id[]): Set<Id> {
  const place = new Map(before.map((id, at) => [id, at]))
  const common = after.filter((id) => place.has(id))
  const places = common.map((id) => place.get(id) ?? 0)
  // The longest rising run of places; sections are short, so every pair is looked at.
  const runs: { length: number; from: number }[] = []
  for (const own of places) {
    let best = { length: 1, from: -1 }
    for (const [earlier, run] of runs.entries()) {
      if ((places[earlier] ?? 0) < own && run.length >= best.length) best = { length: run.length + 1, from: earlier }
    }
    runs.push(best)
  }
  const kept = new Set<Id>()
  let at = runs.reduce((best, run, index) => (run.length > (runs[best]?.length ?? 0) ? index : best), 0)
  for (let id = common[at]; id !== undefined; id = common[at]) {
    kept.add(id)
    at = runs[at]?.from ?? -1
  }
  return kept
}

/** Puts an item right behind the nearest one before it in `order` that is there already, else in front. */
export function insertInOrder(list: Id[], id: Id, order: readonly Id[]): void {
  const earlier = order.slice(0, order.indexOf(id)).findLast((one) => list.includes(one))
  list.splice(earlier === undefined ? 0 : list.indexOf(earlier) + 1, 0, id)
}
