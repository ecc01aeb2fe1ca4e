import { longDate } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { DeclineReason } from '../offer.ts'

const words: { readonly [reason in DeclineReason]: string } = {
  'no-capacity-area': 'no room in the area',
  'no-capacity-time': 'no room at the times wanted',
  'no-capacity-two-carers': 'no two carers at once',
  'no-capacity-staff': 'not enough staff',
  skill: 'no carer with the skill',
  'carer-gender': 'no carer of the gender wanted',
  'outside-lot': 'outside its lot',
  'cannot-meet-need': 'it can’t meet the need',
  price: 'the price',
  'short-notice': 'too short notice',
  'previous-breakdown': 'an earlier placement broke down',
  other: 'another reason',
}

/** That somebody said no, when and why, in a sentence. */
export const declinedWords = (
  organisation: string,
  { on, reason }: { readonly on: IsoDate; readonly reason: DeclineReason },
): string => `${organisation} said no to it on ${longDate(on)}: ${words[reason]}.`
