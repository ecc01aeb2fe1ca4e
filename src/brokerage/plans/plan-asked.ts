import type { Id } from '../../core/values/index.ts'
import type { Policy } from '../../engines/allocation/index.ts'
import type { PlanLimits } from '../solving/placing-ground.ts'
import type { PlacingInput } from '../solving/placing-input.ts'

/** A package with one provider: kept together, or apart. */
export interface Pairing {
  readonly packageId: Id
  readonly organisationId: Id
}

/** What a broker asks of a plan. */
export interface PlanAsked {
  /** Key of the one service that is planned; null for all. */
  readonly serviceType: string | null
  /** Code of the one area; null for all. */
  readonly area: string | null
  readonly policy: Policy
  readonly seed: number
  readonly limits: PlanLimits
  readonly kept: readonly Pairing[]
  readonly refused: readonly Pairing[]
}

/** What a plan is worked out from. */
export interface PlanInput extends PlacingInput {
  readonly policy: Policy
  readonly seed: number
  /** How many wait in all, of which the first are planned. */
  readonly waiting: number
  /** References of packages that can't be kept as was asked any more, each with why. */
  readonly notKept: readonly string[]
}

/** At most so many packages are planned at once. */
export const mostPlanned = 1000

/** Limits as the form opens: an unmet hour counts sixty pounds, and each place passed over ten. */
export const usualLimits: PlanLimits = {
  unmetPencePerHour: 6000,
  bypassPence: 1000,
  sharePercent: null,
  runHours: null,
  undeclaredHours: 0,
}
