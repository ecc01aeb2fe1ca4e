import { longDate } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Contract, Lot, Standing } from '../contract.ts'
import { roleWords, standingWords } from '../register/contract-words.ts'
import { lifeOf } from '../register/life.ts'
import { ownPlace } from './own-place.ts'

/** A lot as it is called; '' for the one lot of a contract that is one whole. */
export const lotWords = ({ number, name }: Pick<Lot, 'number' | 'name'>): string =>
  [number && `Lot ${number}`, name].filter(Boolean).join(', ')

/** What a provider is in a lot on a day: "Lead", "Framework, rank 3", "Left on 31 March 2026". */
export function placeWords(pieces: readonly Standing[], on: IsoDate): string {
  const place = ownPlace(pieces, on)
  if (!place) return ''
  if (place.state === 'left') return `left on ${longDate(place.from)}`
  const rank = place.rank === null ? '' : `, rank ${place.rank}`
  const when = place.from > on ? ` from ${longDate(place.from)}` : ''
  const state = place.state === 'active' ? '' : ` (${standingWords[place.state].toLowerCase()})`
  return `${roleWords[place.role].toLowerCase()}${rank}${when}${state}`
}

/** The next thing that is decided about a contract, or begins, in a sentence part; undefined when nothing is known. */
export function nextWords(contract: Pick<Contract, 'terms' | 'options'>, on: IsoDate): string | undefined {
  const { state, begins, ends } = lifeOf(contract, on)
  if (state === 'to-come' && begins) return `begins on ${longDate(begins)}`
  const option = contract.options.find(({ decision, from }) => decision === 'open' && from > on)
  if (option) {
    const by = option.decideBy ? `, to be decided by ${longDate(option.decideBy)}` : ''
    return `an option to extend from ${longDate(option.from)}${by}`
  }
  return ends && ends >= on ? `ends on ${longDate(ends)}, with no option left` : undefined
}
