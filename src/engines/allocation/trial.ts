import { breachOf, type Draft, place, takeBack } from './draft.ts'

/** A draft under trial moves: what was changed can be taken back, and the best that kept everything is remembered. */
export interface Trial {
  readonly draft: Draft
  /** What the running trial changed, in order: packages and the options they had. */
  readonly items: number[]
  readonly before: number[]
  /** n: options of the best plan that keeps everything; its pence. */
  readonly best: Int32Array
  bestCost: number
  /** Packages changed since the best. */
  readonly changed: number[]
  readonly isChanged: Uint8Array
  /** A: areas that a check has seen already. */
  readonly isSeen: Uint8Array
}

/** A trial that starts from a draft that keeps everything. */
export function trialOf(draft: Draft): Trial {
  return {
    draft,
    items: [],
    before: [],
    best: draft.chosen.slice(),
    bestCost: draft.cost,
    changed: [],
    isChanged: new Uint8Array(draft.model.packages),
    isSeen: new Uint8Array(draft.model.areas),
  }
}

/** Places a package by an option, or takes it back with −1, and notes what was. */
export function change(trial: Trial, item: number, option: number): void {
  const { draft } = trial
  const now = draft.chosen[item]!
  trial.items.push(item)
  trial.before.push(now)
  if (now >= 0) takeBack(draft, item)
  if (option >= 0) place(draft, item, option)
}

/** Whether a run or share is broken in an area that the running trial touched. */
export function isBroken(trial: Trial): boolean {
  const { draft, items, isSeen } = trial
  let broken = false
  for (const item of items) {
    const area = draft.model.area[item]!
    if (broken || isSeen[area] === 1) continue
    isSeen[area] = 1
    broken = breachOf(draft, area) > 0
  }
  for (const item of items) isSeen[draft.model.area[item]!] = 0
  return broken
}

/** Keeps the changes, which break nothing; they are the best when they cost less than all before. */
export function keep(trial: Trial): void {
  const { draft, changed, isChanged } = trial
  for (const item of trial.items) {
    if (isChanged[item] === 1) continue
    isChanged[item] = 1
    changed.push(item)
  }
  trial.items.length = 0
  trial.before.length = 0
  if (draft.overload > 1e-6 || draft.cost >= trial.bestCost - 1e-6) return
  for (const item of changed) {
    trial.best[item] = draft.chosen[item]!
    isChanged[item] = 0
  }
  changed.length = 0
  trial.bestCost = draft.cost
}

/** Takes the changes back. */
export function undo(trial: Trial): void {
  const { draft, items, before } = trial
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]!
    if (draft.chosen[item]! >= 0) takeBack(draft, item)
    if (before[at]! >= 0) place(draft, item, before[at]!)
  }
  items.length = 0
  before.length = 0
}
