import type { Whole } from './whole.ts'

/** Every item with an agent, whether or not agents have room for theirs. */
export interface Sharing {
  readonly whole: Whole
  /** n: agent of each item. */
  readonly agent: Int32Array
  /** m: minutes of its items. */
  readonly load: Int32Array
  /** m × n and m: the items of agent i are member[i × n] up to member[i × n + many[i]]; n: where an item stands there. */
  readonly member: Int32Array
  readonly many: Int32Array
  readonly at: Int32Array
  /** Pence a week. */
  cost: number
}

/** The sharing that agents of items make. */
export function sharingOf(whole: Whole, agent: Int32Array): Sharing {
  const { items, agents } = whole
  const sharing: Sharing = {
    whole,
    agent: new Int32Array(items),
    load: new Int32Array(agents),
    member: new Int32Array(items * agents),
    many: new Int32Array(agents),
    at: new Int32Array(items),
    cost: 0,
  }
  setSharing(sharing, agent)
  return sharing
}

/** Sets a sharing to the agents given. */
export function setSharing(sharing: Sharing, agent: Int32Array): void {
  const { whole } = sharing
  sharing.load.fill(0)
  sharing.many.fill(0)
  sharing.cost = 0
  for (let item = 0; item < whole.items; item += 1) join(sharing, item, agent[item]!)
}

/** Gives an item to another agent. */
export function give(sharing: Sharing, item: number, to: number): void {
  const { whole, load, member, many, at } = sharing
  const from = sharing.agent[item]!
  const cell = item * whole.agents + from
  sharing.cost -= whole.cost[cell]!
  load[from]! -= whole.weight[cell]!
  many[from]! -= 1
  const last = member[from * whole.items + many[from]!]!
  member[from * whole.items + at[item]!] = last
  at[last] = at[item]!
  join(sharing, item, to)
}

/** An agent whose items are too much for its room, the first from one on; −1 for none. */
export function overloaded({ whole, load }: Sharing, from: number): number {
  for (let turn = 0; turn < whole.agents; turn += 1) {
    const agent = (from + turn) % whole.agents
    if (load[agent]! > whole.room[agent]!) return agent
  }
  return -1
}

function join(sharing: Sharing, item: number, to: number): void {
  const { whole, member, many } = sharing
  const cell = item * whole.agents + to
  sharing.cost += whole.cost[cell]!
  sharing.load[to]! += whole.weight[cell]!
  sharing.agent[item] = to
  sharing.at[item] = many[to]!
  member[to * whole.items + many[to]!] = item
  many[to]! += 1
}
