import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferRule } from '../offer-rule.ts'
import type { MadeOffer, PastRound } from '../rules/past-round.ts'
import type { PastApproval } from '../rules/round-decision.ts'
import type { PastAnswers } from './answers.ts'
import type { Changes } from './changes.ts'

/** A round of the past as it can be gone through again: what was wanted, who might have been asked, and what came of it. */
export interface MachineRound {
  readonly id: Id
  /** Of the package. */
  readonly reference: string
  readonly area: string
  readonly openedAt: Date
  readonly wantedMinutes: number
  /** The place of the rule among those of the input. */
  readonly rule: number
  readonly fromStep: number
  readonly on: IsoDate
  readonly goesWith?: Id | undefined
  readonly candidates: readonly Candidate[]
  readonly offers: readonly MadeOffer[]
  readonly approvals: readonly PastApproval[]
}

/** All that a replay is worked out from; it holds nothing about anyone but references of packages. */
export interface MachineInput {
  readonly rules: readonly OfferRule[]
  readonly rounds: readonly MachineRound[]
  /** Of each provider, what it said to offers of this service before the period was over. */
  readonly answers: readonly PastAnswers[]
  readonly changes: Changes
  readonly seeds: readonly number[]
  /** Rounds that began in the period and can't be gone through: running still, or their entry in the ledger was erased. */
  readonly leftOut: number
}

/** Past rounds with what a replay needs of them; those of which the ledger holds no decision any more are left out. */
export function machineRounds(
  past: readonly PastRound[],
  areaOf: ReadonlyMap<string, string>,
): Pick<MachineInput, 'rules' | 'rounds'> {
  const rules: OfferRule[] = []
  const byVersion = new Map<Id, number>()
  const rounds = past.flatMap(({ id, reference, openedAt, wantedMinutes, decisions, offers, approvals }) => {
    const [first] = decisions
    if (!first) return []
    const { rule, fromStep, on, goesWith, candidates } = first.input
    const known = byVersion.get(rule.versionId) ?? rules.push(rule) - 1
    byVersion.set(rule.versionId, known)
    const area = areaOf.get(reference) ?? ''
    const kept = { id, reference, area, openedAt, wantedMinutes, rule: known, fromStep, on, offers, approvals }
    return [{ ...kept, ...(goesWith === undefined ? {} : { goesWith }), candidates }]
  })
  return { rules, rounds }
}
