import { longDate, pounds } from '../../core/ui/format.ts'
import type { Contract, ContractDetail, Lot, Standing, TermPiece } from '../contract.ts'
import { kindWords, methodWords, standingWords, unitWords } from '../register/contract-words.ts'
import { lastDayText, lotText, placeText } from './change-words.ts'

/** One thing that two states of a contract say differently. */
export interface Difference {
  readonly what: string
  readonly before: string
  readonly after: string
}

/** What two states of a contract say, and what somebody would have it say; undefined where nothing was to be typed. */
export interface ThreeAnswers extends Difference {
  readonly mine: string | undefined
}

/** The names that stand for keys: of services, care groups, market areas, frameworks. */
export type KeyNames = ReadonlyMap<string, string>

const nothing = 'Nothing'
const bases = { budget: 'Budget', spend: 'Spend', estimate: 'Estimate' } as const

/** What is said of a contract, each answer as people read it; nothing said is "Nothing". */
export function detailAnswers(
  detail: ContractDetail,
  names: KeyNames,
): { readonly [question in keyof ContractDetail]: string } {
  const name = (key: string | null) => (key === null ? nothing : (names.get(key) ?? key))
  const day = (date: string | null) => (date === null ? nothing : longDate(date))
  const months = (count: number | null) => (count === null ? nothing : count === 1 ? '1 month' : `${count} months`)
  const count = (value: number | null) => (value === null ? nothing : value.toLocaleString('en-GB'))
  return {
    title: detail.title,
    kind: kindWords[detail.kind],
    method: detail.method === null ? nothing : methodWords[detail.method],
    marketArea: name(detail.marketArea),
    serviceType: name(detail.serviceType),
    careGroups: detail.careGroups.map(name).join(', ') || nothing,
    decidedBy: detail.decidedBy === 'partnership' ? 'The partnership' : 'The owner of the national framework',
    nationalFramework: name(detail.nationalFramework),
    allocation: detail.allocation || nothing,
    monitoring: detail.monitoring || nothing,
    noticeMonths: months(detail.noticeMonths),
    reviewMonths: months(detail.reviewMonths),
    lastReviewedOn: day(detail.lastReviewedOn),
    yearlyPence: detail.yearlyPence === null ? nothing : pounds(detail.yearlyPence),
    yearlyBasis: detail.yearlyBasis === null ? nothing : bases[detail.yearlyBasis],
    blockUnits: count(detail.blockUnits),
    blockMinimum: count(detail.blockMinimum),
    blockUnit: detail.blockUnit ?? nothing,
    successorFrom: day(detail.successorFrom),
    successorUntil: detail.successorUntil === null ? nothing : lastDayText(detail.successorUntil),
    note: detail.note || nothing,
  }
}

/** The questions in the order in which differences are listed. */
export const answerNames: { readonly [question in keyof ContractDetail]: string } = {
  title: 'Title',
  kind: 'Kind',
  method: 'How the provider was found',
  marketArea: 'Market area',
  serviceType: 'Service',
  careGroups: 'Care groups',
  decidedBy: 'Who decides on ends and options',
  nationalFramework: 'National framework',
  allocation: 'How a person comes to it',
  monitoring: 'How it is monitored',
  noticeMonths: 'Notice',
  reviewMonths: 'Reviewed every',
  lastReviewedOn: 'Last reviewed',
  yearlyPence: 'Worth a year',
  yearlyBasis: 'What the worth is',
  blockUnits: 'Units a week',
  blockMinimum: 'Least paid for a week',
  blockUnit: 'Unit of the block',
  successorFrom: 'What follows: first day',
  successorUntil: 'What follows: last day',
  note: 'Note',
}

/** What two states of a contract say differently, in words. */
export function contractDifferences(before: Contract, after: Contract, names: KeyNames): Difference[] {
  const was = answersOf(before, names)
  const is = answersOf(after, names)
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((what) => ({ what, before: was.get(what) ?? nothing, after: is.get(what) ?? nothing }))
    .filter((one) => one.before !== one.after)
}

/** Everything that a contract says, by what it is about. */
function answersOf(contract: Contract, names: KeyNames): Map<string, string> {
  const answers = detailAnswers(contract.detail, names)
  return new Map<string, string>([
    ...Object.entries(answerNames).map(([question, what]): [string, string] => [
      what,
      answers[question as keyof ContractDetail],
    ]),
    ['Days', contract.terms.map(pieceText).join('; ') || nothing],
    ...contract.options.map((option): [string, string] => [
      `Option ${option.position}`,
      { open: 'To be decided', taken: 'Taken', declined: 'Not taken' }[option.decision],
    ]),
    ...contract.lots.flatMap((lot) => lotAnswers(lot)),
  ])
}

const pieceText = ({ from, until, state }: TermPiece): string =>
  `${longDate(from)} ${until ? `to ${lastDayText(until)}` : 'on'}${state === 'agreed' ? '' : `, ${state}`}`

function lotAnswers(lot: Lot): [string, string][] {
  const here = lotText(lot)
  const places = Map.groupBy(lot.standings, ({ lotProviderId }) => lotProviderId)
  return [
    ...[...places.values()].map((pieces): [string, string] => [
      `${pieces[0]?.organisation ?? ''} in ${here}`,
      pieces.map(standingText).join('; '),
    ]),
    ...lot.rateLines.map(({ rates, unit, organisationId, visitMinutes, level, dayType }): [string, string] => [
      [
        `Price ${unitWords[unit]} in ${here}`,
        visitMinutes && `${visitMinutes} minutes`,
        level,
        dayType === 'any' ? '' : dayType,
        lot.standings.find((standing) => standing.organisationId === organisationId)?.organisation,
      ]
        .filter(Boolean)
        .join(', '),
      rates.map(({ pence, from }) => `${pounds(pence)} from ${longDate(from)}`).join('; ') ||
        'As the national table says',
    ]),
  ]
}

const standingText = ({ role, rank, state, from, until }: Standing): string =>
  `${placeText(role, rank)}${state === 'active' ? '' : `, ${standingWords[state].toLowerCase()}`}, from ${longDate(from)}${until ? ` to ${lastDayText(until)}` : ''}`
