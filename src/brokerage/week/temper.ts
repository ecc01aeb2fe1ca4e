import type { IsoDate, Random } from '../../core/values/index.ts'
import type { DeclineReason } from '../offer.ts'
import type { Answer } from '../offers/answer.ts'
import type { VisitLine } from '../visit-line.ts'

/** What an invented provider does with an offer: nothing in time, or an answer after some working minutes. */
export type Reaction = { readonly kind: 'silent' } | { readonly kind: 'answer'; readonly afterMinutes: number }

/** Whether and when a provider looks at its offers. */
export function reactionTo(random: Random, windowMinutes: number): Reaction {
  if (random.chance(0.13)) return { kind: 'silent' }
  const most = Math.max(2, windowMinutes - 2)
  return { kind: 'answer', afterMinutes: Math.min(most, 2 + Math.round(most * random.next() ** 2)) }
}

/** What a provider knows of an offer when it answers. */
export interface SeenOffer {
  readonly startBy: IsoDate
  /** What nobody else took of it. */
  readonly left: readonly VisitLine[]
}

/** How an invented provider answers: most take it or part of it, others say why not, a few ask or propose first. */
export function answerTo(random: Random, { startBy, left }: SeenOffer, isSecond: boolean): Answer {
  const twoCome = left.some(({ carers }) => carers === 2)
  const kind = random.weighted([
    ['accept', twoCome ? 20 : 52],
    ['accept-part', left.length > 1 ? 16 : 0],
    ['decline', twoCome ? 46 : 26],
    ['ask', isSecond ? 0 : 6],
    ['propose', isSecond ? 0 : 4],
    ['interest', isSecond ? 0 : 4],
  ] as const)
  switch (kind) {
    case 'accept':
      return { kind, startOn: startBy }
    case 'accept-part':
      return { kind, startOn: startBy, visits: partOf(random, left) }
    case 'decline':
      return { kind, reason: reasonFor(random, twoCome), words: '' }
    case 'ask':
      return { kind, words: random.pick(questions) }
    case 'propose':
      return { kind, proposal: { startOn: startBy, lines: movedBy(left), words: 'A little later fits our round.' } }
    default:
      return { kind }
  }
}

const questions = [
  'Is there a key safe, or does somebody open the door?',
  'Is a hoist in place already?',
  'May the morning visit be between 7 and 10?',
] as const

/** What a provider says when it can't. */
export const reasonFor = (random: Random, twoCome: boolean): DeclineReason =>
  random.weighted([
    ['no-capacity-two-carers', twoCome ? 20 : 0],
    ['no-capacity-area', 6],
    ['no-capacity-time', 5],
    ['no-capacity-staff', 4],
    ['short-notice', 2],
    ['skill', 1],
    ['cannot-meet-need', 1],
  ] as const)

/** Some of the visits: one part of the day, or, where there is only one, its working days. */
function partOf(random: Random, left: readonly VisitLine[]) {
  const line = random.pick(left)
  return line.days.map((weekday) => ({ lineId: line.id, weekday }))
}

/** The same visits, those of the morning later in it. */
const movedBy = (left: readonly VisitLine[]) =>
  left.map(({ id, band, days }) => ({ id, band: band === 'morning' ? ('midday' as const) : band, days: [...days] }))
