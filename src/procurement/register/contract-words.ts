import type { ContractKind, Method } from '../contract-kind.ts'
import type { DayType, RateUnit } from '../rate-line.ts'
import type { Role, StandingState } from '../standing.ts'

/** Kinds of contract as people read them. */
export const kindWords: { readonly [kind in ContractKind]: string } = {
  framework: 'Framework',
  block: 'Block',
  spot: 'Spot',
  mixed: 'Block and spot',
  'call-off': 'National framework call-off',
  'national-contract': 'National contract',
  grant: 'Grant',
  'shared-service': 'Shared service',
  'in-house': 'In-house',
}

/** Ways in which providers were found, as people read them. */
export const methodWords: { readonly [method in Method]: string } = {
  open: 'Open tender',
  restricted: 'Restricted tender',
  'preferred-provider': 'Preferred provider',
  partnering: 'Partnering',
  negotiated: 'Negotiated',
  direct: 'Direct award',
}

/** What a provider is in a lot, as people read it. */
export const roleWords: { readonly [role in Role]: string } = {
  lead: 'Lead',
  fallback: 'Fallback',
  framework: 'Framework',
  additional: 'Additional',
}

/** Whether a provider can be asked, as people read it. */
export const standingWords: { readonly [state in StandingState]: string } = {
  active: 'Active',
  suspended: 'Suspended',
  left: 'Left',
  unconfirmed: 'Not found in the register of services',
}

/** What a price buys, as it stands after the amount: "£18.40 an hour". */
export const unitWords: { readonly [unit in RateUnit]: string } = {
  hour: 'an hour',
  'half-hour': 'a half hour',
  visit: 'a visit',
  sleepover: 'a sleepover',
  'waking-night': 'a waking night',
  day: 'a day',
  session: 'a session',
  week: 'a week',
  month: 'a month',
  year: 'a year',
  mile: 'a mile',
}

/** Kinds of days as they stand after a price; nothing for any day. */
export const dayTypeWords: { readonly [type in DayType]: string } = {
  any: '',
  weekday: 'on weekdays',
  saturday: 'on Saturdays',
  sunday: 'on Sundays',
  'public-holiday': 'on public holidays',
}
