import type { Id, IsoDate } from '../../core/values/index.ts'
import type { CarePackage, Origin, SupportOption } from '../care-package.ts'
import type { VisitLine } from '../visit-line.ts'

/** Who care is asked for: somebody known, or somebody new with the least that a provider has to be told in the end. */
export type AskedPerson =
  | { readonly id: Id }
  | {
      readonly name: string
      readonly address: string
      readonly postcode: string
      readonly contacts: string
      readonly risks: string
      /** The number of the social work record; '' for none. */
      readonly ownReference: string
    }

/** One kind of service of a request; each becomes a package of its own. */
export interface AskedElement {
  readonly serviceType: string
  /** What is met once only for a person at a time; the key of the service type when left out. */
  readonly need?: string | undefined
  readonly shortTerm: boolean
  readonly lines: readonly Omit<VisitLine, 'id'>[]
}

/** What a care manager asks for one person. */
export interface AskedPackages {
  readonly person: AskedPerson
  readonly area: string
  /** The key of a level of the criteria in force on the day of the assessment; null with a reason. */
  readonly level: string | null
  readonly noLevelReason: string | null
  readonly outcomes: readonly string[]
  readonly needs: readonly string[]
  readonly choices: string
  readonly supportOption: SupportOption
  readonly origin: Origin
  readonly assessedOn: IsoDate
  readonly readyAt: Date
  readonly startBy: IsoDate
  readonly penPicture: string
  readonly elements: readonly AskedElement[]
}

/** Something of a request to put right: at a part of it, such as `level` or `elements.0.lines`. */
export interface RequestProblem {
  readonly at: string
  readonly sentence: string
}

export type RequestOutcome =
  | { readonly outcome: 'asked'; readonly packages: readonly CarePackage[] }
  | { readonly outcome: 'refused'; readonly problems: readonly RequestProblem[] }
