import { longDate } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'
import { firstDay } from '../term.ts'
import { within } from './days.ts'
import { declined } from './decide-option.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { termEffect } from './effect-of.ts'
import { outsideLife } from './in-life.ts'

/** Whether a contract may end before its day; the day given is the first on which it is over. Its open options go with it. */
export function decideEarlyEnd(contract: Contract, { effectiveOn }: { readonly effectiveOn: IsoDate }): Decision {
  const problem = outsideLife(contract, effectiveOn)
  if (problem) return problem
  const first = firstDay(contract.terms)
  if (first === effectiveOn)
    return refuse(
      'before-it-begins',
      `The contract begins on ${longDate(first)}: it can end on that day at the earliest.`,
      'effectiveOn',
    )
  const rest = within(contract.terms, { from: effectiveOn, until: null }).filter(({ state }) => state !== 'ended')
  return allow([
    ...rest.map((piece) => termEffect(contract, piece, 'ended')),
    ...declined(contract.options, effectiveOn, effectiveOn),
  ])
}
