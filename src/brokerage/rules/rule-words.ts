import { number as figure, pounds } from '../../core/ui/format.ts'
import type { ClockHours, OfferRule, Order, Pool, RuleStep } from '../offer-rule.ts'

/** Whom a pool means, as it stands in a sentence. */
export function poolWords(pool: Pool): string {
  if (pool.kind !== 'tier') return pools[pool.kind]
  const { fromRank, toRank } = pool
  return fromRank === toRank ? `rank ${fromRank} of the framework` : `ranks ${fromRank} to ${toRank} of the framework`
}

const pools: { readonly [kind in Exclude<Pool['kind'], 'tier'>]: string } = {
  lead: 'the lead of the lot',
  fallback: 'the fallback providers',
  framework: 'the providers on the framework',
  additional: 'the additional providers',
  accredited: 'registered providers without a place in a lot that declare capacity in the area',
  'in-house': 'the partnership’s own service',
}

/** Pools of one, in which there is no order. */
const oneOnly: ReadonlySet<Pool['kind']> = new Set(['lead', 'in-house'])

/** By what an order goes, as it stands in a sentence. */
export const orderWords: { readonly [order in Order]: string } = {
  rank: 'by rank',
  'round-robin': 'whoever was asked longest ago first',
  'even-share': 'whoever has the smallest share of hours first',
  price: 'the cheapest first',
  quality: 'the best graded first',
  distance: 'the nearest first',
}

/** Working time: "3 working hours", "1 hour 30 minutes of working time". */
export function windowWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const said = (count: number, one: string) => `${figure(count)} ${one}${count === 1 ? '' : 's'}`
  if (rest === 0) return said(hours, 'working hour')
  if (hours === 0) return said(rest, 'working minute')
  return `${said(hours, 'hour')} ${said(rest, 'minute')} of working time`
}

/** A distance as it is said: "4.5 km", "800 m". */
export const kilometres = (metres: number): string =>
  metres < 1000 ? `${figure(metres)} m` : `${figure(Math.round(metres / 100) / 10)} km`

const months = (count: number) => (count === 1 ? '1 month' : `${count} months`)

/** A step in one sentence: who, in which order, how, for how long, within which limits. */
export function stepWords(step: RuleStep, number: number): string {
  const { pool, order, mode, window, shortTermMonths, approvalAbove } = step
  const time = `${windowWords(window)} to answer`
  const how = oneOnly.has(pool.kind)
    ? `, with ${time}`
    : mode === 'all-at-once'
      ? ` all at once, each with ${time}`
      : ` one after another, ${orderWords[order]}, each with ${time}`
  const within = limitsOf(step)
  return [
    `Step ${number} asks ${poolWords(pool)}${how}${within.length > 0 ? `, ${within.join(', ')}` : ''}.`,
    ...(shortTermMonths === null ? [] : [`What is placed so may last ${months(shortTermMonths)} at most.`]),
    ...(approvalAbove === null
      ? []
      : [`Above ${pounds(approvalAbove)} an hour somebody has to approve before the offer goes.`]),
  ].join(' ')
}

function limitsOf({ priceCap, lowestGrade, distance }: RuleStep): string[] {
  return [
    ...(priceCap === null ? [] : [`at up to ${pounds(priceCap)} an hour`]),
    ...(lowestGrade === null ? [] : [`graded ${lowestGrade} or better`]),
    ...(distance === null ? [] : [`within ${kilometres(distance)}`]),
  ]
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** When clocks run: "from 08:00 to 18:00, Monday to Saturday". */
export function hoursWords({ days, from, to }: ClockHours): string {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b)
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const name = (day: number) => dayNames[day - 1] ?? ''
  const row = sorted.length > 2 && last - first === sorted.length - 1
  return `from ${from} to ${to}, ${row ? `${name(first)} to ${name(last)}` : list(sorted.map(name))}`
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** A rule in words: a sentence or three for each step, then how it ends and when its clocks run. */
export const ruleWords = ({ steps, hours }: Pick<OfferRule, 'steps' | 'hours'>): string[] => [
  ...steps.map((step, at) => stepWords(step, at + 1)),
  `When nobody of ${steps.length === 1 ? 'that step' : `the ${steps.length} steps`} takes all of it, the rest is recorded as unmet.`,
  `Clocks run ${hoursWords(hours)}, and not on holidays. No answer in time counts as a decline.`,
]
