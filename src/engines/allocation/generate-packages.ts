import type { Area } from './generate-areas.ts'
import type { Firm } from './generate-providers.ts'
import { between, drawn, type Random } from './generate-random.ts'
import type { Option, PackageToPlace } from './problem.ts'

/** Bands of the day: how often one has visits, on how many days, for how long (minutes). */
const bands = [
  { often: 0.85, days: [7, 7, 7, 5], long: [30, 30, 45, 60] },
  { often: 0.5, days: [7, 7, 5, 3], long: [30, 30, 45] },
  { often: 0.55, days: [7, 7, 5], long: [30, 30, 45] },
  { often: 0.6, days: [7], long: [15, 30, 30] },
] as const

/** How often a package needs what only some providers can do. */
const needs = [0.25, 0.08, 0.05] as const

/** Of a hundred packages, how many have priority 1, 2, 3, 4 and 5. */
const priorities = [10, 25, 35, 20, 10] as const

/** Pence for each kilometre to a visit. */
const pencePerKilometre = 12

/** Invents packages with those who may take them: who works there, has the skills, and is not refused by the person. */
export function makePackages(
  random: Random,
  areas: readonly Area[],
  firms: readonly Firm[],
  many: number,
): PackageToPlace[] {
  const weights = areas.map(({ weight }) => weight)
  const there = areas.map((_, area) => firms.map((_, at) => at).filter((at) => firms[at]?.works.has(area)))
  return Array.from({ length: many }, (_, at) => {
    const area = drawn(random, weights)
    const needed = needs.map((often) => random() < often)
    const carers = random() < 0.15 ? 2 : 1
    const { minutes, visits } = week(random)
    const wants = needed.map((need, skill) => (need ? skill : -1)).filter((skill) => skill >= 0)
    const here = there[area] ?? []
    const able = here.filter((provider) => wants.every((skill) => firms[provider]?.skills[skill]))
    const special = wants.length > 0 && able.length > 0
    const willing = (able.length > 0 ? able : here).filter(() => random() < 0.85)
    const hours = (minutes.reduce((sum, one) => sum + one, 0) * carers) / 60
    const options: Option[] = willing.map((provider) => {
      const { home, rate, ranks } = firms[provider] as Firm
      const away = (areas[home]?.distance[area] ?? 0) * (0.5 + random())
      const travel = visits * carers * pencePerKilometre * (1 + away)
      const cost = Math.round(hours * (rate + (special ? 150 : 0)) + travel)
      return { provider, cost, rank: special ? ranks.special : ranks.general }
    })
    const priority = 1 + drawn(random, priorities)
    const carersMinutes = minutes.map((one) => one * carers)
    const id = `package-${at + 1}`
    return { id, area, minutes: carersMinutes, priority, options, current: null, locked: false, forbidden: [] }
  })
}

/** Visits of a week: at least one band of the day has some. */
function week(random: Random): { minutes: number[]; visits: number } {
  for (;;) {
    let visits = 0
    const minutes = bands.map(({ often, days, long }) => {
      if (random() >= often) return 0
      const count = days[between(random, 0, days.length - 1)] ?? 7
      visits += count
      return count * (long[between(random, 0, long.length - 1)] ?? 30)
    })
    if (visits > 0) return { minutes, visits }
  }
}
