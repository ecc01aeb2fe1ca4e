import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { PackageState } from '../care-package.ts'
import { unplacedFrom, type WantedLine } from '../offers/unplaced.ts'
import { type Course, isLive } from './course.ts'

/** So many days before a short term is over somebody is looked for who stays. */
const daysAhead = 28

/** What says where a package stands. */
export interface PackageGround {
  readonly state: PackageState
  readonly wanted: readonly WantedLine[]
  readonly courses: readonly Course[]
  readonly roundOpen: boolean
  /** Since a change, or a hand-back, more is to be placed than was asked about. */
  readonly again: boolean
  readonly today: IsoDate
}

/** Where a package that is not over stands: at rest while all that is given of it is, placed, with providers, or to be placed. */
export function packageStand(ground: PackageGround): Exclude<PackageState, 'ended' | 'withdrawn'> {
  const live = ground.courses.filter(isLive)
  if (live.length > 0 && live.every(({ state }) => state === 'suspended')) return 'suspended'
  if (isPlaced(ground)) return 'placed'
  if (ground.roundOpen) return 'offering'
  return ground.state === 'unmet' && !ground.again ? 'unmet' : 'waiting'
}

/** Whether all that is wanted of a package is given; what ends with a short term counts as given while that is far off. */
export function isPlaced({ wanted, courses, today }: Pick<PackageGround, 'wanted' | 'courses' | 'today'>): boolean {
  const far = addDays(today, daysAhead)
  const given = courses.filter(isLive).flatMap(({ visits, shortTermUntil, endsOn }) =>
    visits.map((visit) => {
      const goesOn = endsOn === null && visit.until !== null && visit.until === shortTermUntil && visit.until > far
      return goesOn ? { ...visit, until: null } : visit
    }),
  )
  return unplacedFrom(wanted, given, today) === undefined
}
