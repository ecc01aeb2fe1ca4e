import type { Id, IsoDate } from '../../core/values/index.ts'
import type { VisitLine } from '../visit-line.ts'

/** One run of a rule for what is unplaced of a package. */
export interface Round {
  readonly id: Id
  readonly packageId: Id
  readonly number: number
  readonly ruleVersionId: Id
  /** The step under way; 0 before the first. */
  readonly step: number
  readonly fromStep: number
  readonly state: 'running' | 'paused' | 'approval' | 'done' | 'cancelled'
  readonly outcome: 'placed' | 'part' | 'unmet' | null
  /** What was unplaced when it began, with what a proposal changed of it. */
  readonly lines: readonly VisitLine[]
  /** By when care for these has to start. */
  readonly startBy: IsoDate
  readonly openedAt: Date
  readonly openedBy: Id | null
  readonly pausedAt: Date | null
  readonly closedAt: Date | null
  /** Who is asked first, because it gives care to the person already. */
  readonly goesWith: Id | null
}
