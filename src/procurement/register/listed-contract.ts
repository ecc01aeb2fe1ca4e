import type { IsoDate } from '../../core/values/index.ts'
import type { Contract, ContractDetail } from '../contract.ts'
import type { DatedDecision, Decision, DecisionDates, PlannedContract } from '../planning/decision.ts'
import { datedDecisions, nextDecision, worded } from '../planning/decision-dates.ts'
import type { Planning } from '../planning/planning.ts'
import { type Life, lifeOf } from './life.ts'

/** What of a contract the register needs for all of them: not its lots, and not what is told of it at length. */
export interface RegisterRow extends PlannedContract, Pick<Contract, 'reference'> {
  /** What the partnership calls it elsewhere. */
  readonly ownReference: string | null
  readonly detail: PlannedContract['detail'] &
    Pick<ContractDetail, 'title' | 'method' | 'careGroups' | 'yearlyPence' | 'yearlyBasis' | 'successorUntil'>
}

interface WithDecisions<Of extends DecisionDates> extends RegisterRow, Life {
  readonly decisions: readonly Of[]
  /** What has to be decided first. */
  readonly next: Of | undefined
}

/** A contract as the register sorts and counts it on a day: its life and the days of its decisions. */
export type DatedContract = WithDecisions<DecisionDates>

/** One whose decisions can be put in words. */
export type WordableContract = WithDecisions<DatedDecision>

/** A contract as the register lists it on a day, in words. */
export type ListedContract = WithDecisions<Decision>

/** A contract with its life and the days of its decisions, on a day. */
export function dated(row: RegisterRow, planning: Planning, on: IsoDate): WordableContract {
  const decisions = datedDecisions(row, planning, on)
  return { ...row, ...lifeOf(row, on), decisions, next: nextDecision(decisions) }
}

/** The same in words: for those of a register that are shown. */
export function listed(contract: WordableContract): ListedContract {
  const decisions = contract.decisions.map(worded)
  return { ...contract, decisions, next: nextDecision(decisions) }
}
