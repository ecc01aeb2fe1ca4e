import { type Draft, hasRoom } from './draft.ts'
import { slack } from './model.ts'

/**
 * Why a package can't be moved alone by an option with everything still kept; null when it can.
 * `leaving` is the run of the provider that it would leave.
 */
export type Hindrance = 'room' | 'cap' | 'run' | 'share' | 'leaving'

/** Whether a package can be moved alone, from where it is or from unmet, with every constraint still kept. */
export function hindranceOf(draft: Draft, item: number, option: number): Hindrance | null {
  const { model } = draft
  const now = draft.chosen[item]!
  const pair = model.pair[option]!
  const minutes = model.minutes[item]!
  if (now >= 0 && model.pair[now] === pair) return null
  if (now < 0 ? !hasRoom(draft, option) : !hasRoomWithout(draft, now, option)) return fullRow(draft, now, option)
  const load = draft.pairLoad[pair]! + minutes
  if (load < model.pairRun[pair]! - slack) return 'run'
  const total = draft.areaLoad[model.area[item]!]! + (now < 0 ? minutes : 0)
  if (model.share !== Infinity && load > model.share * total + slack) return 'share'
  if (now < 0) return null
  const left = model.pair[now]!
  if (draft.pairCount[left] === 1) return null
  return draft.pairLoad[left]! - minutes < model.pairRun[left]! - slack ? 'leaving' : null
}

/** The cap of a provider is shared by its areas, and no other row by two options of a package. */
function hasRoomWithout(draft: Draft, now: number, option: number): boolean {
  const { useStart, useRow, useMinutes, room } = draft.model
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    const row = useRow[use]!
    const freed = usedBy(draft, now, row)
    if (draft.load[row]! - freed + useMinutes[use]! > room[row]! + slack) return false
  }
  return true
}

function usedBy(draft: Draft, option: number, row: number): number {
  const { useStart, useRow, useMinutes } = draft.model
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    if (useRow[use] === row) return useMinutes[use]!
  }
  return 0
}

function fullRow(draft: Draft, now: number, option: number): 'room' | 'cap' {
  const { useStart, useRow, useMinutes, room, rowOf } = draft.model
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    const row = useRow[use]!
    const freed = now < 0 ? 0 : usedBy(draft, now, row)
    if (rowOf[row]! >= 0 && draft.load[row]! - freed + useMinutes[use]! > room[row]! + slack) return 'room'
  }
  return 'cap'
}
