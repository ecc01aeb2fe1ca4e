import { type UnmetCount, type UnmetWeek, unmetCountedOn, unmetCounts, unmetWeeks } from '../../../brokerage/index.ts'
import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { hideBelow } from '../../../core/settings/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { RowsBehind } from '../../../evidence/index.ts'
import { type Area, hierarchiesOf, type Parent } from '../../../places/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import { market } from '../../schema.ts'
import { linksOf, toldUnmet, type UnmetLink } from '../told-unmet.ts'
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

/** Counts as they are kept, small numbers and all. */
export interface PackedUnmet {
  readonly counts: readonly UnmetCount[]
  readonly weeks: readonly UnmetWeek[]
  readonly countedOn: IsoDate | null
  readonly limit: number
}

/** What to select for them, in a query that reads other things as well. */
export const packedUnmet = (partnershipId: Id, service?: string) =>
  [
    unmetCounts(partnershipId, { service }).as('counts'),
    unmetWeeks(partnershipId).as('weeks'),
    unmetCountedOn(partnershipId).as('countedOn'),
    hideBelow(partnershipId).as('limit'),
  ] as const

/** Who waited in every month and on every Monday, as it may be told, given the areas and the kinds of service. */
export function unmetToldOf(
  { areaCode, title, demonstration }: Partnership,
  { counts, weeks, countedOn, limit }: PackedUnmet,
  areas: readonly (Area & { readonly parents: readonly Parent[] })[],
  types: readonly Named[],
): UnmetTold {
  const links = areas.flatMap(({ code, name, parents }) =>
    parents.map(({ hierarchy, code: parent }): UnmetLink => ({ hierarchy, parent, code, name })),
  )
  const whole = { code: areaCode, name: title }
  const months = toldUnmet({ counts, whole, links, types, limit, countedOn, demonstration })
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
    links: linksOf(await hierarchiesOf(db, partnership.id)),
    types: await serviceTypes(db),
    demonstration: partnership.demonstration,
  })
  const month = unmetMonths(months)(key.area, key.service).find(({ people }) => people.month === key.month)
  return month && { figure: month.people, behind: behindUnmet(month) }
}
