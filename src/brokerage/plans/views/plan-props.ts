import type { Partnership } from '../../../core/auth/index.ts'
import type { Mistake } from '../../../core/forms/index.ts'
import type { PlanInput } from '../plan-asked.ts'
import type { PlanResult } from '../plan-result.ts'
import type { PlanContent, PlanRun } from '../queries/plan-content.ts'
import type { SendingTold } from './sent-page.tsx'

/** Everything that the page of a plan is made from. */
export interface PlanPageProps {
  readonly partnership: Partnership
  readonly content: PlanContent
  readonly now: Date
  /** Where the page hears that it goes on. */
  readonly live: string
  readonly mayPlace: boolean
  /** What was sent from it, the latest first. */
  readonly sendings: readonly SendingTold[]
  readonly mistakes: readonly Mistake[]
}

/** A plan with what came of it. */
export type FoundPlan = PlanRun & { readonly input: PlanInput; readonly result: PlanResult }

/** The parts of the page of a plan that found something. */
export type PlanPartsProps = PlanPageProps & { readonly run: FoundPlan }
