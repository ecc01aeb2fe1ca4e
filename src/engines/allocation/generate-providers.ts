import type { Area } from './generate-areas.ts'
import { between, type Random } from './generate-random.ts'
import type { PackageToPlace, ProviderWithRoom } from './problem.ts'

/** A provider before it is known how much room it has. */
export interface Firm {
  readonly home: number
  readonly works: ReadonlySet<number>
  readonly skills: readonly boolean[]
  /** Pence an hour. */
  readonly rate: number
  /** Places in the two lots; some share one. */
  readonly ranks: { readonly general: number; readonly special: number }
  /** How large it is against others. */
  readonly size: number
}

/** How many providers can do what some packages need. */
const skilled = [0.7, 0.4, 0.3] as const

/** Room in the four bands of the day against what is wanted there: evenings are scarce. */
const bandRoom = [1, 1.1, 1, 0.9] as const

/** Invents providers: one has its home in each area before a second has; cheaper ones mostly rank better. */
export function makeProviders(random: Random, areas: readonly Area[], count: number): Firm[] {
  const made = Array.from({ length: count }, (_, at) => {
    const home = at % areas.length
    const works = new Set(areas[home]?.near.slice(0, between(random, 1, 3)))
    const skills = skilled.map((often) => random() < often)
    const rate = between(random, 1950, 2550)
    const size = 0.3 + 3 * random() * random()
    return { home, works, skills, rate, size, score: rate + between(random, 0, 500) }
  })
  const order = made.map((_, at) => at).sort((a, b) => (made[a]?.score ?? 0) - (made[b]?.score ?? 0) || a - b)
  const place = new Map(order.map((at, rank) => [at, rank]))
  return made.map((firm, at) => {
    const rank = place.get(at) ?? 0
    // The special lot is ranked in tiers, so that several stand level.
    return { ...firm, ranks: { general: rank + 1, special: 1 + Math.floor(rank / 3) } }
  })
}

/** Gives providers room in the areas where they work, all together as much as the tightness says, and their limits. */
export function roomFor(
  random: Random,
  areas: readonly Area[],
  firms: readonly Firm[],
  packages: readonly PackageToPlace[],
  tightness: number,
): ProviderWithRoom[] {
  const wanted = areas.map(() => bandRoom.map(() => 0))
  for (const { area, minutes } of packages)
    for (const [band, one] of minutes.entries()) (wanted[area] as number[])[band] = (wanted[area]?.[band] ?? 0) + one
  const parts = firms.map(({ home, works, size }) =>
    [...works].map((area) => ({ area, part: size * (area === home ? 2 : 1) * (0.7 + 0.6 * random()) })),
  )
  const inArea = areas.map(() => 0)
  for (const { area, part } of parts.flat()) inArea[area] = (inArea[area] ?? 0) + part
  const raw = parts.map((ones) =>
    ones.flatMap(({ area, part }) =>
      bandRoom.map((room, band) => {
        const minutes = (wanted[area]?.[band] ?? 0) * room * (part / (inArea[area] ?? 1)) * (0.8 + 0.4 * random())
        return { area, band, minutes }
      }),
    ),
  )
  const all = raw.flat().reduce((sum, { minutes }) => sum + minutes, 0)
  const needed = wanted.flat().reduce((sum, one) => sum + one, 0)
  const scale = all > 0 ? needed / tightness / all : 0
  return firms.map(({ home }, at) => {
    const capacity = (raw[at] ?? [])
      .map((one) => ({ ...one, minutes: Math.round(one.minutes * scale) }))
      .filter(({ minutes }) => minutes > 0)
    const total = capacity.reduce((sum, { minutes }) => sum + minutes, 0)
    const capMinutes = random() < 0.35 ? Math.round(total * (0.85 + 0.15 * random())) : null
    const [book, minRun]: { area: number; minutes: number }[][] = [[], []]
    for (const { area, part } of parts[at] ?? []) {
      const given = (wanted[area] ?? []).reduce((sum, one) => sum + one, 0) * (part / (inArea[area] ?? 1))
      const isNew = area !== home && random() < 0.15
      if (!isNew) book?.push({ area, minutes: Math.round(given * (0.8 + 1.6 * random())) })
      if (isNew || random() < 0.2) minRun?.push({ area, minutes: 60 * between(random, 4, 10) })
    }
    return { id: `provider-${at + 1}`, capacity, capMinutes, minRun: minRun ?? [], book: book ?? [] }
  })
}
