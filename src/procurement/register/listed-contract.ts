import type { IsoDate } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'
import type { Decision } from '../planning/decision.ts'
import { decisionsOf, nextDecision } from '../planning/decision-dates.ts'
import type { Planning } from '../planning/planning.ts'
import { type Life, lifeOf } from './life.ts'

/** What of a contract the register needs for all of them: not its lots. */
export type RegisterRow = Pick<Contract, 'id' | 'reference' | 'stage' | 'detail' | 'terms' | 'options'>

/** A contract as the register lists it on a day. */
export interface ListedContract extends RegisterRow, Life {
  readonly decisions: readonly Decision[]
  /** What has to be decided first. */
  readonly next: Decision | undefined
}

/** A contract with its life and its decisions, on a day. */
export function listed(row: RegisterRow, planning: Planning, on: IsoDate): ListedContract {
  const decisions = decisionsOf(row, planning, on)
  return { ...row, ...lifeOf(row, on), decisions, next: nextDecision(decisions) }
}
