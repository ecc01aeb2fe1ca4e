import type { UnmetWeek } from '../../brokerage/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { hiddenInSparse } from '../../evidence/index.ts'
import { hoursOf } from './unmet-figure.ts'
import type { Named } from './volume.ts'

/** How many waited on a Monday, all together or of one kind; null where they are hidden. */
export interface ToldWeek {
  readonly week: IsoDate
  readonly service: Named
  /** null: wherever they wait. */
  readonly origin: 'hospital' | 'community' | null
  /** Whether they have none or a part of their care; null: both. */
  readonly met: 'none' | 'part' | null
  readonly people: number | null
  /** Hours a week that they wait for. */
  readonly hours: number | null
}

const origins = [null, 'hospital', 'community'] as const
const mets = [null, 'none', 'part'] as const

/** The counts of Mondays as they may be told, each with all the ways in which it is cut. */
export function toldWeeks(weeks: readonly UnmetWeek[], types: readonly Named[], limit: number): ToldWeek[] {
  return [...Map.groupBy(weeks, ([week, service]) => `${week} ${service}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const service = { key: first[1], name: types.find(({ key }) => key === first[1])?.name ?? first[1] }
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
      return {
        week: first[0],
        service,
        origin,
        met,
        people: told ? people : null,
        hours: told ? hoursOf(minutes) : null,
      }
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
