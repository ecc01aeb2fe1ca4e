import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Origin } from '../care-package.ts'
import type { OfferState } from '../offer.ts'
import type { ClockHours, RuleStep } from '../offer-rule.ts'
import type { VisitLine } from '../visit-line.ts'
import type { DeskGroup } from './desk-group.ts'

/** Why a package stands where it stands. */
export type DeskWhy =
  | 'unmet'
  | 'unsent'
  | 'late'
  | 'soon'
  | 'question'
  | 'proposal'
  | 'approval'
  | 'paused'
  | 'waiting'
  | 'stuck'

/** A package on the desk, and how many stand in its group. */
export interface Standing {
  readonly packageId: Id
  readonly group: DeskGroup
  readonly why: DeskWhy
  readonly count: number
}

/** A placement that is to begin, and how many are. */
export interface Starting {
  readonly placementId: Id
  readonly packageId: Id
  readonly reference: string
  readonly version: number
  readonly organisation: string
  readonly startsOn: IsoDate
  readonly minutes: number
  readonly step: number | null
  readonly count: number
}

/** An offer that a provider can still answer, as a desk shows it. */
export interface LiveOffer {
  readonly organisation: string
  readonly state: OfferState
  readonly step: number
  readonly turn: number
  readonly sentAt: Date
  readonly dueAt: Date | null
  readonly leftMinutes: number | null
}

/** The latest round of a package. */
export interface DeskRound {
  readonly step: number
  readonly state: 'running' | 'paused' | 'approval' | 'done' | 'cancelled'
  readonly closedAt: Date | null
  readonly hours: ClockHours
  readonly steps: readonly RuleStep[]
  /** How many were asked in it. */
  readonly asked: number
  /** Whose price waits for an approval. */
  readonly approvalOf: string | null
  /** Those that can still be answered, what is due first; at most a few. */
  readonly offers: readonly LiveOffer[]
}

/** A package as a row of the desk shows it: nothing of who it is for. */
export interface DeskPackage {
  readonly id: Id
  readonly reference: string
  readonly version: number
  readonly serviceType: string
  readonly area: string
  readonly district: string
  readonly needs: readonly string[]
  readonly origin: Origin
  readonly readyAt: Date
  readonly unplacedMinutes: number
  readonly lines: readonly VisitLine[]
  readonly brokerId: Id | null
  readonly broker: string | null
  /** When whoever recorded it as unmet looks at it again; null while nobody has. */
  readonly reviewOn: IsoDate | null
  /** The first day without care that a provider gave or gives; null when none does, or without end. */
  readonly careEndsOn: IsoDate | null
  /** The spell of unmet need that is open. */
  readonly spellId: Id | null
  readonly round: DeskRound | null
}
