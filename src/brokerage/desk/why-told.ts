import { number, pounds } from '../../core/ui/format.ts'
import type { Id } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import { isReplayed, type KeptDecision } from '../kept-decision.ts'
import type { RuleStep } from '../offer-rule.ts'
import { hoursWords } from '../requests/care-words.ts'
import { kilometres } from '../rules/rule-words.ts'
import { membersOf } from '../rules/step-order.ts'

/** A decision about whom to ask as those who answer for it are told: everybody's figures, and who was passed over. */
export interface DeskDecision {
  readonly seq: number
  readonly at: Date
  /** "Why was Almondwater Care asked second?" */
  readonly question: string
  readonly why: string
  readonly rule: { readonly id: Id; readonly words: string }
  readonly inputs: string
  readonly passedOver: readonly string[]
  readonly outcome: string
  readonly replayed: boolean
  readonly digest: string
  readonly previous: string
  /** Everyone who was looked at, as a table has them. */
  readonly candidates: readonly Candidate[]
}

/** Candidates listed at most. */
export const mostListed = 100

/** What a decision says to those who answer for it. */
export function deskDecision(kept: KeptDecision): DeskDecision {
  const { input, decision, seq, at, digest, previous } = kept
  const { rule, candidates } = input
  const nameOf = (id: Id) => candidates.find((one) => one.organisationId === id)?.organisation ?? 'A provider'
  const step = decision.kind === 'send' || decision.kind === 'approval' ? decision.step : undefined
  return {
    seq,
    at,
    digest,
    previous,
    question: questionOf(kept, nameOf),
    why: decision.kind === 'wait' ? '' : decision.why,
    rule: { id: rule.id, words: `${rule.name}, version ${rule.version}${step ? `, step ${step}` : ''}` },
    inputs: inputsOf(kept, step),
    passedOver: decision.kind === 'wait' ? [] : decision.passedOver.map(({ sentence }) => sentence),
    outcome: outcomeOf(kept, nameOf),
    replayed: isReplayed(kept),
    candidates: [...Map.groupBy(candidates, ({ organisationId }) => organisationId).values()].flatMap(
      ([one]) => one ?? [],
    ),
  }
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

function questionOf({ input: { past }, decision }: KeptDecision, nameOf: (id: Id) => string): string {
  if (decision.kind === 'exhausted') return 'Why is nobody left to ask?'
  if (decision.kind === 'wait') return 'What is waited for?'
  if (decision.kind === 'approval') return `Why does the price of ${nameOf(decision.organisationId)} need an approval?`
  const names = decision.offers.map(({ organisationId }) => nameOf(organisationId))
  if (names.length > 3) return `Why were these ${number(names.length)} providers asked together?`
  if (names.length > 1) return `Why were ${list(names)} asked together?`
  return `Why was ${list(names)} asked ${ordinals[past.length] ?? `as number ${past.length + 1}`}?`
}

/** Of how many in a step figures are told in a sentence. */
const mostTold = 8

/** What the step's order looks at, of each who stands in it; and what was free. */
function inputsOf({ input }: KeptDecision, number_: number | undefined): string {
  const { rule, candidates, weeklyMinutes } = input
  const asked = `${hoursWords(weeklyMinutes)} a week to place.`
  const step = number_ === undefined ? undefined : rule.steps[number_ - 1]
  if (!step) return `${asked} ${number(candidates.length)} places of providers looked at.`
  const members = membersOf(step, rule, candidates)
  const told = members.slice(0, mostTold).map((one) => `${one.organisation} ${figureBy(step.order, one)}`)
  const more = members.length > mostTold ? `; ${number(members.length - mostTold)} more` : ''
  const free = members
    .slice(0, mostTold)
    .filter(({ freeMinutes }) => freeMinutes !== null)
    .map(({ organisation, freeMinutes }) => `${organisation} ${hoursWords(Math.max(0, freeMinutes ?? 0))}`)
  const hindered = members.filter(({ hindrance }) => hindrance !== null).map(({ organisation }) => organisation)
  return [
    asked,
    `${orderHeads[step.order]}: ${told.join('; ')}${more}.`,
    `Free in these parts of the day: ${free.length > 0 ? free.join('; ') : 'nobody has declared'}.`,
    `May not be asked: ${hindered.length > 0 ? list(hindered) : 'none'}.`,
  ].join(' ')
}

const orderHeads: { readonly [order in RuleStep['order']]: string } = {
  rank: 'By rank',
  'round-robin': 'Last asked',
  'even-share': 'Hours placed in 28 days',
  price: 'Price an hour',
  quality: 'Lowest grade',
  distance: 'Distance',
}

function figureBy(order: RuleStep['order'], one: Candidate): string {
  switch (order) {
    case 'rank':
      return one.place?.rank == null ? 'without a rank' : `rank ${one.place.rank}`
    case 'round-robin':
      return one.lastAskedAt === null ? 'never' : one.lastAskedAt.slice(0, 10)
    case 'even-share':
      return hoursWords(one.placedMinutes)
    case 'price':
      return one.hourlyPence === null ? 'not known' : pounds(one.hourlyPence)
    case 'quality':
      return one.grade === null ? 'no grade' : String(one.grade)
    case 'distance':
      return one.distance === null ? 'not known' : kilometres(one.distance)
  }
}

function outcomeOf({ decision }: KeptDecision, nameOf: (id: Id) => string): string {
  switch (decision.kind) {
    case 'send':
      return `The offer went to ${list(decision.offers.map(({ organisationId }) => nameOf(organisationId)))}.`
    case 'approval':
      return `${nameOf(decision.organisationId)} is asked once ${pounds(decision.hourlyPence)} an hour is approved; the limit is ${pounds(decision.abovePence)}.`
    case 'exhausted':
      return 'Nobody is left to ask; what is not placed is unmet.'
    case 'wait':
      return `Step ${decision.step} waits for an answer.`
  }
}
