import type { Id, IsoDate } from '../core/values/index.ts'
import type { VisitLine } from './visit-line.ts'

/** Where a package stands: wanted, with providers, placed wholly or in part, nobody left to ask, at rest, or over. */
export const packageStates = ['waiting', 'offering', 'placed', 'unmet', 'suspended', 'ended', 'withdrawn'] as const

export type PackageState = (typeof packageStates)[number]

/** Where somebody waits. */
export const origins = ['hospital', 'community'] as const

export type Origin = (typeof origins)[number]

/** Options of the Social Care (Self-directed Support) (Scotland) Act 2013, section 4; in England: 1 direct payment, 2 individual service fund, 3 arranged by the council, 4 mixed. */
export type SupportOption = 1 | 2 | 3 | 4

/** What one person needs of one kind of service, as it is wanted now. */
export interface CarePackage {
  readonly id: Id
  /** As people quote it: `WL-PKG-00042`. */
  readonly reference: string
  /** Packages that were asked for together. */
  readonly requestId: Id
  readonly personId: Id
  /** Rises with each change; whoever changes it says which they saw. */
  readonly version: number
  /** What is met once only for a person at a time; the key of the service type unless said otherwise. */
  readonly need: string
  readonly serviceType: string
  /** Code of the area, and the postcode district that providers are told. */
  readonly area: string
  readonly district: string
  readonly criteria: string
  /** Key of a level of the criteria; null with the reason why none was set. */
  readonly level: string | null
  readonly noLevelReason: string | null
  readonly outcomes: readonly string[]
  /** Codes from the list of needs, never words about somebody. */
  readonly needs: readonly string[]
  readonly choices: string
  readonly supportOption: SupportOption
  readonly origin: Origin
  readonly assessedOn: IsoDate
  /** When the clock started: assessed, agreed, and ready for care to begin. */
  readonly readyAt: Date
  readonly startBy: IsoDate
  /** Told after interest is shown: nothing in it may say who it is. */
  readonly penPicture: string
  readonly shortTerm: boolean
  readonly state: PackageState
  readonly brokerId: Id | null
  readonly requestedBy: Id | null
  /** The visits of a week that are wanted on the day asked about. */
  readonly lines: readonly VisitLine[]
}
