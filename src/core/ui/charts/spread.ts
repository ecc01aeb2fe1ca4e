/**
 * Moves things of the given heights apart along a line so that none meet, each as near its wish as the order allows.
 * Wishes and results are middles, in the same order as given; all lie between `from` and `to` where there is room.
 */
export function spread(
  items: readonly { readonly at: number; readonly height: number }[],
  from: number,
  to: number,
): number[] {
  const order = items.map((item, index) => ({ ...item, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  let floor = from
  const middles = order.map(({ at, height }) => {
    const middle = Math.max(at, floor + height / 2)
    floor = middle + height / 2
    return middle
  })
  let ceiling = to
  for (let i = order.length - 1; i >= 0; i--) {
    const half = (order[i]?.height ?? 0) / 2
    middles[i] = Math.min(middles[i] ?? 0, ceiling - half)
    ceiling = (middles[i] ?? 0) - half
  }
  const result = new Array<number>(items.length).fill(0)
  order.forEach(({ index }, i) => {
    result[index] = middles[i] ?? 0
  })
  return result
}
