import type { Draft } from './draft.ts'
import type { Guide } from './guide.ts'
import { mendRuns, mendShares } from './mend.ts'
import type { Model } from './model.ts'
import { anyOption, fill, force, placeWaiting } from './moves.ts'
import type { Random } from './random.ts'
import type { Table } from './table.ts'
import { change, isBroken, keep, type Trial, trialOf, undo } from './trial.ts'

/** How long a search goes on: its iterations, and the part of its time that is spent. */
export interface Course {
  readonly iterations: number
  /** 0 at first, 1 and above at the end. */
  readonly spent: () => number
  /** Called every 256 iterations with the trial. */
  readonly onLook: (iteration: number, trial: Trial) => void
}

/** Temperatures at the start and end, in parts of the guide's scale. */
const heats = { first: 1.2, last: 0.02 } as const

/**
 * Annealing over ejection chains and ruin-and-recreate (Schrimpf and others 2000; Yagiura, Ibaraki and Glover 2004),
 * steered by the reduced costs of the guide. It starts from a draft that keeps everything.
 */
export function search(
  draft: Draft,
  guide: Guide,
  random: Random,
  course: Course,
): { best: Int32Array; cost: number; iterations: number } {
  const { model } = draft
  const trial = trialOf(draft)
  const table: Table = { trial, guide, random, waiting: [] }
  const free: number[] = []
  for (let item = 0; item < model.packages; item += 1) {
    if (guide.worth[item]! > 0) free.push(item)
  }
  let iteration = 0
  let heat = guide.scale * heats.first
  const drop = Math.log(heats.last / heats.first)
  const isBound = model.areaBound.includes(1)
  const isTight = draft.unmetCount === 0 && !isBound
  const toll = tollOf(model, guide.prices.price)
  while (free.length > 0 && iteration < course.iterations) {
    if ((iteration & 255) === 0) {
      const part = Math.max(course.spent(), iteration / course.iterations)
      if (part >= 1) break
      heat = guide.scale * heats.first * Math.exp(drop * part)
      course.onLook(iteration, trial)
    }
    iteration += 1
    const before = draft.cost + toll.price * draft.overload
    if (isTight) takeToll(draft, toll, random)
    const seed = seedOf(table, free)
    if (random.unit() < 0.75) {
      if (!force(table, seed, anyOption(table, seed))) table.waiting.push(seed)
    } else ruin(table, seed)
    placeWaiting(table, 2, heat)
    if (isBound) {
      mendRuns(table)
      placeWaiting(table, 0, heat)
    }
    fill(table, model.area[seed]!, heat)
    if (isBound && isBroken(trial)) {
      mendShares(table)
      placeWaiting(table, 0, heat)
    }
    draft.leeway = 0
    const delta = draft.cost + toll.price * draft.overload - before
    if ((delta <= 0 || delta < -heat * Math.log(1 - random.unit())) && !(isBound && isBroken(trial))) keep(trial)
    else undo(trial)
  }
  return { best: trial.best, cost: trial.bestCost, iterations: iteration }
}

/** A package to begin with: an unmet one half of the time. */
function seedOf(table: Table, free: readonly number[]): number {
  const { random, guide } = table
  const { draft } = table.trial
  if (draft.unmetCount > 0 && random.unit() < 0.5) {
    const item = draft.unmet[random.below(draft.unmetCount)]!
    if (guide.worth[item]! > 0) return item
  }
  return free[random.below(free.length)]!
}

/** Takes back some packages around one: those of a provider that it could have, and a few of those beside them. */
function ruin(table: Table, seed: number): void {
  const { trial, random, waiting } = table
  const { draft } = trial
  const { model } = draft
  const pair = model.pair[anyOption(table, seed)]!
  const many = 2 + random.below(6)
  const takeFrom = (from: number, part: number) => {
    for (let item = draft.head[from]!; item >= 0 && waiting.length < many; ) {
      const after = draft.next[item]!
      if (random.unit() < part) {
        change(trial, item, -1)
        waiting.push(item)
      }
      item = after
    }
  }
  takeFrom(pair, 0.5)
  if (draft.chosen[seed]! >= 0) takeFrom(model.pair[draft.chosen[seed]!]!, 0.4)
  if (draft.chosen[seed]! >= 0) {
    change(trial, seed, -1)
    waiting.push(seed)
  }
}

/** What overloading costs a search, and how often it was overloaded lately. */
interface Toll {
  /** Pence for a minute over. */
  price: number
  /** Minutes of a use, on average. */
  readonly use: number
  trials: number
  over: number
}

function tollOf(model: Model, price: Float64Array): Toll {
  const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
  return { price: Math.max(0.01, mean(price)), use: mean(model.useMinutes), trials: 0, over: 0 }
}

/**
 * Where all is placed and rows are tight, as in the classical problem, exchanges seldom fit exactly: rows may be a
 * little overloaded on the way, at a price that keeps it so half of the time (strategic oscillation, Glover).
 */
function takeToll(draft: Draft, toll: Toll, random: Random): void {
  draft.leeway = random.unit() < 0.9 ? 0.3 * toll.use * random.unit() : 0
  toll.trials += 1
  if (draft.overload > 1e-6) toll.over += 1
  if (toll.trials < 1000) return
  if (toll.over > 700) toll.price *= 1.15
  if (toll.over < 300) toll.price /= 1.15
  toll.trials = 0
  toll.over = 0
}
