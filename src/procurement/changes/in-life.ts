import { longDate } from '../../core/ui/format.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'
import { agreedUntil, firstDay } from '../term.ts'
import { type Refusal, refuse } from './decision.ts'

/** Refuses what would take effect before a contract begins or after it is over. */
export function outsideLife({ terms }: Pick<Contract, 'terms'>, on: IsoDate): Refusal | undefined {
  const [first, end] = [firstDay(terms), agreedUntil(terms)]
  if (first === undefined || end === undefined) return refuse('over', 'The contract has no agreed day.', 'effectiveOn')
  if (on < first)
    return refuse(
      'before-it-begins',
      `The contract begins on ${longDate(first)}: choose that day or a later one.`,
      'effectiveOn',
    )
  if (end !== null && on >= end)
    return refuse(
      'over',
      `The contract is agreed until ${longDate(addDays(end, -1))}: choose a day before its end.`,
      'effectiveOn',
    )
  return undefined
}
