import { z } from 'zod'
import { pounds } from '../../../core/ui/format.ts'
import type { Pence } from '../../../core/values/index.ts'
import type { ContractDetail } from '../../contract.ts'
import { contractKinds, methods } from '../../contract-kind.ts'
import { line, maybeCount, maybeDate, maybeLastDay, maybeOneOf, maybePounds, oneOf, words } from './fields.ts'
import { dateFields, lastDay, type Mistake, type Read, readTyped, type Typed } from './typed.ts'

const fields = z.object({
  title: line('Title'),
  kind: oneOf(contractKinds, 'Choose the kind of contract'),
  method: maybeOneOf(methods, 'Choose how the provider was found from the list'),
  marketArea: words('Market area', 100),
  serviceType: words('Service', 100),
  careGroups: z.array(z.string().max(100)).max(50),
  decidedBy: oneOf(['partnership', 'national-owner'], 'Choose who decides on its ends and options'),
  nationalFramework: words('National framework', 100),
  allocation: words('How a person comes to it', 500),
  monitoring: words('How it is monitored', 500),
  noticeMonths: maybeCount('Notice', { most: 60 }),
  reviewMonths: maybeCount('Months between reviews', { most: 120 }),
  lastReviewedOn: maybeDate('Day of the last review'),
  yearly: maybePounds('Worth a year'),
  yearlyBasis: maybeOneOf(['budget', 'spend', 'estimate'], 'Choose what the yearly worth is'),
  blockUnits: maybeCount('Units a week', { most: 1_000_000 }),
  blockMinimum: maybeCount('Least paid for a week', { least: 0, most: 1_000_000 }),
  blockUnit: maybeOneOf(['hour', 'place', 'session', 'bed'], 'Choose the unit from the list'),
  successorFrom: maybeDate('First day of what follows'),
  successorLast: maybeLastDay('Last day of what follows'),
  note: words('Note'),
})

/** The fields in which an answer about a contract is given. */
export function fieldsOfAnswer(answer: keyof ContractDetail): string[] {
  if (answer === 'yearlyPence') return ['yearly']
  if (answer === 'lastReviewedOn' || answer === 'successorFrom' || answer === 'successorUntil') {
    const name = answer === 'successorUntil' ? 'successorLast' : answer
    return ['day', 'month', 'year'].map((part) => `${name}-${part}`)
  }
  return [answer]
}

/** Reads what is said of a contract. */
export function readDetail(typed: Typed): Read<ContractDetail> {
  const result = readTyped(fields, typed)
  const among = result.mistakes ? [] : mistakesAmong(result.read)
  if (result.mistakes || among.length > 0) return { mistakes: [...(result.mistakes ?? []), ...among] }
  const { yearly, successorLast, marketArea, serviceType, nationalFramework, ...same } = result.read
  return {
    read: {
      ...same,
      marketArea: marketArea || null,
      serviceType: serviceType || null,
      nationalFramework: nationalFramework || null,
      yearlyPence: yearly,
      yearlyBasis: yearly === null ? null : same.yearlyBasis,
      successorUntil: successorLast,
    },
  }
}

/** What is wrong between answers of which each is well by itself. */
function mistakesAmong(read: z.output<typeof fields>): Mistake[] {
  const { yearly, yearlyBasis, blockUnits, blockMinimum, blockUnit, kind, nationalFramework } = read
  const { successorFrom, successorLast } = read
  return [
    yearly !== null && yearlyBasis === null
      ? { field: 'yearlyBasis', sentence: 'Choose whether the yearly worth is a budget, a spend or an estimate' }
      : null,
    (kind === 'call-off' || kind === 'national-contract') && nationalFramework === ''
      ? { field: 'nationalFramework', sentence: 'Choose the national framework that it takes its terms from' }
      : null,
    blockUnits !== null && blockUnit === null
      ? { field: 'blockUnit', sentence: 'Choose the unit that is paid for each week' }
      : null,
    blockUnits === null && (blockUnit !== null || blockMinimum !== null)
      ? { field: 'blockUnits', sentence: 'Enter how many units a week the block pays for' }
      : null,
    blockUnits !== null && blockMinimum !== null && blockMinimum > blockUnits
      ? { field: 'blockMinimum', sentence: 'The least paid for a week must not be more than the units a week' }
      : null,
    successorFrom !== null && successorLast !== null && successorLast <= successorFrom
      ? { field: 'successorLast-day', sentence: 'What follows must end after it begins' }
      : null,
  ].filter((mistake) => mistake !== null)
}

/** What is said of a contract as the fields of its form show it. */
export function fieldsOfDetail(detail: ContractDetail): Typed {
  const one = (value: string | number | null) => [value === null ? '' : String(value)]
  return {
    title: one(detail.title),
    kind: one(detail.kind),
    method: one(detail.method),
    marketArea: one(detail.marketArea),
    serviceType: one(detail.serviceType),
    careGroups: detail.careGroups,
    decidedBy: one(detail.decidedBy),
    nationalFramework: one(detail.nationalFramework),
    allocation: one(detail.allocation),
    monitoring: one(detail.monitoring),
    noticeMonths: one(detail.noticeMonths),
    reviewMonths: one(detail.reviewMonths),
    ...dateFields('lastReviewedOn', detail.lastReviewedOn),
    yearly: [detail.yearlyPence === null ? '' : poundsTyped(detail.yearlyPence)],
    yearlyBasis: one(detail.yearlyBasis),
    blockUnits: one(detail.blockUnits),
    blockMinimum: one(detail.blockMinimum),
    blockUnit: one(detail.blockUnit),
    ...dateFields('successorFrom', detail.successorFrom),
    ...dateFields('successorLast', lastDay(detail.successorUntil)),
    note: one(detail.note),
  }
}

/** An amount as it is typed beside a pound sign: "8,940,000", "21.50". */
export const poundsTyped = (pence: Pence): string => pounds(pence).slice(1)
