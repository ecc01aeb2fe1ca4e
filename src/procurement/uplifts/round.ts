import type { Id, IsoDate } from '../../core/values/index.ts'
import type { UpliftTerms } from './uplift-terms.ts'

/** A file that the partnership keeps, by what it is found and shown by. */
export interface RoundDocument {
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly digest: string
}

/** A round of uplift: worked out first, then applied in one step, or dropped. */
export interface UpliftRound {
  readonly id: Id
  readonly reference: string
  readonly title: string
  readonly from: IsoDate
  readonly state: 'draft' | 'applied' | 'dropped'
  /** Goes up with every change, so that nobody writes over what a colleague did. */
  readonly version: number
  readonly terms: UpliftTerms
  readonly reason: string
  /** What it stands on: a minute, a letter. */
  readonly document: RoundDocument | null
  readonly madeAt: Date
  readonly madeBy: Id | null
  readonly appliedAt: Date | null
  readonly appliedBy: Id | null
}

/** What each state of a round is called. */
export const stateWords: Record<UpliftRound['state'], string> = {
  draft: 'Not applied yet',
  applied: 'Applied',
  dropped: 'Dropped',
}

/** As many rounds as a page lists. */
export const roundsPerPage = 50
