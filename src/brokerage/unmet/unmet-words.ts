import { bandWords } from '../requests/care-words.ts'
import type { Harm, InterimCover, Preference, UnmetBand, UnmetReason } from '../spell.ts'

/** Why somebody waits, as it stands in lists. */
export const reasonWords: Readonly<Record<UnmetReason, string>> = {
  'being-arranged': 'Being arranged',
  'no-capacity-area': 'No capacity in the area',
  'no-capacity-time': 'No capacity at that time of day',
  'no-capacity-two-carers': 'No capacity for two carers at once',
  'no-capacity-staff': 'Not enough staff',
  skill: 'The skill is missing',
  'carer-gender': 'No carer of the gender asked for',
  'outside-lot': 'Outside the provider’s lot',
  'cannot-meet-need': 'The need can’t be met',
  price: 'The price',
  'short-notice': 'Too short a notice',
  'previous-breakdown': 'It broke down before',
  'no-reply': 'No reply in time',
  'nobody-to-ask': 'Nobody to ask',
  'handed-back': 'Handed back by the provider',
  choice: 'Waits by choice',
  other: 'Other',
}

/** The same within a sentence that says why people waited. */
export const becauseWords: Readonly<Record<UnmetReason, string>> = {
  'being-arranged': 'care was still being arranged',
  'no-capacity-area': 'providers had no capacity in the area',
  'no-capacity-time': 'providers had no capacity at that time of day',
  'no-capacity-two-carers': 'providers had no two carers at once',
  'no-capacity-staff': 'providers had not enough staff',
  skill: 'providers lacked the skill',
  'carer-gender': 'providers had no carer of the gender asked for',
  'outside-lot': 'it lay outside the providers’ lots',
  'cannot-meet-need': 'providers could not meet the need',
  price: 'of the price',
  'short-notice': 'the notice was too short',
  'previous-breakdown': 'it had broken down before',
  'no-reply': 'providers did not reply in time',
  'nobody-to-ask': 'there was nobody to ask',
  'handed-back': 'a provider had handed it back',
  choice: 'they chose to wait',
  other: 'of other reasons',
}

/** What is missing, in words: "evening care with two carers". */
export function partWords({ band, carers }: { readonly band: UnmetBand; readonly carers: 1 | 2 }): string {
  const when = band === 'several' ? 'care in several parts of the day' : `${bandWords[band].toLowerCase()} care`
  return carers === 2 ? `${when} with two carers` : when
}

/** Who helps meanwhile. */
export const interimWords: Readonly<Record<InterimCover, string>> = {
  none: 'Nobody',
  family: 'Family or friends',
  'in-house': 'The council’s own service',
  'other-provider': 'Another provider',
  'in-hospital': 'In hospital',
  'care-home': 'In a care home meanwhile',
  other: 'Other',
}

/** What waiting did. */
export const harmWords: Readonly<Record<Harm, string>> = {
  'not-assessed': 'Not assessed yet',
  none: 'No harm',
  low: 'Low',
  moderate: 'Moderate',
  severe: 'Severe',
}

/** In what care is otherwise than wanted. */
export const preferenceWords: Readonly<Record<Preference, string>> = {
  time: 'Time of day',
  language: 'Language',
  gender: 'Gender of carers',
  distance: 'Distance',
  provider: 'Provider',
  other: 'Other',
}
