import { between, type Random } from './generate-random.ts'
import type { Option, PackageToPlace, ProviderWithRoom } from './problem.ts'

/** How often a package is given already, of those is locked, waits for its person, or has a provider refused. */
const often = { current: 0.08, locked: 0.6, waits: 0.01, refused: 0.04 } as const

/** Lets some packages be with a provider already, where there is room for all of those, and some refuse a provider. */
export function settle(
  random: Random,
  packages: readonly PackageToPlace[],
  providers: readonly ProviderWithRoom[],
): PackageToPlace[] {
  const left = providers.map(({ capacity, capMinutes }) => ({
    cap: capMinutes ?? Number.MAX_SAFE_INTEGER,
    bands: new Map(capacity.map(({ area, band, minutes }) => [`${area} ${band}`, minutes])),
  }))
  const takes = ({ area, minutes }: PackageToPlace, { provider }: Option): boolean => {
    const room = left[provider]
    const all = minutes.reduce((sum, one) => sum + one, 0)
    if (!room || room.cap < all) return false
    if (minutes.some((one, band) => one > (room.bands.get(`${area} ${band}`) ?? 0))) return false
    room.cap -= all
    for (const [band, one] of minutes.entries())
      if (one > 0) room.bands.set(`${area} ${band}`, (room.bands.get(`${area} ${band}`) ?? 0) - one)
    return true
  }
  return packages.map((one) => {
    const dice = random()
    if (dice < often.waits) return { ...one, locked: true }
    const any = one.options[between(random, 0, one.options.length - 1)]
    if (!any) return one
    const isRefused = random() < often.refused
    if (dice < often.waits + often.current && takes(one, any))
      return { ...one, current: any.provider, locked: random() < often.locked }
    return isRefused ? { ...one, forbidden: [any.provider] } : one
  })
}
