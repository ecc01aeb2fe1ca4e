import type { Random } from './generate-random.ts'

/** A locality on the made-up map. */
export interface Area {
  /** How many packages it has against others. */
  readonly weight: number
  /** All areas from itself outwards. */
  readonly near: readonly number[]
  /** Kilometres to each area. */
  readonly distance: readonly number[]
}

/** Kilometres between neighbours. */
const spacing = 8

/** Lays localities out on a grid that is a little crooked; some have three times the people of others. */
export function layAreas(random: Random, count: number): Area[] {
  const width = Math.ceil(Math.sqrt(count))
  const spots = Array.from({ length: count }, (_, at) => ({
    x: spacing * ((at % width) + random() / 2),
    y: spacing * (Math.floor(at / width) + random() / 2),
    weight: 0.5 + random(),
  }))
  return spots.map(({ x, y, weight }, at) => {
    const distance = spots.map((other) => Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)))
    const near = spots.map((_, other) => other).sort((a, b) => (distance[a] ?? 0) - (distance[b] ?? 0) || a - b)
    return { weight, near: [at, ...near.filter((other) => other !== at)], distance }
  })
}
