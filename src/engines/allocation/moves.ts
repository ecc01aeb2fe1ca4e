import { type Draft, hasRoom } from './draft.ts'
import { fillRun, lossOf, pushUnderShare } from './mend.ts'
import { slack } from './model.ts'
import type { Table } from './table.ts'
import { change } from './trial.ts'

/** Most packages that one forced placement pushes out. */
const mostVictims = 8

/** Places a package by an option whatever is there, and pushes out those that lose least for the room they give. */
export function force(table: Table, item: number, option: number): boolean {
  const { trial } = table
  const { draft } = trial
  if (draft.chosen[item]! >= 0) change(trial, item, -1)
  for (let pushed = 0; ; pushed += 1) {
    const row = fullest(draft, option)
    if (row < 0) break
    if (pushed === mostVictims) return false
    const victim = victimIn(table, row, option)
    if (victim < 0) return false
    change(trial, victim, -1)
    table.waiting.push(victim)
  }
  change(trial, item, option)
  if (draft.model.areaBound[draft.model.area[item]!] === 0) return true
  pushUnderShare(table, draft.model.pair[option]!, item)
  return fillRun(table, draft.model.pair[option]!)
}

/** Whether a package would keep the run and share of an option's pair, were it placed so. */
function suits(draft: Draft, item: number, option: number): boolean {
  const { model } = draft
  const pair = model.pair[option]!
  const load = draft.pairLoad[pair]! + model.minutes[item]!
  if (load < model.pairRun[pair]! - slack) return false
  return load <= model.share * (draft.areaLoad[model.area[item]!]! + model.minutes[item]!) + slack
}

/** The row of an option that lacks most, −1 when all have room. */
function fullest(draft: Draft, option: number): number {
  const { useStart, useRow, useMinutes, room } = draft.model
  let worst = -1
  let most = slack + draft.leeway
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    const row = useRow[use]!
    const over = draft.load[row]! + useMinutes[use]! - room[row]!
    if (over > most) {
      most = over
      worst = row
    }
  }
  return worst
}

/** Who leaves a row: the least loss at prices for the minutes given to rows that lack them, shaken a little. */
function victimIn(table: Table, row: number, option: number): number {
  const { draft } = table.trial
  const { model } = draft
  const owner = model.rowOf[row]!
  let best = -1
  let least = Infinity
  const look = (pair: number) => {
    for (let item = draft.head[pair]!; item >= 0; item = draft.next[item]!) {
      const relief = reliefOf(table, item, option)
      if (relief <= 0) continue
      const score =
        ((lossOf(table.guide, draft, item) + 0.3 * table.guide.scale) * (0.4 + table.random.unit())) / relief
      if (score < least) {
        least = score
        best = item
      }
    }
  }
  if (owner >= 0) look(owner)
  else {
    const provider = -1 - owner
    for (let at = model.providerStart[provider]!; at < model.providerStart[provider + 1]!; at += 1) {
      look(model.providerPairs[at]!)
    }
  }
  return best
}

/** Minutes that a package would give, as parts of what the rows of an option lack. */
function reliefOf(table: Table, item: number, option: number): number {
  const { draft } = table.trial
  const { useStart, useRow, useMinutes, room } = draft.model
  const own = draft.chosen[item]!
  let relief = 0
  let seen = useStart[own]!
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    const row = useRow[use]!
    const over = draft.load[row]! + useMinutes[use]! - room[row]!
    if (over <= slack) continue
    // Rows rise along the uses of every option, so one pass over both finds the common ones.
    while (seen < useStart[own + 1]! && useRow[seen]! < row) seen += 1
    if (seen < useStart[own + 1]! && useRow[seen] === row) relief += Math.min(1, useMinutes[seen]! / over)
  }
  return relief
}

/** The option with room that has the least reduced cost, a little shaken; −1 when staying unmet is better. */
export function bestWithRoom(table: Table, item: number, shake: number, notPair: number): number {
  const { trial, guide, random } = table
  const { draft } = trial
  const { model } = draft
  const from = model.optionStart[item]!
  const to = from + guide.worth[item]!
  const bound = model.areaBound[model.area[item]!] === 1
  let best = -1
  let least = Infinity
  for (let at = from; at < to; at += 1) {
    const option = guide.order[at]!
    const reduced = guide.reduced[option]!
    if (reduced >= least) break
    if (model.pair[option] === notPair || model.cost[option]! >= model.unmetCost[item]!) continue
    if (!hasRoom(draft, option) || (bound && !suits(draft, item, option))) continue
    const shaken = reduced + shake * random.unit()
    if (shaken < least) {
      least = shaken
      best = option
    }
  }
  return best
}

/** Places what waits, in an order by priority that is shaken; what finds no room may push others out, `depth` times. */
export function placeWaiting(table: Table, depth: number, shake: number): void {
  const { trial, guide, random, waiting } = table
  let pushes = depth
  while (waiting.length > 0) {
    let pick = 0
    if (waiting.length > 1) {
      let most = -Infinity
      for (let at = 0; at < waiting.length; at += 1) {
        const item = waiting[at]!
        const worth = trial.draft.model.unmetCost[item]! * (0.5 + random.unit())
        if (worth > most) {
          most = worth
          pick = at
        }
      }
    }
    const item = waiting[pick]!
    waiting[pick] = waiting[waiting.length - 1]!
    waiting.pop()
    const option = bestWithRoom(table, item, shake, -1)
    if (option >= 0) change(trial, item, option)
    else if (pushes > 0 && guide.worth[item]! > 0) {
      pushes -= 1
      const forced = anyOption(table, item)
      if (trial.draft.model.cost[forced]! < trial.draft.model.unmetCost[item]!) {
        if (!force(table, item, forced)) continue
      }
    }
  }
}

/** An option of a package, the better ones more often. */
export function anyOption(table: Table, item: number): number {
  const { guide, random, trial } = table
  const dice = random.unit()
  return guide.order[trial.draft.model.optionStart[item]! + Math.floor(guide.worth[item]! * dice * dice)]!
}

/** Places unmet packages of an area where the trial left room. */
export function fill(table: Table, area: number, shake: number): void {
  const { draft } = table.trial
  const { model } = draft
  const list = model.pairs + area
  for (let item = draft.head[list]!; item >= 0; ) {
    const after = draft.next[item]!
    const option = bestWithRoom(table, item, shake, -1)
    if (option >= 0) change(table.trial, item, option)
    item = after
  }
}
