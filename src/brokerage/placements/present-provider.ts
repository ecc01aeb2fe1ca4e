import type { Id, IsoDate } from '../../core/values/index.ts'
import { weeklyMinutes } from '../visit-line.ts'
import { type Course, isLive } from './course.ts'
import { linesOn, shownDay } from './lines-given.ts'

/** Who gives most of a package and goes on giving it: whoever new visits go with; undefined when nobody does. */
export function presentProvider(courses: readonly Course[], from: IsoDate): Id | undefined {
  const going = courses.filter((course) => isLive(course) && (course.endsOn === null || course.endsOn > from))
  const minutes = Map.groupBy(going, ({ organisationId }) => organisationId)
  const given = [...minutes].map(([organisationId, theirs]) => ({
    organisationId,
    minutes: theirs.reduce((sum, course) => sum + weeklyMinutes(linesOn(course, shownDay(course, from))), 0),
  }))
  return given.toSorted((a, b) => b.minutes - a.minutes || (a.organisationId < b.organisationId ? -1 : 1))[0]
    ?.organisationId
}
