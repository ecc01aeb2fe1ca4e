/** Numbers that look like chance and are the same each time, from the words they start with. */
export interface Random {
  /** From 0 up to, without, 1. */
  readonly next: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Item>(list: readonly Item[]) => Item
  /** One of several, each as often as its weight says. */
  readonly weighted: <Item>(choices: readonly (readonly [Item, number])[]) => Item
  readonly shuffled: <Item>(list: readonly Item[]) => Item[]
}

/** Chance that starts from words (FNV-1a, then Mulberry32: both are public arithmetic, not secrets). */
export function randomOf(words: string): Random {
  let state = 0x811c9dc5
  for (const letter of words) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <Item>(list: readonly Item[]): Item => found(list[between(0, list.length - 1)])
  const weighted = <Item>(choices: readonly (readonly [Item, number])[]): Item => {
    let left = next() * choices.reduce((total, [, weight]) => total + weight, 0)
    const chosen = choices.find(([, weight]) => {
      left -= weight
      return left < 0
    })
    return found(chosen ?? choices.at(-1))[0]
  }
  const shuffled = <Item>(list: readonly Item[]): Item[] => {
    const bag = [...list]
    return list.map(() => found(bag.splice(between(0, bag.length - 1), 1)[0]))
  }
  return { next, between, chance: (share) => next() < share, pick, weighted, shuffled }
}

function found<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error('Nothing to choose from.')
  return item
}
