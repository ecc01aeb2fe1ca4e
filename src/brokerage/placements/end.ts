import { longDate } from '../../core/ui/format.ts'
import { type IsoDate, isIsoDate } from '../../core/values/index.ts'
import { type Refusal, refused } from '../offers/outcome.ts'
import { type Course, isLive } from './course.ts'

/** A placement whose planned end is to move, with all others of its package. */
interface Ending {
  readonly course: Course
  readonly courses: readonly Course[]
  /** The first day without the package, where its end is planned. */
  readonly packageEndsOn: IsoDate | null
}

/** The day that was agreed, and every placement that moves: all that ends with the package where that is what ends. */
export function laterEnd({ course, courses, packageEndsOn }: Ending) {
  const agreed = course.endsOn ?? ''
  const withPackage = packageEndsOn !== null && packageEndsOn === course.endsOn
  const together = courses.filter(
    (one) => isLive(one) && one.endsOn === packageEndsOn && one.endReason === 'package-ended' && one.id !== course.id,
  )
  return { agreed, withPackage, moved: [course, ...(withPackage ? together : [])] }
}

/** Why an end can't move to a day; undefined when it can. */
export function laterEndProblem({
  endsOn,
  today,
  ...ending
}: Ending & { readonly endsOn: IsoDate; readonly today: IsoDate }): Refusal | undefined {
  const { course, courses, packageEndsOn } = ending
  if (course.endsOn === null) return refused('decided', 'No end of this care is planned.')
  if (course.endsOn <= today) return refused('over', 'This care has ended: what is needed now is to be placed anew.')
  if (!isIsoDate(endsOn) || endsOn <= course.endsOn)
    return refused('bad-day', `It is planned to end on ${longDate(course.endsOn)}: say a later day.`)
  if (course.shortTermUntil !== null && endsOn > course.shortTermUntil)
    return refused('bad-day', `It was agreed for a short term, until ${longDate(course.shortTermUntil)} at the latest.`)
  const { agreed, moved, withPackage } = laterEnd(ending)
  if (packageEndsOn !== null && !withPackage && endsOn > packageEndsOn)
    return refused('bad-day', `The whole package ends on ${longDate(packageEndsOn)}: this can go on until then.`)
  const still = moved.flatMap(({ visits }) => visits.filter(({ until }) => until === agreed))
  const next = courses
    .filter((one) => isLive(one) && !moved.includes(one))
    .flatMap(({ organisation, visits }) => visits.map((visit) => ({ organisation, ...visit })))
    .filter(
      (visit) =>
        visit.from < endsOn &&
        (visit.until === null || visit.until > agreed) &&
        still.some(({ lineId, weekday }) => lineId === visit.lineId && weekday === visit.weekday),
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  return next && refused('bad-day', `${next.organisation} gives some of these visits from ${longDate(next.from)} on.`)
}
