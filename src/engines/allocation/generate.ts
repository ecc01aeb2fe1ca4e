import { layAreas } from './generate-areas.ts'
import { makePackages } from './generate-packages.ts'
import { makeProviders, roomFor } from './generate-providers.ts'
import { seeded } from './generate-random.ts'
import { settle } from './generate-settled.ts'
import type { Problem } from './problem.ts'

/** What an invented problem is like. */
export interface Invention {
  readonly packages: number
  readonly providers: number
  /** All minutes that are wanted ÷ all minutes that providers have room for. */
  readonly tightness: number
  readonly seed: number
}

/** Pence for an hour that is left unmet, times the priority: more than twice what an hour costs. */
const unmetPencePerHour = 6000

/**
 * Invents a waiting list as a partnership has it: packages in localities with minutes in four bands of the day,
 * providers that work in some localities beside each other, ranks by lot, prices by rank and distance, and every constraint.
 * The same settings give the same problem on every machine: only sums, products and square roots of small numbers.
 */
export function generate({ packages: many, providers: count, tightness, seed }: Invention): Problem {
  const random = seeded(seed)
  const areas = layAreas(random, Math.max(1, Math.round(count * 0.3)))
  const firms = makeProviders(random, areas, count)
  const packages = makePackages(random, areas, firms, many)
  const providers = roomFor(random, areas, firms, packages, tightness)
  const fewest = Math.min(...areas.map(({ near }) => firms.filter(({ works }) => works.has(near[0] ?? 0)).length))
  const share = Math.max(0.25 + Math.floor(random() * 16) / 100, Math.ceil(200 / Math.max(1, fewest)) / 100)
  return {
    unmetPencePerHour,
    packages: settle(random, packages, providers),
    providers,
    maxShare: share < 1 ? share : null,
  }
}
