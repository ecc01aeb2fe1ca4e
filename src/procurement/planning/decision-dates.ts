import type { IsoDate } from '../../core/values/index.ts'
import { agreedUntil } from '../term.ts'
import type { DatedDecision, Decision, DecisionDates, PlannedContract } from './decision.ts'
import { endDecisions } from './end-decisions.ts'
import type { Planning } from './planning.ts'
import { nationalDecision, noticeDecision, reviewDecision } from './rolling-decisions.ts'

/**
 * Everything that is to be decided about a contract as seen from a day, what is due soonest first. Nothing for what is
 * not awarded or is over; nothing about an end that another contract follows in time.
 */
export const decisionsOf = (contract: PlannedContract, planning: Planning, on: IsoDate): readonly Decision[] =>
  datedDecisions(contract, planning, on).map(worded)

/** The same by their days alone, words to be asked for: what a register works out of every contract. */
export function datedDecisions(contract: PlannedContract, planning: Planning, on: IsoDate): readonly DatedDecision[] {
  const until = agreedUntil(contract.terms)
  if (contract.stage !== 'awarded' || until === undefined || (until !== null && until <= on)) return []
  const ends =
    contract.detail.decidedBy === 'national-owner'
      ? [nationalDecision(contract, planning, until, on)]
      : until === null
        ? [noticeDecision(contract, on)]
        : endDecisions(contract, planning, until, on)
  return [...ends, ...reviewDecision(contract, until, on)].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** A decision with its words. */
export const worded = ({ words, ...dates }: DatedDecision): Decision => ({ ...dates, ...words() })

/** The one to show where there is room for one: the end before a review when late, or else what is due soonest. */
export function nextDecision<Dates extends DecisionDates>(decisions: readonly Dates[]): Dates | undefined {
  const late = decisions.filter((one) => one.late)
  return late.find(({ kind }) => kind !== 'review') ?? late[0] ?? decisions[0]
}
