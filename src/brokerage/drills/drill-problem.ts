import type { PackageToPlace, Problem, ProviderWithRoom } from '../../engines/allocation/index.ts'
import type { CareGiven, DrillGround } from './drill-ground.ts'

/** What an hour without care weighs against money, in pence, for each degree of priority. */
const unmetPencePerHour = 6000

/** What moving somebody whose provider goes on weighs, in pence a week: as much as one or two hours of somebody who loses care. */
const movePence = 20_000

/** How much an hour of somebody whose provider goes on weighs: far more than any of those who lose theirs, so that theirs is never given up. */
const othersPriority = 200

/** A problem for the engine, and what its numbers mean. */
export interface DrillProblem {
  readonly problem: Problem
  /** Those of the affected, then those of the others, by their place in the problem. */
  readonly care: readonly CareGiven[]
  /** Cells of declared hours, by their place among the problem's providers. */
  readonly cells: readonly string[]
}

/**
 * How urgent it is that somebody does not go without: higher for the highest level of need, two carers, and leaving hospital.
 */
export function priorityOf({
  level,
  twoCarers,
  inHospital,
}: Pick<CareGiven, 'level' | 'twoCarers' | 'inHospital'>): number {
  const highest = level !== null && level.of > 1 && level.place === 0
  return 2 + (highest ? 2 : 0) + (twoCarers ? 1 : 0) + (inHospital ? 1 : 0)
}

/**
 * The drill as a problem: everyone who loses care, and, where others may move, everyone they could change with. What limits
 * providers are the hours that each declared, cell by cell, so the cells stand for the providers; those who declared
 * nothing are counted on for nothing. Nobody is held to shares or smallest runs in an emergency.
 */
export function drillProblem({ affected, others, cells }: DrillGround): DrillProblem {
  const place = new Map(cells.map(({ key }, at) => [key, at]))
  const dearest = Math.max(1, ...[...affected, ...others].flatMap((care) => hourly(care)))
  const known = (pence: number | null, care: CareGiven) => pence ?? Math.ceil((dearest * minutesOf(care)) / 60)
  const used = new Map<string, number[]>()
  const packages: PackageToPlace[] = affected.map((care, at) => ({
    id: `a${at}`,
    area: 0,
    minutes: care.minutes,
    priority: priorityOf(care),
    options: care.options.flatMap(({ cell, pence, rank }) => {
      const provider = cell === null ? undefined : place.get(cell)
      return provider === undefined ? [] : [{ provider, cost: known(pence, care), rank }]
    }),
    current: null,
    locked: false,
    forbidden: [],
  }))
  // Nobody gives up what has no visits, and nobody can be given it.
  const movable = others.filter((care) => minutesOf(care) > 0 && place.has(ownCell(care) ?? ''))
  for (const [at, care] of movable.entries()) {
    const own = ownCell(care)
    if (own === null) continue
    used.set(own, plus(used.get(own), care.minutes))
    packages.push({
      id: `o${at}`,
      area: 0,
      minutes: care.minutes,
      priority: othersPriority,
      options: care.options.flatMap(({ cell }) => {
        const provider = cell === null ? undefined : place.get(cell)
        if (provider === undefined) return []
        // Neither the order of the framework nor a lower price moves anybody: all but staying weighs the same.
        const stays = cell === own
        return [{ provider, cost: stays ? 0 : movePence, rank: stays ? 1 : 2 }]
      }),
      current: place.get(own) ?? null,
      locked: false,
      forbidden: [],
    })
  }
  const providers = cells.map(({ key, minutes }): ProviderWithRoom => {
    const room = plus(used.get(key), minutes)
    return {
      id: key,
      capacity: room.map((free, band) => ({ area: 0, band, minutes: Math.max(0, free) })),
      capMinutes: null,
      minRun: [],
      book: [],
    }
  })
  return {
    problem: { unmetPencePerHour, packages, providers, maxShare: null },
    care: [...affected, ...movable],
    cells: cells.map(({ key }) => key),
  }
}

/** The hours that somebody's own provider declared, and that their care takes of; null where it declared none. */
export const ownCell = ({ organisationId, options }: CareGiven): string | null =>
  options.find((one) => one.organisationId === organisationId)?.cell ?? null

/** Carers' minutes a week of some care. */
export const minutesOf = ({ minutes }: Pick<CareGiven, 'minutes'>): number => minutes.reduce((sum, one) => sum + one, 0)

const hourly = (care: CareGiven): number[] =>
  care.options.flatMap(({ pence }) => (pence === null || minutesOf(care) === 0 ? [] : [(pence * 60) / minutesOf(care)]))

function plus(a: readonly number[] | undefined, b: readonly number[]): number[] {
  return b.map((minutes, band) => minutes + (a?.[band] ?? 0))
}
