import type { Id } from '../../core/values/index.ts'
import type { PlacedPackage } from '../solving/placing-input.ts'
import { listWords, obstacleWords } from './obstacle-words.ts'
import type { PlanAsked, PlanInput } from './plan-asked.ts'
import type { PlanResult } from './plan-result.ts'

/** A package with whom the plan proposes. */
export interface PlacedRow {
  readonly package: PlacedPackage
  readonly organisationId: Id
  readonly organisation: string
  /** The how many-th in the order of its rule, of how many. */
  readonly place: number
  readonly places: number
  /** Pence a week. */
  readonly cost: number
  /** Its price is not known, and counted at the highest that is. */
  readonly unpriced: boolean
  readonly kept: boolean
  /** Why nobody before it is proposed, one sentence each. */
  readonly passed: readonly string[]
}

/** A package that the plan leaves unmet, and for want of what. */
export interface UnmetRow {
  readonly package: PlacedPackage
  readonly why: readonly string[]
}

/** What a provider would come to in an area. */
export interface RunRow {
  readonly organisation: string
  readonly serviceType: string
  readonly codes: readonly string[]
  readonly packages: number
  /** Minutes a week planned, and given already. */
  readonly minutes: number
  readonly given: number
}

/** A plan as it is read by people. */
export interface PlanReading {
  readonly placed: readonly PlacedRow[]
  readonly unmet: readonly UnmetRow[]
  readonly runs: readonly RunRow[]
}

/** Packages of which a sentence names at most so many. */
const mostNamed = 4

/** Puts a plan into rows and words. */
export function readingOf(input: PlanInput, result: PlanResult, asked: PlanAsked): PlanReading {
  const { problem, packages, rooms, organisations } = input
  const organisationOf = (provider: number) =>
    organisations[rooms[provider]?.organisation ?? -1] ?? { id: '', name: '' }
  const { plan } = result.answer
  const passed = Map.groupBy(result.passed, (one) => one.package)
  const short = new Map(result.short.map((one) => [one.package, one.options]))
  const placed: PlacedRow[] = []
  const unmet: UnmetRow[] = []
  for (const [at, one] of packages.entries()) {
    const toPlace = problem.packages[at]
    const provider = plan[at] ?? null
    const chosen = toPlace?.options.find((option) => option.provider === provider)
    if (!toPlace || provider === null || !chosen) {
      unmet.push({ package: one, why: whyUnmet(input, at, short.get(at) ?? [], asked) })
      continue
    }
    const { id, name } = organisationOf(provider)
    placed.push({
      package: one,
      organisationId: id,
      organisation: name,
      place:
        new Set(toPlace.options.filter(({ rank }) => rank < chosen.rank).map(({ provider: other }) => other)).size + 1,
      places: toPlace.options.length,
      cost: chosen.cost,
      unpriced: one.unpriced.includes(id),
      kept: toPlace.locked,
      passed: (passed.get(at) ?? []).map((way) => {
        const users = way.usedBy.flatMap((other) => packages[other]?.reference ?? [])
        const named =
          users.length > mostNamed
            ? [...users.slice(0, mostNamed - 1), `${users.length - mostNamed + 1} others`]
            : users
        const used = users.length === 0 ? '' : `: its hours go to ${listWords(named)}`
        return `${organisationOf(way.provider).name} ${obstacleWords(problem, way, way.obstacle)}${used}.`
      }),
    })
  }
  return { placed, unmet, runs: runsOf(input, result) }
}

function whyUnmet(
  { packages, rooms, organisations, sentences, problem }: PlanInput,
  at: number,
  options: PlanResult['short'][number]['options'],
  { limits }: PlanAsked,
): string[] {
  const { not = [] } = packages[at] ?? {}
  const nameOf = (provider: number) => organisations[rooms[provider]?.organisation ?? -1]?.name ?? ''
  const undeclared = (provider: number) => rooms[provider]?.declaredFor === null && limits.undeclaredHours === 0
  // Several whom the same keeps from it are told together.
  const groups = Map.groupBy(options, ({ provider, obstacle }) =>
    undeclared(provider) && obstacle?.because === 'no-room'
      ? 'has declared no hours'
      : obstacleWords(problem, { package: at, provider }, obstacle),
  )
  const told = [...groups].map(([words, some]) => {
    const names = some.map(({ provider }) => nameOf(provider))
    return `${listWords(names)} ${some.length === 1 ? words : plural(words)}.`
  })
  if (problem.packages[at]?.options.length === 0 && not.length === 0) {
    return ['No rule says who is asked for this service in this area, or it asks nobody who is there.']
  }
  return [...told, ...not.map(([, sentence]) => sentences[sentence] ?? '')]
}

const plural = (words: string) => words.replace(/^has /, 'have ').replace(/^was /, 'were ')

/** What each provider would come to in each area, the largest first. */
function runsOf({ problem, rooms, areas, organisations }: PlanInput, { answer: { plan } }: PlanResult): RunRow[] {
  const sums = new Map<string, { packages: number; minutes: number; provider: number; area: number }>()
  for (const [at, { area, minutes }] of problem.packages.entries()) {
    const provider = plan[at] ?? null
    if (provider === null) continue
    const key = `${provider} ${area}`
    const found = sums.get(key) ?? { packages: 0, minutes: 0, provider, area }
    found.packages += 1
    found.minutes += minutes.reduce((sum, one) => sum + one, 0)
    sums.set(key, found)
  }
  return [...sums.values()]
    .map(({ provider, area, packages, minutes }) => ({
      organisation: organisations[rooms[provider]?.organisation ?? -1]?.name ?? '',
      serviceType: areas[area]?.serviceType ?? '',
      codes: rooms[provider]?.declaredFor ? [rooms[provider]?.declaredFor ?? ''] : (areas[area]?.codes ?? []),
      packages,
      minutes,
      given: problem.providers[provider]?.book.find((one) => one.area === area)?.minutes ?? 0,
    }))
    .sort((a, b) => b.minutes - a.minutes || (a.organisation < b.organisation ? -1 : 1))
}
