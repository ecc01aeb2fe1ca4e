import type { Id } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import { figuresOf, isReplayed, type KeptDecision, ruleTold } from '../kept-decision.ts'
import type { OffersDecision, OffersInput } from '../rules/next-offers.ts'
import { inPool } from '../rules/pool.ts'
import { orderWords, poolWords } from '../rules/rule-words.ts'
import { membersOf } from '../rules/step-order.ts'

/** Days that the list of what went to others goes back. */
export const daysBack = 28

/** A decision as one provider is told of it: what it meant for them, by their own figures and nobody else's. */
export interface ToldDecision {
  readonly seq: number
  readonly at: Date
  readonly rule: string
  /** Where the provider stood, and what the rule looked at. */
  readonly inputs: readonly string[]
  readonly outcome: string
  /** Whether the same rule comes to the same end when it is given the same again. */
  readonly replayed: boolean
  readonly digest: string
  readonly previous: string
}

/** Why a provider was asked when it was, or not: each decision of a round as it concerned them. */
export const whyFor = (decisions: readonly KeptDecision[], organisationId: Id): ToldDecision[] =>
  decisions.map(({ seq, at, digest, previous, input, decision }) => ({
    seq,
    at,
    rule: ruleTold(input),
    inputs: inputsOf(input, organisationId),
    outcome: outcomeOf(input, decision, organisationId),
    replayed: isReplayed({ input, decision }),
    digest,
    previous,
  }))

/** In which step and place a provider stands by the rule; undefined when no step asks it. */
export function standingOf({ rule, candidates, fromStep }: OffersInput, organisationId: Id) {
  for (const [index, step] of rule.steps.entries()) {
    if (index + 1 < fromStep) continue
    const members = membersOf(step, rule, candidates)
    const place = members.findIndex((one) => one.organisationId === organisationId)
    const own = members[place]
    if (own) return { number: index + 1, step, place: place + 1, of: members.length, own }
  }
  return undefined
}

function inputsOf(input: OffersInput, organisationId: Id): string[] {
  const standing = standingOf(input, organisationId)
  const own = input.candidates.find((one) => one.organisationId === organisationId)
  if (!own) return ['You were not among those who could be asked: you had no place in a lot that serves this area.']
  if (!standing) {
    const before = input.rule.steps.slice(0, input.fromStep - 1).some((step) => inPool(step.pool, input.rule, own))
    return [
      before
        ? `The broker began at step ${input.fromStep}, after yours.`
        : 'No step of the rule asks providers that stand where you do.',
    ]
  }
  const { number, step, place, of } = standing
  const order = step.mode === 'all-at-once' ? 'all at once' : `one after another, ${orderWords[step.order]}`
  return [
    `Step ${number} asks ${poolWords(step.pool)} ${order}. You are number ${place} of ${of} in it.`,
    ownFigures(standing.own),
  ]
}

/** What the rule knew of the provider itself; of others it is not told. */
const ownFigures = (own: Candidate): string => `Yours: ${figuresOf(own).join(', ')}.`

function outcomeOf(input: OffersInput, decision: OffersDecision, organisationId: Id): string {
  const asked = before(input)
  if (decision.kind === 'wait') return `Step ${decision.step} waited for an answer.`
  const over = decision.passedOver.find((one) => one.organisationId === organisationId)
  if (decision.kind === 'exhausted') {
    const already = input.past.find((one) => one.organisationId === organisationId)
    return over?.sentence ?? (already ? 'Nobody was left to ask after you and the others.' : 'Nobody was left to ask.')
  }
  if (decision.kind === 'approval') {
    if (decision.organisationId === organisationId)
      return 'You are next. Your price is above a limit, so somebody had to agree first.'
    return [over?.sentence, `Step ${decision.step} waited for somebody to agree to the price of another provider.`]
      .filter(Boolean)
      .join(' ')
  }
  const own = decision.offers.find((one) => one.organisationId === organisationId)
  const present = input.goesWith !== undefined && input.past.length === 0
  if (present && decision.offers.some((one) => one.organisationId === input.goesWith)) {
    return own
      ? 'You were asked before all others, for it goes with what you give already.'
      : 'Whoever gives the rest of this care was asked first; after that the rule has its order.'
  }
  if (own) return `You were asked in step ${decision.step}, as number ${own.turn}. ${asked}`
  if (over) return `You were passed over. ${over.sentence}`
  const others =
    decision.offers.length === 1 ? 'another provider was asked' : `${decision.offers.length} others were asked`
  const standing = standingOf(input, organisationId)
  const past = input.past.some((one) => one.organisationId === organisationId)
  if (past) return `You had been asked. In step ${decision.step} ${others} next.`
  if (standing && standing.number > decision.step) {
    return `In step ${decision.step} ${others} first; you stand in step ${standing.number}. ${asked}`
  }
  if (standing?.number === decision.step) return `In your step ${others} before you. ${asked}`
  return `In step ${decision.step} ${others}. ${asked}`
}

const ended: { readonly [state: string]: string } = {
  declined: 'declined',
  lapsed: 'did not answer in time',
  accepted: 'accepted',
  'part-accepted': 'accepted a part',
  cancelled: 'had the offer taken back',
  taken: 'came after another',
}

/** What became of those who were asked before, as numbers. */
function before({ past }: OffersInput): string {
  if (past.length === 0) return 'Nobody was asked before.'
  const counts = Map.groupBy(past, ({ state }) => ended[state] ?? 'had not answered')
  const words = [...counts].map(([what, those]) => `${those.length} ${what}`)
  return `Of those asked before: ${words.join(', ')}.`
}
