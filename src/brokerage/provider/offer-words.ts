import { longDate } from '../../core/ui/format.ts'
import { addDays, type IsoDate, londonDate } from '../../core/values/index.ts'
import type { DeclineReason, OfferState } from '../offer.ts'

/** Reasons for a decline in the words of the provider that gives one. */
export const declineWords: { readonly [reason in DeclineReason]: string } = {
  'no-capacity-area': 'No hours left in this area',
  'no-capacity-time': 'No hours left at these times',
  'no-capacity-two-carers': 'No two carers at once',
  'no-capacity-staff': 'Not enough staff at the moment',
  skill: 'A skill is missing',
  'carer-gender': 'No carer of the gender asked for',
  'outside-lot': 'Outside what our lot covers',
  'cannot-meet-need': 'The need can’t be met safely',
  price: 'The price does not cover it',
  'short-notice': 'The start is too soon',
  'previous-breakdown': 'Care broke down before',
  other: 'Another reason',
}

/** How an offer stands, in a word or two of the provider's. */
export const stateWords: { readonly [state in OfferState]: string } = {
  open: 'Waits for your answer',
  asked: 'Your question waits',
  proposed: 'Your proposal waits',
  accepted: 'Accepted',
  'part-accepted': 'Accepted in part',
  declined: 'Declined',
  lapsed: 'Not answered in time',
  cancelled: 'Taken back by the partnership',
  taken: 'Another took it first',
}

const timeZone = 'Europe/London'
const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** A moment as somebody on the telephone would say it: "12:00 today", "09:00 tomorrow", "09:00 on 26 November 2026". */
export function momentWords(moment: Date, now: Date): string {
  const [day, today] = [londonDate(moment), londonDate(now)]
  const when = day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : `on ${longDate(day)}`
  return `${clock.format(moment)} ${when}`
}

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' })

/** A day with its weekday: "Thursday 26 November 2026". */
export const dayWords = (day: IsoDate): string => `${weekday.format(new Date(`${day}T00:00:00Z`))} ${longDate(day)}`
