import type { Problem } from '../problem.ts'
import type { Objection } from './objection.ts'
import type { Tally } from './tally.ts'

/** Minutes by which a share may be over, for what binary fractions lose. */
const hair = 1e-7

/** The limits of one provider in one area, looked up once. */
export interface Limits {
  readonly capacity: readonly ReadonlyMap<string, number>[]
  readonly runs: readonly ReadonlyMap<number, number>[]
  readonly books: readonly ReadonlyMap<number, number>[]
}

/** Looks up capacity, runs and books by area and band. */
export function limitsOf({ providers }: Problem): Limits {
  const byArea = (rows: readonly { area: number; minutes: number }[]) =>
    new Map(rows.map(({ area, minutes }) => [area, minutes]))
  return {
    capacity: providers.map(
      ({ capacity }) => new Map(capacity.map(({ area, band, minutes }) => [`${area} ${band}`, minutes])),
    ),
    runs: providers.map(({ minRun }) => byArea(minRun)),
    books: providers.map(({ book }) => byArea(book)),
  }
}

/** What one provider breaks in one area. A pair whose planned minutes are all locked owes neither run nor share. */
export function brokenIn(
  problem: Problem,
  limits: Limits,
  tally: Tally,
  { provider, area }: { provider: number; area: number },
): Objection[] {
  const given = tally.given[provider]?.get(area)
  if (!given) return []
  const who = `Provider ${problem.providers[provider]?.id ?? provider} in area ${area}`
  const found: Objection[] = []
  for (const [band, minutes] of given.bands.entries()) {
    const room = limits.capacity[provider]?.get(`${area} ${band}`) ?? 0
    if ((minutes ?? 0) > room)
      found.push({
        broken: 'capacity',
        says: `${who}, band ${band}: ${minutes} minutes are planned and ${room} are free.`,
      })
  }
  if (given.unlocked <= 0) return found
  const kept = (limits.books[provider]?.get(area) ?? 0) + given.all
  const run = limits.runs[provider]?.get(area) ?? 0
  if (kept < run)
    found.push({ broken: 'run', says: `${who}: ${kept} minutes are fewer than its smallest run of ${run}.` })
  const all = tally.areas.get(area) ?? 0
  if (problem.maxShare !== null && kept > problem.maxShare * all + hair)
    found.push({
      broken: 'share',
      says: `${who}: ${kept} of ${all} minutes are more than the share ${problem.maxShare}.`,
    })
  return found
}

/** What a provider plans over its contract cap. */
export function overCap(problem: Problem, tally: Tally, provider: number): Objection[] {
  const { id = '', capMinutes = null } = problem.providers[provider] ?? {}
  const total = tally.totals[provider] ?? 0
  if (capMinutes === null || total <= capMinutes) return []
  return [{ broken: 'cap', says: `Provider ${id}: ${total} minutes are planned and its cap is ${capMinutes}.` }]
}
