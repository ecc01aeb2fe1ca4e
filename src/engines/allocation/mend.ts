import { type Draft, hasRoom } from './draft.ts'
import type { Guide } from './guide.ts'
import { slack } from './model.ts'
import type { Table } from './table.ts'
import { change } from './trial.ts'

/** Brings packages to a pair until its least run is reached; false when none was found. */
export function fillRun(table: Table, pair: number): boolean {
  const { trial, guide, random } = table
  const { draft } = trial
  const { model } = draft
  const from = guide.pairStart[pair]!
  const many = guide.pairStart[pair + 1]! - from
  for (let pulls = 0; draft.pairLoad[pair]! < model.pairRun[pair]! - slack; pulls += 1) {
    if (pulls === 6) return false
    let best = -1
    let least = Infinity
    for (let look = 0; look < 10; look += 1) {
      const option = guide.pairOptions[from + random.below(many)]!
      const item = model.owner[option]!
      const now = draft.chosen[item]!
      if (now === option || !hasRoom(draft, option)) continue
      const loss = guide.reduced[option]! - (now < 0 ? model.unmetCost[item]! : guide.reduced[now]!)
      if (loss < least) {
        least = loss
        best = option
      }
    }
    if (best < 0) return false
    const item = model.owner[best]!
    const at = table.waiting.indexOf(item)
    if (at >= 0) {
      table.waiting[at] = table.waiting[table.waiting.length - 1]!
      table.waiting.pop()
    }
    change(trial, item, best)
  }
  return true
}

/** Fills up or empties the pairs that the trial left below their run. */
export function mendRuns(table: Table): void {
  const { trial, random } = table
  const { draft } = trial
  const { model } = draft
  for (let at = 0; at < trial.items.length && at < 60; at += 1) {
    const option = trial.before[at]!
    if (option < 0) continue
    const pair = model.pair[option]!
    if (draft.pairCount[pair] === 0 || draft.pairLoad[pair]! >= model.pairRun[pair]! - slack) continue
    if (random.unit() < 0.7 && fillRun(table, pair)) continue
    while (draft.head[pair]! >= 0) {
      table.waiting.push(draft.head[pair]!)
      change(trial, draft.head[pair]!, -1)
    }
  }
}

/** Minutes that a used pair has above its share; 0 or less when the share is kept. */
function overShare(draft: Draft, pair: number): number {
  const { model } = draft
  if (draft.pairCount[pair] === 0) return 0
  return draft.pairLoad[pair]! - model.share * draft.areaLoad[model.pairArea[pair]!]! - slack
}

/** Pushes packages out of a pair, those that lose least for a minute at prices first, until its share is kept; `but` stays. */
export function pushUnderShare(table: Table, pair: number, but: number): void {
  const { trial, guide, random, waiting } = table
  const { draft } = trial
  const { model } = draft
  if (model.share === Infinity) return
  for (let over = overShare(draft, pair); over > 0; over = overShare(draft, pair)) {
    let best = -1
    let least = Infinity
    for (let item = draft.head[pair]!; item >= 0; item = draft.next[item]!) {
      if (item === but) continue
      const loss = (lossOf(guide, draft, item) + 0.3 * guide.scale) * (0.4 + random.unit())
      // Other minutes of the area may be lost with it, so that a share of what goes stays over.
      const score = loss / Math.min(1e-6 + model.minutes[item]!, over / (1 - model.share))
      if (score >= least) continue
      least = score
      best = item
    }
    if (best < 0) return
    change(trial, best, -1)
    waiting.push(best)
  }
}

/** Brings pairs back under their share in the areas that the trial touched. */
export function mendShares(table: Table): void {
  const { trial } = table
  const { draft } = trial
  const { model } = draft
  if (model.share === Infinity) return
  const seen = new Set<number>()
  const touched = trial.items.length
  for (let at = 0; at < touched; at += 1) seen.add(model.area[trial.items[at]!]!)
  for (const area of seen) {
    for (let at = model.areaStart[area]!; at < model.areaStart[area + 1]!; at += 1) {
      pushUnderShare(table, model.areaPairs[at]!, -1)
    }
  }
}

/** Pence that a placed package loses at prices by its best other way. */
export function lossOf(guide: Guide, draft: Draft, item: number): number {
  const now = guide.reduced[draft.chosen[item]!]!
  return Math.max(0, (now <= guide.best[item]! ? guide.second[item]! : guide.best[item]!) - now)
}
