import { longDate } from '../../core/ui/format.ts'
import { type Id, isId, isIsoDate } from '../../core/values/index.ts'
import { type DeclineReason, declineReasons } from '../offer.ts'
import { declineWords } from '../provider/offer-words.ts'
import { hoursWords } from '../requests/care-words.ts'

/** What is looked at of an entry of the ledger. */
export interface Happened {
  readonly event: string
  readonly accountId: Id | null
  readonly payload: unknown
}

/** Who is named in what happened. */
export interface Names {
  readonly organisations: ReadonlyMap<Id, string>
  readonly accounts: ReadonlyMap<Id, string>
}

type Payload = Readonly<Record<string, unknown>>

const payloadOf = ({ payload }: Happened): Payload =>
  typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? (payload as Payload) : {}

/** The organisations that an entry is about. */
export function organisationsIn(entry: Happened): Id[] {
  const { organisationId, toId, offers, decision } = payloadOf(entry)
  const inside = (value: unknown) =>
    typeof value === 'object' && value !== null && 'organisationId' in value ? value.organisationId : undefined
  const all = [organisationId, toId, inside(decision), ...(Array.isArray(offers) ? offers.map(inside) : [])]
  return all.filter((id): id is Id => typeof id === 'string' && isId(id))
}

interface Told {
  readonly payload: Payload
  /** The organisation that it is about, or "A provider" when nobody knows it any more. */
  readonly who: string
  /** Those whom offers went to. */
  readonly asked: string
  /** Of the partnership, who did it. */
  readonly by: string
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const minutes = (value: unknown): string => (typeof value === 'number' ? hoursWords(value) : 'hours')
const day = (value: unknown): string => (typeof value === 'string' && isIsoDate(value) ? longDate(value) : 'a day')

const reason = (value: unknown): string =>
  declineReasons.includes(value as DeclineReason)
    ? declineWords[value as DeclineReason].toLowerCase()
    : 'no reason kept'

const words: { readonly [event: string]: (told: Told) => string } = {
  'package-asked': ({ payload, by }) =>
    payload.takenOver === true ? 'Taken over into this register' : `Asked for${by}`,
  'package-amended': ({ by }) => `Changed${by}`,
  'package-taken': ({ by }) => `Taken on${by}`,
  'package-unmet': () => 'Every step was tried: unmet',
  'package-end-planned': ({ by }) => `An end was planned${by}`,
  'package-ended': ({ by }) => `Ended${by}`,
  'package-withdrawn': ({ by }) => `Withdrawn${by}`,
  'round-opened': ({ payload, by }) => `Offers begun${by}: ${minutes(payload.weeklyMinutes)} a week`,
  'round-paused': ({ by }) => `Clocks stopped${by}`,
  'round-resumed': ({ by }) => `Clocks run again${by}`,
  'round-widened': ({ payload, by }) => `Widened to step ${Number(payload.fromStep)}${by}`,
  'round-cancelled': ({ by }) => `Offers taken back${by}`,
  'offers-sent': ({ asked }) => `Offer sent to ${asked}`,
  'offer-reminded': ({ who }) => `${who} reminded`,
  'offer-accepted': ({ who, payload }) => `${who} accepted, from ${day(payload.startOn)}`,
  'offer-part-accepted': ({ who, payload }) =>
    `${who} accepted a part: ${minutes(payload.weeklyMinutes)} of ${minutes(payload.offeredMinutes)}`,
  'offer-declined': ({ who, payload }) => `${who} declined: ${reason(payload.reason)}`,
  'offer-lapsed': ({ who }) => `${who}: no answer in time`,
  'offer-cancelled': ({ who }) => `Offer to ${who} taken back`,
  'offer-taken': ({ who }) => `${who} came after another`,
  'offer-questioned': ({ who }) => `${who} asked a question`,
  'question-answered': ({ who, by }) => `Question of ${who} answered${by}`,
  'offer-proposed': ({ who }) => `${who} proposed other times`,
  'proposal-decided': ({ who, payload, by }) =>
    `Proposal of ${who} ${payload.accepted === true ? 'agreed' : 'declined'}${by}`,
  'answer-refused': ({ who }) => `An answer of ${who} could not be taken`,
  'wait-escalated': () => 'Nobody had answered yet: told again',
  'approval-asked': ({ asked }) => `The price of ${asked} waits for an approval`,
  'approval-decided': ({ who, payload, by }) =>
    `The price of ${who} ${payload.approved === true ? 'approved' : 'not approved'}${by}`,
  'pen-picture-told': ({ who }) => `${who} told the description without names`,
  'person-told': ({ who }) => `${who} told who it is`,
  'reveal-withdrawn': ({ who }) => `What ${who} was told was taken back`,
  'placement-agreed': ({ who, payload }) =>
    payload.takenOver === true
      ? `${who} gives the care`
      : `${minutes(payload.weeklyMinutes)} a week agreed with ${who}`,
  'placement-end-moved': ({ who, payload }) => `Care by ${who} goes on, now until ${day(payload.endsOn)}`,
  'placement-start-moved': ({ who, payload }) => `Start by ${who} moved to ${day(payload.startsOn)}`,
  'placement-started': ({ who, payload }) => `Care by ${who} began on ${day(payload.startedOn)}`,
  'placement-suspended': ({ who }) => `Care by ${who} rests`,
  'placement-resumed': ({ who }) => `Care by ${who} goes on`,
  'placement-handed-back': ({ who }) => `${who} handed the care back`,
  'placement-transferred': ({ who }) => `Care by ${who} goes to another provider`,
  'placement-ended': ({ who }) => `Care by ${who} ended`,
  'placement-cancelled': ({ who }) => `Care by ${who} was called off before it began`,
  'cover-recorded': ({ by }) => `Cover and harm while waiting recorded${by}`,
  'preference-recorded': ({ by }) => `Recorded${by}: has care, but not as wanted`,
  'preference-ended': ({ by }) => `Has care as wanted again, recorded${by}`,
}

/** What happened, in a few words; undefined for what only arithmetic is interested in. */
export function happeningWords(entry: Happened, { organisations, accounts }: Names): string | undefined {
  const event = entry.event.replace(/^brokerage\./, '')
  if (!Object.hasOwn(words, event)) return undefined
  const named = organisationsIn(entry).map((id) => organisations.get(id) ?? 'a provider')
  const account = entry.accountId && accounts.get(entry.accountId)
  return words[event]?.({
    payload: payloadOf(entry),
    who: named[0] ?? 'a provider',
    asked: list(named),
    by: account ? ` by ${account}` : '',
  })
}
