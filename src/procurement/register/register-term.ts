import type { Term, TermPeriod, TermWindow } from '../../core/ui/charts/index.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { ContractDetail, Days } from '../contract.ts'
import type { DecisionDates, PlannedContract } from '../planning/decision.ts'
import { lifeOf } from './life.ts'

/** A contract's time as a bar draws it: what is agreed, the options still open, what follows, and when to decide. */
export function termOf(
  contract: Pick<PlannedContract, 'terms' | 'options'> & {
    readonly detail: Pick<ContractDetail, 'successorFrom' | 'successorUntil'>
  },
  decisions: readonly DecisionDates[],
  on: IsoDate,
): Term {
  const { begins, ends } = lifeOf(contract, on)
  const { successorFrom, successorUntil } = contract.detail
  const { latestSafeStart } = decisions.find((decision) => decision.latestSafeStart) ?? {}
  const { decideBy } = decisions.find((decision) => decision.decideBy) ?? {}
  return {
    agreed: begins ? { from: begins, to: ends } : undefined,
    options: contract.options.filter(({ decision }) => decision === 'open').map(period),
    planned: successorFrom ? [period({ from: successorFrom, until: successorUntil })] : [],
    safeStart: latestSafeStart ?? undefined,
    decision: decideBy ?? undefined,
  }
}

const period = ({ from, until }: Days): TermPeriod => ({ from, to: until === null ? undefined : addDays(until, -1) })

/** The years about a day over which all bars of a page are drawn: whole ones, so many before and after. */
export function yearsAbout(on: IsoDate, before: number, after: number): TermWindow {
  const year = Number(on.slice(0, 4))
  return { from: `${year - before}-01-01`, to: `${year + after}-12-31` }
}
