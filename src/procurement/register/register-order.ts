import type { Sort } from '../../core/ui/parts/index.ts'
import type { DecisionDates } from '../planning/decision.ts'
import type { DatedContract } from './listed-contract.ts'

/** What the register can be sorted by. */
export const sortKeys = ['attention', 'title', 'spend', 'ends', 'reference'] as const

/** How the register is sorted when nothing is asked. */
export const firstSort: Sort = { key: 'attention', direction: 'ascending' }

type Value = string | number | undefined

const values: { readonly [key in (typeof sortKeys)[number]]: (contract: DatedContract) => Value } = {
  attention: ({ next }) => next && `${urgency(next)}${next.due}`,
  title: ({ detail }) => detail.title.toLocaleLowerCase('en-GB'),
  spend: ({ detail }) => detail.yearlyPence ?? undefined,
  ends: ({ ends }) => ends,
  reference: ({ reference }) => reference,
}

/** What is late stands first, a review that was missed after an end that is near; last what goes on until someone ends it. */
function urgency({ late, kind }: DecisionDates): number {
  if (late) return kind === 'review' ? 1 : 0
  return kind === 'notice' || kind === 'national' ? 3 : 2
}

/** Contracts in the order asked for; those without a value come last either way, and equals stand by title. */
export function sorted<Of extends DatedContract>(contracts: readonly Of[], { key, direction }: Sort): readonly Of[] {
  const of = values[key as (typeof sortKeys)[number]] ?? values.attention
  const sign = direction === 'ascending' ? 1 : -1
  return contracts
    .map((contract) => ({ contract, value: of(contract), title: contract.detail.title }))
    .sort((one, other) => order(one.value, other.value, sign) || compare(one.title, other.title))
    .map(({ contract }) => contract)
}

function order(one: Value, other: Value, sign: 1 | -1): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  return sign * compare(one, other)
}

const compare = (one: string | number, other: string | number): number => (one < other ? -1 : one > other ? 1 : 0)
