import { longDate, pounds } from '../core/ui/format.ts'
import { canonicalJson, type Id, londonDate } from '../core/values/index.ts'
import type { Candidate } from './candidate.ts'
import { hoursWords } from './requests/care-words.ts'
import { nextOffers, type OffersDecision, type OffersInput } from './rules/next-offers.ts'
import { kilometres } from './rules/rule-words.ts'

/** A decision as the ledger keeps it. */
export interface KeptDecision {
  readonly seq: number
  readonly at: Date
  readonly digest: string
  readonly previous: string
  readonly input: OffersInput
  readonly decision: OffersDecision
}

/** What is looked at of an entry of the ledger. */
interface Entry {
  readonly event: string
  readonly seq: number
  readonly at: Date
  readonly digest: string
  readonly previous: string
  readonly payload: unknown
}

const events = ['brokerage.offers-sent', 'brokerage.approval-asked', 'brokerage.package-unmet']

/** What was decided about whom to ask, among the entries of a package; of one round only where it is named. */
export const decisionsIn = (entries: readonly Entry[], roundId?: Id): KeptDecision[] =>
  entries.flatMap(({ event, seq, at, digest, previous, payload }) => {
    if (!events.includes(event) || !isDecision(payload)) return []
    if (roundId !== undefined && payload.roundId !== undefined && payload.roundId !== roundId) return []
    return [{ seq, at, digest, previous, input: payload.input, decision: payload.decision }]
  })

/** The input and decision that a payload of the ledger holds; undefined when it holds none. */
export const decisionOf = (payload: unknown): Pick<KeptDecision, 'input' | 'decision'> | undefined =>
  isDecision(payload) ? payload : undefined

type Payload = Pick<KeptDecision, 'input' | 'decision'> & { readonly roundId?: Id }

const isDecision = (payload: unknown): payload is Payload =>
  typeof payload === 'object' && payload !== null && 'input' in payload && 'decision' in payload

/** Whether the same rule comes to the same end when it is given the same again. */
export const isReplayed = ({ input, decision }: Pick<KeptDecision, 'input' | 'decision'>): boolean =>
  canonicalJson(plain(nextOffers(input))) === canonicalJson(plain(decision))

// As the ledger carries it: what is undefined is not there.
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The rule of a decision, with its version: "Care at home, version 4, from 1 October 2026". */
export const ruleTold = ({ rule }: Pick<OffersInput, 'rule'>): string =>
  `${rule.name}, version ${rule.version}, from ${longDate(rule.from)}`

/** All that a rule knew of one who might be asked, in words. */
export function figuresOf(candidate: Candidate): string[] {
  const { place, hourlyPence, grade, distance, placedMinutes, lastAskedAt, freeMinutes } = candidate
  return [
    place?.rank == null ? 'no rank' : `rank ${place.rank}`,
    hourlyPence === null ? 'no price known' : `${pounds(hourlyPence)} an hour`,
    grade === null ? 'no grade known' : `lowest grade ${grade}`,
    ...(distance === null ? [] : [`${kilometres(distance)} away`]),
    `${hoursWords(placedMinutes)} a week placed in the 28 days before`,
    lastAskedAt === null ? 'not asked before' : `last asked ${longDate(londonDate(new Date(lastAskedAt)))}`,
    freeMinutes === null
      ? 'no capacity declared'
      : `${hoursWords(Math.max(0, freeMinutes))} a week free in these parts of the day`,
  ]
}
