import type { IsoDate } from '../../core/values/index.ts'
import { hiddenInSparse } from '../../evidence/index.ts'
import type { Origin } from '../care-package.ts'
import type { UnmetWeek } from './kept-count.ts'

/** How many waited for a service on a Monday, all together or of one kind, as anyone may be told of them. */
export interface ToldWeekCount {
  readonly week: IsoDate
  readonly service: string
  /** null: wherever they wait. */
  readonly origin: Origin | null
  /** Whether they have none or a part of their care; null: both. */
  readonly met: 'none' | 'part' | null
  /** null where they are hidden. */
  readonly people: number | null
  /** Carers' minutes a week. */
  readonly minutes: number | null
}

const origins = [null, 'hospital', 'community'] as const
const mets = [null, 'none', 'part'] as const

/** The counts of Mondays as they may be told, each with all the ways in which it is cut. */
export function toldWeekCounts(weeks: readonly UnmetWeek[], limit: number): ToldWeekCount[] {
  return [...Map.groupBy(weeks, ([week, service]) => `${week} ${service}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const [week, service] = first
    const cells = origins.flatMap((origin) => mets.map((met) => ({ origin, met, ...sumOf(own, origin, met) })))
    const idOf = (origin: string | null, met: string | null) => `${origin} ${met}`
    const sums = [
      ...mets.map((met) => ({ total: idOf(null, met), parts: origins.slice(1).map((origin) => idOf(origin, met)) })),
      ...origins.map((origin) => ({ total: idOf(origin, null), parts: mets.slice(1).map((met) => idOf(origin, met)) })),
    ]
    const values = new Map(cells.map(({ origin, met, people }) => [idOf(origin, met), people]))
    const hidden = hiddenInSparse(values, sums, limit)
    return cells.map(({ origin, met, people, minutes }) => {
      const told = people > 0 && !hidden.has(idOf(origin, met))
      return { week, service, origin, met, people: told ? people : null, minutes: told ? minutes : null }
    })
  })
}

function sumOf(weeks: readonly UnmetWeek[], origin: string | null, met: string | null) {
  const own = weeks.filter((week) => (origin === null || week[2] === origin) && (met === null || week[3] === met))
  return own.reduce((sum, week) => ({ people: sum.people + week[4], minutes: sum.minutes + week[5] }), {
    people: 0,
    minutes: 0,
  })
}
