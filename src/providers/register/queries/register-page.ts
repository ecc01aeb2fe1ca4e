import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { type RatingScale, ratingScales, serviceTypes } from '../../queries/taxonomies.ts'
import type { Term } from '../../term.ts'
import { regulatorOf } from '../regulator-of.ts'
import type { Trend } from '../trend.ts'
import { compareRegister, type RegisterComparison } from './compare.ts'
import { filesOf, type RegisterFile } from './files.ts'
import { type StandingSuccession, successionsOf } from './succession.ts'
import { trendOf } from './trend.ts'

/** What the page of the register shows. */
export interface RegisterContent {
  readonly trend: Trend
  /** undefined when fewer than two days are known. */
  readonly comparison: RegisterComparison | undefined
  readonly files: readonly RegisterFile[]
  readonly successions: readonly StandingSuccession[]
  readonly types: readonly Term[]
  readonly scales: readonly RatingScale[]
}

/** Reads the page of the register: what changed between two of its days, by default the last two. */
export async function registerContent(
  db: Db,
  { areaCode, nation }: Pick<Partnership, 'areaCode' | 'nation'>,
  asked: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined },
): Promise<RegisterContent> {
  const trend = await trendOf(db, areaCode, 'service-type')
  const [from, to] = daysCompared(trend.days, asked)
  return {
    trend,
    comparison: from && to ? await compareRegister(db, { area: areaCode, from, to }) : undefined,
    files: await filesOf(db, areaCode),
    successions: await successionsOf(db, regulatorOf(nation), areaCode),
    types: await serviceTypes(db),
    scales: await ratingScales(db),
  }
}

/** The two days that are asked for where registers show them, else the last and the one before what is asked. */
function daysCompared(
  days: readonly IsoDate[],
  { from, to }: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined },
): readonly [IsoDate?, IsoDate?] {
  const known = (day: IsoDate | undefined) => (day !== undefined && days.includes(day) ? day : undefined)
  const later = known(to) ?? days.at(-1)
  const earlier = known(from) ?? days.filter((day) => later !== undefined && day < later).at(-1)
  if (!earlier || !later || earlier === later) return []
  return earlier < later ? [earlier, later] : [later, earlier]
}
