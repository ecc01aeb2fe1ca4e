import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Authority } from '../authority.ts'
import type { CommitteeDate } from '../committee-date.ts'
import type { Planning } from '../planning.ts'
import { type DelegatedLimit, standardAuthorities } from '../standard-authorities.ts'
import { authoritiesOf } from './authorities.ts'
import { planningOf } from './planning.ts'

/** How many meetings a page lists. */
export const listedMeetings = 40

/** What the page of planning shows. */
export interface PlanningContent {
  readonly planning: Planning
  /** Meetings from a day on, in order of date. */
  readonly meetings: readonly CommitteeDate[]
  readonly authorities: readonly DelegatedLimit[]
}

/** Everything that dates are worked back by, and who may approve what, as it counts on a day. */
export async function planningContent(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'nation'>,
  on: IsoDate,
): Promise<PlanningContent> {
  const planning = await planningOf(db, partnership)
  const own: readonly Authority[] = await authoritiesOf(db, partnership.id, on)
  return {
    planning,
    meetings: [...planning.committees]
      .flatMap(([committee, dates]) => dates.map((date) => ({ committee, ...date })))
      .filter((meeting) => meeting.on >= on)
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.committee < b.committee ? -1 : 1)),
    // Until something is approved for the first time, none is written and the standard ones count.
    authorities: own.length > 0 ? own : standardAuthorities,
  }
}
