import { z } from 'zod'
import {
  date,
  dateFields,
  first,
  line,
  type Mistake,
  maybeCount,
  maybeOneOf,
  maybePounds,
  oneOf,
  type Read,
  readTyped,
  type Typed,
} from '../../core/forms/index.ts'
import { type IsoDate, isId } from '../../core/values/index.ts'
import { type OfferRule, orders, type Pool, type RuleStep } from '../offer-rule.ts'
import type { RuleDraft } from './rule-draft.ts'
import type { RuleProblem } from './rule-problems.ts'

/** Whom a step can ask, as the form lists them. */
export const poolKinds = ['lead', 'fallback', 'framework', 'tier', 'additional', 'accredited', 'in-house'] as const

/** In which ways a step can ask. */
export const modes = ['one-after-another', 'all-at-once'] as const

const rule = z.object({
  name: line('Name', 100),
  service: line('Kind of service', 100),
  contract: z.string().refine((typed) => typed === '' || isId(typed), 'Choose a contract from the list'),
  from: date('First day'),
  reason: line('Reason', 300),
  days: z.array(z.string().regex(/^[1-7]$/)).max(7),
  'clock-from': line('Hour at which clocks start', 5),
  'clock-to': line('Hour at which clocks stop', 5),
})

const window = z
  .string()
  .refine(
    (typed) => minutesIn(typed) !== undefined,
    'The time to answer must be hours and minutes, such as 3:00 or 0:30',
  )
  .transform((typed) => minutesIn(typed) ?? 0)

const kilometres = z
  .string()
  .refine(
    (typed) => typed === '' || /^\d{1,3}(\.\d)?$/.test(typed),
    'The distance must be in kilometres, such as 8 or 2.5',
  )
  .transform((typed) => (typed === '' ? null : Math.round(Number(typed) * 1000)))

const stepFields = {
  pool: oneOf(poolKinds, 'Choose who is asked'),
  'rank-from': maybeCount('Lowest rank'),
  'rank-to': maybeCount('Highest rank'),
  order: oneOf(orders, 'Choose the order'),
  mode: oneOf(modes, 'Choose whether they are asked at once'),
  window,
  cap: maybePounds('Highest price'),
  approval: maybePounds('Price that needs approval'),
  grade: maybeOneOf(['1', '2', '3', '4', '5', '6'], 'Choose a grade from the list'),
  km: kilometres,
  months: maybeCount('Months', { most: 24 }),
}

/** Minutes in hours and minutes, as in 1:30; whole hours may stand alone. */
function minutesIn(typed: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,3})(?::([0-5]\d))?$/.exec(typed) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** The most steps of a form. */
const mostShown = 12

/** How many steps a form shows. */
export const stepsShown = (typed: Typed): number => Math.min(mostShown, Math.max(1, Number(first(typed, 'steps')) || 1))

/** The name of a field of a step. */
export const stepField = (step: number, name: keyof typeof stepFields): string => `s${step}-${name}`

/** Reads a rule from its form; what makes no rule is left to the rules that say so. */
export function readRule(typed: Typed, seen: number): Read<RuleDraft> {
  const head = readTyped(rule, typed)
  const steps: RuleStep[] = []
  const mistakes: Mistake[] = [...(head.mistakes ?? [])]
  for (let at = 1; at <= stepsShown(typed); at += 1) {
    const step = readStep(typed, at)
    if (step.mistakes) mistakes.push(...step.mistakes)
    else steps.push(step.read)
  }
  if (head.mistakes || mistakes.length > 0) return { mistakes }
  const { name, service, contract, from, reason, days, ...clock } = head.read
  return {
    read: {
      name,
      serviceType: service,
      contractId: contract === '' ? null : contract,
      from,
      reason,
      seen,
      hours: { days: days.map(Number).toSorted(), from: clock['clock-from'], to: clock['clock-to'] },
      steps,
    },
  }
}

function readStep(typed: Typed, at: number): Read<RuleStep> {
  const schema = z.object(stepFields)
  const own = Object.fromEntries(Object.keys(stepFields).map((name) => [name, typed[`s${at}-${name}`] ?? []]))
  const { read, mistakes } = readTyped(schema, own) as { read?: z.output<typeof schema>; mistakes?: readonly Mistake[] }
  if (!read) {
    return {
      mistakes: (mistakes ?? []).map(({ field, sentence }) => ({
        field: `s${at}-${field}`,
        sentence: `Step ${at}: ${sentence}`,
      })),
    }
  }
  const { pool, order, mode, cap, approval, grade, km, months } = read
  return {
    read: {
      pool: poolOf(pool, read['rank-from'], read['rank-to']),
      order,
      mode,
      window: read.window,
      priceCap: cap,
      lowestGrade: grade === null ? null : Number(grade),
      distance: km,
      shortTermMonths: months,
      approvalAbove: approval,
    },
  }
}

const poolOf = (kind: Pool['kind'], from: number | null, to: number | null): Pool =>
  kind === 'tier' ? { kind, fromRank: from ?? 0, toRank: to ?? 0 } : { kind }

const hourly = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

const text = (value: number | null, of: (value: number) => number = (same) => same): string =>
  value === null ? '' : String(of(value))

/** The fields of a step as the form shows them. */
function stepTyped(step: RuleStep, at: number): Typed {
  const { pool, order, mode, window, priceCap, approvalAbove, lowestGrade, distance, shortTermMonths } = step
  const tier = pool.kind === 'tier' ? pool : undefined
  const pounds = (pence: number) => pence / 100
  const fields: Record<keyof typeof stepFields, string> = {
    pool: pool.kind,
    'rank-from': text(tier?.fromRank ?? null),
    'rank-to': text(tier?.toRank ?? null),
    order,
    mode,
    window: hourly(window),
    cap: text(priceCap, pounds),
    approval: text(approvalAbove, pounds),
    grade: text(lowestGrade),
    km: text(distance, (metres) => metres / 1000),
    months: text(shortTermMonths),
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`s${at}-${name}`, [value]]))
}

const plainStep: RuleStep = {
  pool: { kind: 'lead' },
  order: 'rank',
  mode: 'one-after-another',
  window: 180,
  priceCap: null,
  lowestGrade: null,
  distance: null,
  shortTermMonths: null,
  approvalAbove: null,
}

/** A form as it opens: on a rule that stands, or on the plainest one. */
export function ruleTyped(
  {
    name,
    serviceType,
    contractId,
    hours,
    steps,
  }: Partial<Pick<OfferRule, 'name' | 'serviceType' | 'contractId' | 'hours' | 'steps'>>,
  from: IsoDate,
): Typed {
  const shown = steps ?? [plainStep]
  const clock = hours ?? { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
  return {
    name: [name ?? ''],
    service: [serviceType ?? ''],
    contract: [contractId ?? ''],
    ...dateFields('from', from),
    reason: [''],
    days: clock.days.map(String),
    'clock-from': [clock.from],
    'clock-to': [clock.to],
    steps: [String(shown.length)],
    ...Object.assign({}, ...shown.map((step, at) => stepTyped(step, at + 1))),
  }
}

/** What a button of the form makes of it: one more step, one less, or two in each other's place; undefined for every other button. */
export function reshaped(asked: string, typed: Typed): Typed | undefined {
  const shown = stepsShown(typed)
  const [, what, number] = /^(add|drop|up)(?:-(\d+))?$/.exec(asked) ?? []
  const at = Number(number)
  if (what === 'add' && shown < mostShown) return resized(typed, [...range(shown), 0])
  if (what === 'drop' && shown > 1 && at <= shown)
    return resized(
      typed,
      range(shown).filter((one) => one !== at),
    )
  if (what === 'up' && at > 1 && at <= shown) {
    return resized(
      typed,
      range(shown).map((one) => (one === at ? at - 1 : one === at - 1 ? at : one)),
    )
  }
  return what ? typed : undefined
}

const range = (to: number): number[] => Array.from({ length: to }, (_, at) => at + 1)

/** A form with its steps in another order, by their numbers; 0 is a new one. */
function resized(typed: Typed, order: readonly number[]): Typed {
  const rest = Object.entries(typed).filter(([name]) => !/^s\d+-/.test(name))
  const fields = (from: number, to: number): [string, readonly string[]][] =>
    from === 0
      ? Object.entries(stepTyped(plainStep, to))
      : Object.keys(stepFields).map((name) => [`s${to}-${name}`, typed[`s${from}-${name}`] ?? ['']])
  const steps = order.flatMap((from, at) => fields(from, at + 1))
  return { ...Object.fromEntries(rest), ...Object.fromEntries(steps), steps: [String(order.length)] }
}

const stepFieldOf: Readonly<Record<string, keyof typeof stepFields>> = {
  tier: 'rank-from',
  priceCap: 'cap',
  approvalAbove: 'approval',
  lowestGrade: 'grade',
  distance: 'km',
  shortTermMonths: 'months',
}

const headFieldOf: Readonly<Record<string, string>> = {
  from: 'from-day',
  steps: 's1-pool',
  contractId: 'contract',
  serviceType: 'service',
}

/** A problem that the rules found, at the field that it is about. */
export function mistakeOf({ at, field, sentence }: RuleProblem): Mistake {
  if (typeof at === 'number') return { field: `s${at}-${stepFieldOf[field] ?? field}`, sentence }
  if (at === 'hours') return { field: field === 'days' ? 'days' : `clock-${field}`, sentence }
  return { field: headFieldOf[field] ?? field, sentence }
}
