import {
  type ToldCount,
  type ToldWeekCount,
  unmetCountedOn,
  unmetTold,
  unmetWeeksTold,
} from '../../../brokerage/index.ts'
import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { hideBelow } from '../../../core/settings/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { RowsBehind } from '../../../evidence/index.ts'
import { type Area, hierarchiesOf } from '../../../places/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import { market } from '../../schema.ts'
import { namesIn } from '../names-in.ts'
import { toldUnmet } from '../told-unmet.ts'
import { type ToldWeek, toldWeeks } from '../told-weeks.ts'
import { parseUnmetFigureId, type UnmetFigure } from '../unmet-figure.ts'
import { unmetMonths } from '../unmet-month.ts'
import { behindUnmet } from '../unmet-rows.ts'
import type { Named } from '../volume.ts'

/** Everything that is told of unmet need. */
export interface UnmetTold {
  readonly months: readonly UnmetFigure[]
  readonly weeks: readonly ToldWeek[]
  /** The day up to which was counted; null before it ever was. */
  readonly countedOn: IsoDate | null
}

/** Counts as anyone may be told of them, without names. */
export interface PackedUnmet {
  readonly counts: readonly ToldCount[]
  readonly weeks: readonly ToldWeekCount[]
  readonly countedOn: IsoDate | null
  readonly limit: number
}

/** What to select for them, in a query that reads other things as well. */
export const packedUnmet = (partnershipId: Id, service?: string) =>
  [
    unmetTold(partnershipId, { service }).as('counts'),
    unmetWeeksTold(partnershipId).as('weeks'),
    unmetCountedOn(partnershipId).as('countedOn'),
    hideBelow(partnershipId).as('limit'),
  ] as const

/** Who waited in every month and on every Monday, as it may be told, given the areas and the kinds of service. */
export function unmetToldOf(
  { areaCode, title, demonstration }: Partnership,
  { counts, weeks, countedOn, limit }: PackedUnmet,
  areas: readonly Area[],
  types: readonly Named[],
): UnmetTold {
  const whole = { code: areaCode, name: title }
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  const months = toldUnmet({ counts, whole, areas: names, types, limit, countedOn, demonstration })
  return { months, weeks: toldWeeks(weeks, types, limit), countedOn }
}

/** The people who waited for a service in an area in a month, by the identifier of the figure, with why and for what; undefined when none did. */
export async function unmetFigureById(
  db: Db,
  partnership: Partnership,
  id: string,
): Promise<{ readonly figure: UnmetFigure; readonly behind: RowsBehind } | undefined> {
  const key = parseUnmetFigureId(id)
  if (!key) return undefined
  const packed = await market(db).selectNoFrom(packedUnmet(partnership.id, key.service)).executeTakeFirstOrThrow()
  const months = toldUnmet({
    ...packed,
    whole: { code: partnership.areaCode, name: partnership.title },
    areas: namesIn(await hierarchiesOf(db, partnership.id)),
    types: await serviceTypes(db),
    demonstration: partnership.demonstration,
  })
  const month = unmetMonths(months)(key.area, key.service).find(({ people }) => people.month === key.month)
  return month && { figure: month.people, behind: behindUnmet(month) }
}
