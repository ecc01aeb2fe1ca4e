/** How many may listen at once. */
export interface LiveBounds {
  readonly inAll: number
  readonly perAddress: number
}

/** Counts who listens. Taking a place gives the way to leave it, or nothing when all are taken. */
export function livePlaces({ inAll, perAddress }: LiveBounds): (address: string) => (() => void) | undefined {
  const taken = new Map<string, number>()
  let all = 0
  return (address) => {
    const own = taken.get(address) ?? 0
    if (all >= inAll || own >= perAddress) return undefined
    all += 1
    taken.set(address, own + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      all -= 1
      const rest = (taken.get(address) ?? 1) - 1
      if (rest > 0) taken.set(address, rest)
      else taken.delete(address)
    }
  }
}
