import { number as figure, longDate, percent, pounds } from '../../core/ui/format.ts'
import { londonDate } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { Order, RuleStep } from '../offer-rule.ts'
import { kilometres, poolWords } from './rule-words.ts'

/** Why these are asked now: the step, and for one of several why it and no other. */
export function sendWhy({
  step,
  number,
  members,
  asked,
}: {
  readonly step: RuleStep
  readonly number: number
  readonly members: readonly Candidate[]
  readonly asked: readonly Candidate[]
}): string {
  const who = names(asked.map(({ organisation }) => organisation))
  const [one] = asked
  const head = `Step ${number} asks ${poolWords(step.pool)}: ${who}${asked.length > 1 ? ' at once' : ''}.`
  if (!one || members.length < 2 || step.mode === 'all-at-once') return head
  return `${head} ${turnWords[step.order](one, members)}`
}

const turnWords: { readonly [order in Order]: (one: Candidate, members: readonly Candidate[]) => string } = {
  rank: ({ place }) =>
    place?.rank == null ? 'Those without a rank are asked in the order of their names.' : `It has rank ${place.rank}.`,
  'round-robin': ({ lastAskedAt }) =>
    lastAskedAt === null
      ? 'The turn goes to whoever was asked longest ago: it never was.'
      : `The turn goes to whoever was asked longest ago: it was on ${longDate(londonDate(new Date(lastAskedAt)))}.`,
  'even-share': (_, members) => `The turn goes to the provider with the smaller share of hours: ${shares(members)}.`,
  price: ({ hourlyPence }) =>
    hourlyPence === null
      ? 'Those without a known price are asked last.'
      : `The cheapest is asked first: it costs ${pounds(hourlyPence)} an hour.`,
  quality: ({ grade }) =>
    grade === null
      ? 'Those without a grade are asked last.'
      : `The best graded is asked first: its lowest grade is ${grade}.`,
  distance: ({ distance }) =>
    distance === null
      ? 'Those whose distance is not known are asked last.'
      : `The nearest is asked first: it is ${kilometres(distance)} away.`,
}

/** Of how many shares one sentence tells. */
const mostShares = 6

/** The share of hours placed in the last 28 days that each of a step has of theirs together. */
function shares(members: readonly Candidate[]): string {
  const total = members.reduce((sum, { placedMinutes }) => sum + placedMinutes, 0)
  if (total === 0) return 'none of them had any in the last 28 days'
  const told = members
    .slice(0, mostShares)
    .map(
      ({ organisation, placedMinutes }) => `${organisation} had ${percent(Math.round((100 * placedMinutes) / total))}`,
    )
  const others = members.length - told.length
  return `${names([...told, ...(others > 0 ? [`${figure(others)} others more`] : [])])} in the last 28 days`
}

/** Why somebody has to approve first. */
export function approvalWhy({
  candidate,
  number,
  hourlyPence,
  abovePence,
}: {
  readonly candidate: Candidate
  readonly number: number
  readonly hourlyPence: number
  readonly abovePence: number
}): string {
  return `${candidate.organisation} is next in step ${number} and costs ${pounds(hourlyPence)} an hour, above the ${pounds(abovePence)} up to which nobody has to approve.`
}

/** Why nobody is left to ask. */
export const exhaustedWhy = (past: readonly unknown[]): string =>
  past.length === 0
    ? 'Nobody could be asked in any step of the rule.'
    : `Every step of the rule is over: ${figure(past.length)} ${past.length === 1 ? 'was' : 'were'} asked in this round.`

const names = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
