import { longDate } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { CarePackage } from '../care-package.ts'
import type { DeclineReason } from '../offer.ts'
import type { PauseReason, PlacementState } from '../placement.ts'
import { hoursWords, linesWords, packageStateWords } from '../requests/care-words.ts'
import { weeklyMinutes } from '../visit-line.ts'
import type { ChangeKind } from './change-kind.ts'
import { type Course, isLive } from './course.ts'
import type {
  CancelReason,
  EndReason,
  LaterEndReason,
  LaterReason,
  TransferReason,
  WithdrawReason,
} from './end-reasons.ts'
import { linesOn, shownDay } from './lines-given.ts'

/** Each change as it is offered, and what it is for. */
export const changeWords: {
  readonly [kind in ChangeKind]: { readonly text: string; readonly hint: string; readonly button: string }
} = {
  start: { text: 'Care has started', hint: 'Confirm the day, today or looking back.', button: 'Confirm the start' },
  'later-start': {
    text: 'Care starts later than agreed',
    hint: 'Moves an agreed start to a later day, as the provider consents.',
    button: 'Move the start',
  },
  visits: {
    text: 'Other visits are wanted',
    hint: 'Times, length, days, one carer or two, from a day on.',
    button: 'Ask for these visits',
  },
  needs: {
    text: 'Needs or the start changed',
    hint: 'What carers have to know, by when care is to start, short term or not.',
    button: 'Save these needs',
  },
  rest: { text: 'Care is to rest', hint: 'In hospital, on respite, with family.', button: 'Let care rest' },
  resume: { text: 'Care goes on', hint: 'After hospital or another rest.', button: 'Let care go on' },
  'hand-back': {
    text: 'The provider gives it back',
    hint: 'From a day on its visits are to be placed again.',
    button: 'Take it back from the provider',
  },
  'go-on': {
    text: 'Care goes on for longer than planned',
    hint: 'Moves a planned end to a later day, as the provider consents.',
    button: 'Move the end',
  },
  transfer: {
    text: 'Another provider takes it over',
    hint: 'Of the framework, or after a merger.',
    button: 'Move it to the other provider',
  },
  cancel: {
    text: 'What was agreed does not begin',
    hint: 'Calls a placement off before its first visit.',
    button: 'Call it off',
  },
  end: { text: 'Care ends', hint: 'On a day, gone by or to come.', button: 'End care' },
  withdraw: { text: 'Care is not needed any more', hint: 'Before any of it began.', button: 'Withdraw the package' },
}

export const pauseWords: { readonly [reason in PauseReason]: string } = {
  hospital: 'In hospital',
  respite: 'On respite',
  family: 'With family',
  other: 'Another reason',
}

export const endWords: { readonly [reason in EndReason]: string } = {
  died: 'The person died',
  'care-home': 'Moved into a care home',
  hospital: 'In hospital for long',
  'moved-away': 'Moved away',
  'needs-met': 'Can do without',
  'direct-payment': 'Arranges it with a direct payment',
  'own-choice': 'Does not want it any more',
  other: 'Another reason',
}

export const withdrawWords: { readonly [reason in WithdrawReason]: string } = {
  died: 'The person died',
  'care-home': 'Moved into a care home',
  hospital: 'In hospital for long',
  'moved-away': 'Moved away',
  family: 'Family or friends do it',
  'direct-payment': 'Arranges it with a direct payment',
  'own-choice': 'Does not want it',
  'asked-by-mistake': 'Was asked for by mistake',
  other: 'Another reason',
}

export const transferWords: { readonly [reason in TransferReason]: string } = {
  merger: 'The provider was taken over, or merged',
  'provider-closes': 'The provider closes or leaves the area',
  'own-choice': 'The person wants another provider',
  quality: 'Concerns about quality',
  round: 'It fits the other’s round better',
  other: 'Another reason',
}

export const laterWords: { readonly [reason in LaterReason]: string } = {
  hospital: 'Leaves hospital later',
  'own-choice': 'The person wants it later',
  'provider-cannot-start': 'The provider can’t start on that day',
  'home-not-ready': 'The home or equipment is not ready',
  other: 'Another reason',
}

export const laterEndWords: { readonly [reason in LaterEndReason]: string } = {
  'nobody-found': 'Nobody else was found in time',
  'needs-go-on': 'The need goes on',
  'own-choice': 'The person wants it for longer',
  'other-starts-later': 'Who follows starts later',
  other: 'Another reason',
}

export const cancelWords: { readonly [reason in CancelReason]: string } = {
  'own-choice': 'The person does not want this provider',
  'provider-cannot-start': 'The provider can’t start',
  'agreed-by-mistake': 'Was agreed by mistake',
  other: 'Another reason',
}

export const handBackWords: { readonly [reason in DeclineReason]: string } = {
  'no-capacity-area': 'No capacity in the area',
  'no-capacity-time': 'No capacity at these times',
  'no-capacity-two-carers': 'No two carers at once',
  'no-capacity-staff': 'Too few staff',
  skill: 'Needs skills that are not there',
  'carer-gender': 'No carers of the gender asked for',
  'outside-lot': 'Outside the lot',
  'cannot-meet-need': 'Can’t meet the need any more',
  price: 'The price',
  'short-notice': 'Too short notice of changes',
  'previous-breakdown': 'The arrangement broke down',
  other: 'Another reason',
}

const placementWords: { readonly [state in PlacementState]: string } = {
  agreed: 'agreed',
  started: 'in place',
  suspended: 'at rest',
  notice: 'ending',
  ended: 'ended',
  cancelled: 'called off',
}

/** Where a placement stands, in words. */
export function courseWords(course: Course, today: IsoDate): string {
  const minutes = hoursWords(weeklyMinutes(linesOn(course, shownDay(course, today))))
  const when =
    course.state === 'agreed'
      ? ` for ${longDate(course.startsOn)}`
      : course.state === 'notice' && course.endsOn !== null
        ? ` on ${longDate(course.endsOn)}`
        : ''
  return `${course.organisation}: ${minutes} a week, ${placementWords[course.state]}${when}`
}

/** Where a package stands, in short sentences: what somebody saw, to be set beside what is now. */
export const packageWords = (of: CarePackage, courses: readonly Course[], today: IsoDate): string[] => [
  `${packageStateWords[of.state]}: ${linesWords(of.lines)}, ${hoursWords(weeklyMinutes(of.lines))} a week`,
  ...courses.filter(isLive).map((course) => courseWords(course, today)),
]
