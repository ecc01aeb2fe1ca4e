import { dayNumber, type IsoDate } from '../../../core/values/index.ts'
import type { Spell } from '../../spell.ts'

const endWords = {
  'care-in-place': 'care in place',
  withdrawn: 'withdrawn',
  ended: 'the package ended',
  'at-rest': 'at rest',
} as const

/** How long a spell has lasted, or what ended it. */
export function spellStands(
  { beganOn, endedOn, endReason }: Pick<Spell, 'endedOn' | 'endReason'> & { readonly beganOn: IsoDate },
  today: IsoDate,
): string {
  const days = Math.max(0, dayNumber(endedOn ?? today) - dayNumber(beganOn))
  const long = days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`
  return endReason === null ? long : `${long}, ${endWords[endReason]}`
}
