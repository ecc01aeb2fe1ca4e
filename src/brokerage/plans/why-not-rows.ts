import type { Id } from '../../core/values/index.ts'
import { type WhyNot, whyNot } from '../../engines/allocation/index.ts'
import { hoursWords } from '../requests/care-words.ts'
import { bands } from '../visit-line.ts'
import { listWords } from './obstacle-words.ts'
import type { PlanInput } from './plan-asked.ts'
import type { PlanResult } from './plan-result.ts'

/** What would be if somebody else took a package. */
export interface WhyNotAnswer {
  readonly organisation: string
  readonly words: string
  /** Other packages that would go from one to another. */
  readonly moves: readonly { readonly reference: string; readonly from: string | null; readonly to: string | null }[]
  /** Pence a week that all care together would cost more; null where it can't be. */
  readonly change: number | null
}

/** Everything that a page says of who else could take a package. */
export interface WhyNotTold {
  readonly proposed: string | null
  readonly choices: readonly { readonly value: Id; readonly text: string }[]
  readonly answers: readonly WhyNotAnswer[]
  readonly more: number
}

/** Providers that are answered for at once: each is a small search. */
const answeredAtOnce = 25

/** Answers for one provider, or for those of the rule's order and those who can't be asked, what speaks against them. */
export function whyNotAnswers(input: PlanInput, result: PlanResult, at: number, chosen?: Id): WhyNotTold {
  const { problem, organisations, rooms, packages, sentences } = input
  const options = (problem.packages[at]?.options ?? []).toSorted((a, b) => a.rank - b.rank || a.provider - b.provider)
  const { beside = [] } = packages[at] ?? {}
  const besideWords = (name: string) => `No step of the rule asks providers that stand where ${name} does.`
  const not = [
    ...(packages[at]?.not ?? []).map(([who, sentence]) => [who, sentences[sentence] ?? ''] as const),
    ...beside.map((who) => [who, besideWords(organisations[who]?.name ?? '')] as const),
  ]
  const own = result.answer.plan[at] ?? null
  const organisationOf = (provider: number) => rooms[provider]?.organisation ?? -1
  const wanted = organisations.findIndex(({ id }) => id === chosen)
  const shown =
    wanted < 0
      ? options.slice(0, answeredAtOnce)
      : options.filter(({ provider }) => organisationOf(provider) === wanted)
  const refused = wanted < 0 ? not.slice(0, answeredAtOnce) : not.filter(([organisation]) => organisation === wanted)
  const answers = [
    ...shown.map(({ provider }) => answerOf(input, result, at, provider)),
    ...refused.map(
      ([organisation, sentence]): WhyNotAnswer => ({
        organisation: organisations[organisation]?.name ?? '',
        words: `Not eligible. ${sentence}`,
        moves: [],
        change: null,
      }),
    ),
  ]
  const stranger: WhyNotAnswer = {
    organisation: organisations[wanted]?.name ?? '',
    words: 'Not eligible. It has no place in a lot that serves this area for this service.',
    moves: [],
    change: null,
  }
  return {
    proposed: own === null ? null : (organisations[organisationOf(own)]?.name ?? null),
    choices: organisations.map(({ id, name }) => ({ value: id, text: name })),
    answers: answers.length === 0 && wanted >= 0 ? [stranger] : answers,
    more: wanted < 0 ? options.length + not.length - answers.length : 0,
  }
}

function answerOf(input: PlanInput, { answer: { plan } }: PlanResult, at: number, provider: number): WhyNotAnswer {
  const { problem, packages } = input
  const nameOf = (room: number) => input.organisations[input.rooms[room]?.organisation ?? -1]?.name ?? ''
  const organisation = nameOf(provider)
  if (plan[at] === provider)
    return { organisation, words: 'It is the one that the plan proposes.', moves: [], change: 0 }
  const found = whyNot(problem, plan, at, provider, input.policy)
  if (!found.possible)
    return { organisation, words: impossibleWords(input, at, provider, found.because), moves: [], change: null }
  const others = found.moves.filter((move) => move.package !== at)
  const lost = others.filter(({ from, to }) => from !== null && to === null).length
  return {
    organisation,
    words: possibleWords(others.length, lost),
    moves: others.map((move) => ({
      reference: packages[move.package]?.reference ?? '',
      from: move.from === null ? null : nameOf(move.from),
      to: move.to === null ? null : nameOf(move.to),
    })),
    change: costChange(problem, plan, found.moves),
  }
}

function possibleWords(others: number, lost: number): string {
  if (others === 0) return 'Yes, and nothing else would move.'
  const moved = others === 1 ? 'one other package moves' : `${others} other packages move`
  const without = lost === 0 ? '' : `, and ${lost === 1 ? 'one of them stays' : `${lost} of them stay`} without anybody`
  return `Yes, but then ${moved}${without}.`
}

/** Pence a week that placed care costs more after some moves. */
function costChange(
  { packages }: PlanInput['problem'],
  plan: readonly (number | null)[],
  moves: Extract<WhyNot, { possible: true }>['moves'],
): number {
  const cost = (at: number, provider: number | null) =>
    packages[at]?.options.find((option) => option.provider === provider)?.cost ?? 0
  return moves.reduce(
    (sum, move) => sum + cost(move.package, move.to) - cost(move.package, plan[move.package] ?? null),
    0,
  )
}

type Because = Extract<WhyNot, { possible: false }>['because']

function impossibleWords({ problem, rooms }: PlanInput, at: number, provider: number, because: Because): string {
  switch (because) {
    case 'locked':
      return 'The package is kept with somebody else in this plan.'
    case 'not-an-option':
      return 'Not eligible. The rule does not ask it.'
    case 'forbidden':
      return 'It was refused for this package here.'
    case 'no-capacity':
      return `It has too few hours even if it took nothing else: ${shortWords(problem, at, provider, rooms[provider]?.declaredFor === null)}.`
    case 'run-or-share':
      return 'It would break the limit on runs or on shares, whatever else moved.'
  }
}

function shortWords(
  { packages, providers }: PlanInput['problem'],
  at: number,
  provider: number,
  undeclared: boolean,
): string {
  const { area, minutes } = packages[at] ?? { area: -1, minutes: [] }
  const room = (band: number) =>
    providers[provider]?.capacity.find((one) => one.area === area && one.band === band)?.minutes ?? 0
  const short = minutes.flatMap((wanted, band) => (wanted > room(band) ? [band] : []))
  if (undeclared && short.length > 0) return 'it has declared none'
  if (short.length === 0) return 'what is kept with it takes the rest'
  return listWords(
    short.map(
      (band) =>
        `${hoursWords(room(band))} in the ${bands[band] ?? ''}, and ${hoursWords(minutes[band] ?? 0)} are wanted`,
    ),
  )
}
