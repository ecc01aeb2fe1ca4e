import { pounds } from '../../../core/ui/format.ts'
import { type LadderStep, OfferLadder, type Offer as ShownOffer, type StateKind } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Offer } from '../../offer.ts'
import type { RuleStep } from '../../offer-rule.ts'
import type { Ladder } from '../../offers/queries/ladder.ts'
import { declineWords } from '../../provider/offer-words.ts'
import { poolWords, windowWords } from '../../rules/rule-words.ts'
import { shortHours, timeOfDay, whenWords } from '../row-words.ts'

export interface LadderPartProps {
  readonly label: string
  readonly ladder: Ladder
  readonly minutesLeft: ReadonlyMap<Id, number>
  readonly now: Date
}

/** A round of offers as a ladder: whom each step asked with what became of it, and who would be asked next. */
export function LadderPart({ label, ladder, minutesLeft, now }: LadderPartProps) {
  const { rule } = ladder
  return (
    <OfferLadder
      label={label}
      steps={rule.steps.map((step, at) => rungOf(ladder, { step, number: at + 1, minutesLeft, now }))}
    />
  )
}

interface RungAsked {
  readonly step: RuleStep
  readonly number: number
  readonly minutesLeft: ReadonlyMap<Id, number>
  readonly now: Date
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

function rungOf({ round, offers, approvals }: Ladder, { step, number: at, minutesLeft, now }: RungAsked): LadderStep {
  const own = offers.filter((offer) => offer.step === at)
  const open = round.closedAt === null
  const kind = open && at === Math.max(round.step, 1) ? 'current' : at <= round.step || !open ? 'past' : 'next'
  const asked: ShownOffer[] = own.map((offer) => ({
    who: offer.organisation,
    place: [offer.rank === null ? null : `Rank ${offer.rank}`, `turn ${offer.turn}`].filter(Boolean).join(', '),
    state: stateOf(offer, minutesLeft.get(offer.id), now),
    note: noteOf(offer, step, now),
  }))
  const priced: ShownOffer[] = approvals
    .filter((one) => one.step === at && one.state !== 'approved')
    .map((one) => ({
      who: 'A price above the limit',
      state:
        one.state === 'asked'
          ? { kind: 'attention', word: 'Waits for an approval' }
          : { kind: 'stopped', word: 'Not approved' },
      note: `${pounds(one.hourlyPence)} an hour; up to ${pounds(one.abovePence)} nobody has to approve`,
    }))
  const all = [...asked, ...priced]
  return {
    heading: `Step ${at}. ${capital(poolWords(step.pool))}`,
    kind,
    note: headNote({ step, kind, asked: own.length, skipped: at < round.fromStep }),
    offers: all.length > 0 ? all : [nobodyOf(step, kind, at < round.fromStep)],
  }
}

interface HeadAsked {
  readonly step: RuleStep
  readonly kind: LadderStep['kind']
  readonly asked: number
  readonly skipped: boolean
}

function headNote({ step, kind, asked, skipped }: HeadAsked): string {
  if (asked > 0) return step.mode === 'all-at-once' ? 'asked together' : 'asked one at a time'
  if (skipped) return 'passed over by a broker'
  return kind === 'past' ? 'nobody was asked' : 'not asked yet'
}

/** What stands in a step in which nobody has an offer. */
function nobodyOf(step: RuleStep, kind: LadderStep['kind'], skipped: boolean): ShownOffer {
  const limit =
    step.approvalAbove === null ? '' : `Above ${pounds(step.approvalAbove)} an hour somebody has to approve.`
  const how = step.mode === 'all-at-once' ? 'Asked together, first to accept' : 'Asked one at a time'
  if (kind === 'next') {
    return { who: how, place: windowWords(step.window), state: { kind: 'planned', word: 'If needed' }, note: limit }
  }
  const word = skipped ? 'Not asked' : kind === 'current' ? 'Nobody yet' : 'Nobody to ask'
  return { who: 'Nobody', state: { kind: 'planned', word }, note: limit }
}

function stateOf(
  offer: Offer,
  left: number | undefined,
  now: Date,
): { readonly kind: StateKind; readonly word: string } {
  const when = offer.answeredAt ? ` ${whenWords(offer.answeredAt, now)}` : ''
  switch (offer.state) {
    case 'open':
      if (offer.dueAt === null) return { kind: 'current', word: 'Waiting, the clock rests' }
      if (offer.dueAt <= now) return { kind: 'attention', word: `Late since ${timeOfDay(offer.dueAt)}` }
      return { kind: 'current', word: `Waiting, ${shortHours(left ?? 0)} left` }
    case 'asked':
      return { kind: 'attention', word: 'Asks a question' }
    case 'proposed':
      return { kind: 'attention', word: 'Proposes other times' }
    case 'accepted':
      return { kind: 'done', word: `Accepted${when}` }
    case 'part-accepted':
      return { kind: 'done', word: `Accepted a part${when}` }
    case 'declined':
      return { kind: 'stopped', word: `Declined${when}` }
    case 'lapsed':
      return { kind: 'stopped', word: `No answer by${when}` }
    case 'cancelled':
      return { kind: 'stopped', word: `Taken back${when}` }
    case 'taken':
      return { kind: 'stopped', word: `Another was first${when}` }
  }
}

function noteOf(offer: Offer, step: RuleStep, now: Date): string {
  const sent = `Asked ${whenWords(offer.sentAt, now)}.`
  switch (offer.state) {
    case 'open':
      return offer.dueAt === null ? sent : `${sent} Due ${whenWords(offer.dueAt, now)}.`
    case 'declined':
      return [offer.reason ? `${declineWords[offer.reason]}.` : '', offer.words].filter(Boolean).join(' ')
    case 'lapsed':
      return `Counted as a decline after ${windowWords(step.window)}.`
    case 'part-accepted':
      return `${shortHours(offer.acceptedMinutes)} of ${shortHours(offer.weeklyMinutes)} a week.`
    case 'accepted':
      return `${shortHours(offer.acceptedMinutes)} a week.`
    default:
      return sent
  }
}
