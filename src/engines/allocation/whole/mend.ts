import type { Random } from '../random.ts'
import { upTo } from './dual.ts'
import { effort } from './meter.ts'
import { regroup } from './regroup.ts'
import { overloaded } from './sharing.ts'
import type { Work } from './work.ts'

/** Branches of one regrouping; regroupings that make room; and those in vain after which a plan counts as polished. */
const limits = { branches: 3000, mending: 60, idle: 400 } as const

/** Makes room where agents are overloaded, by regrouping them with others; returns whether all have room. */
export function mend(work: Work): boolean {
  const { sharing, random, whole, meter } = work
  for (let turn = 0; turn < limits.mending && !meter.isOver(); turn += 1) {
    const agent = overloaded(sharing, random.below(whole.agents))
    if (agent < 0) return true
    const group = pick(whole.agents, sizeOf(work), random)
    if (!group.includes(agent)) group[0] = agent
    const top = (work.least < Infinity ? work.least : Math.max(work.bound, sharing.cost)) + work.reach
    take(work, group, top - sharing.cost)
  }
  return overloaded(sharing, 0) < 0
}

/** Regroups agents, drawn by chance, until that has made nothing cheaper for a while. */
export function polish(work: Work): void {
  for (let idle = 0; idle < limits.idle && !work.meter.isOver(); idle += 1) {
    if (take(work, pick(work.whole.agents, sizeOf(work), work.random), -1)) idle = 0
  }
}

/** Some of the agents, drawn evenly. */
export function pick(agents: number, many: number, random: Random): Int32Array {
  const from = upTo(agents)
  for (let at = 0; at < many; at += 1) {
    const other = at + random.below(agents - at)
    const one = from[at]!
    from[at] = from[other]!
    from[other] = one
  }
  return from.slice(0, many)
}

/** One regrouping; how many agents the next has follows from whether it was cut short. */
function take(work: Work, group: Int32Array, more: number): boolean {
  const isTaken = regroup(work.room, group, more, limits.branches)
  work.meter.done += effort.regroup
  work.size = work.room.isCut ? Math.max(2, work.size - 0.05) : Math.min(work.whole.agents, work.size + 0.01)
  return isTaken
}

const sizeOf = ({ size, random, whole }: Work): number => Math.min(whole.agents, Math.floor(size + random.unit()))
