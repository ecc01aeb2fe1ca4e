import { tables } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Audience, ContinuityState } from './continuity-plan.ts'

interface DrillTables {
  /** What people do about a closing; the identifier is that of the drill from which it follows. */
  continuity_plan: {
    partnership_id: Id
    id: Id
    version: number
    lead_officer: string
    told: Record<Audience, ContinuityState>
    communications: string
    hand_over: ContinuityState
    hand_over_notes: string
    changed_at: Date
    changed_by: Id | null
  }
}

/** The view of the database for continuity plans. */
export const drills = tables<DrillTables>()
