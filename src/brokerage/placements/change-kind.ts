import type { CarePackage } from '../care-package.ts'
import { type Course, holdsOn, isLive } from './course.ts'

/** What of a package changes that those say who judge what somebody needs. */
export const wantedChanges = ['visits', 'needs', 'rest', 'resume', 'end', 'withdraw'] as const

/** What changes of who gives it, which those say who place care. */
export const givenChanges = ['start', 'later-start', 'hand-back', 'go-on', 'transfer', 'cancel'] as const

export type ChangeKind = (typeof wantedChanges)[number] | (typeof givenChanges)[number]

/** Whether a placement can change so. */
export function concerns(kind: ChangeKind, course: Course, today: string): boolean {
  if (!isLive(course)) return false
  const rests = course.pauses.some((pause) => holdsOn(pause, today) || pause.from > today)
  switch (kind) {
    case 'start':
    case 'later-start':
    case 'cancel':
      return course.startedOn === null
    case 'rest':
      return course.startedOn !== null && !rests
    case 'resume':
      return rests
    case 'hand-back':
      return course.endsOn === null
    case 'go-on':
      return course.endsOn !== null && course.endsOn > today
    case 'transfer':
      return course.endsOn === null || course.endsOn > today
    default:
      return true
  }
}

/** The changes that a package can undergo now, in the order in which they are offered. */
export function possibleChanges(
  of: Pick<CarePackage, 'state'>,
  courses: readonly Course[],
  today: string,
): ChangeKind[] {
  if (of.state === 'ended' || of.state === 'withdrawn') return []
  const began = courses.some(({ startedOn }) => startedOn !== null)
  const some = (kind: ChangeKind) => courses.some((course) => concerns(kind, course, today))
  const inOrder = [
    'start',
    'later-start',
    'visits',
    'needs',
    'rest',
    'resume',
    'hand-back',
    'go-on',
    'transfer',
    'cancel',
    'end',
    'withdraw',
  ] as const
  return inOrder.filter((kind) => {
    if (kind === 'visits' || kind === 'needs') return true
    if (kind === 'end') return began
    if (kind === 'withdraw') return !began
    return some(kind)
  })
}
