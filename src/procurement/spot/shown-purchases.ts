import type { Id, IsoDate, Pence } from '../../core/values/index.ts'
import type { MoveState } from './purchase.ts'

/** Which purchases a list shows. */
export const shownChoices = ['now', 'off-framework', 'to-review', 'reviewed', 'moved', 'all'] as const

export type Shown = (typeof shownChoices)[number]

/** What each choice is called. */
export const shownWords: { readonly [shown in Shown]: string } = {
  now: 'Bought today',
  'off-framework': 'Off a contract that should have met them',
  'to-review': 'To be reviewed before they move',
  reviewed: 'Reviewed, ready to move',
  moved: 'Moved to a contract',
  all: 'All, past and to come too',
}

/** How the move of a purchase is told. */
export const moveWords: { readonly [state in MoveState]: string } = {
  none: 'No move is planned',
  'to-review': 'To be reviewed',
  reviewed: 'Ready to move',
  moved: 'Moved',
}

/** A purchase as a row of the list. */
export interface ListedPurchase {
  readonly id: Id
  readonly reference: string
  readonly provider: string
  readonly service: string
  readonly area: string
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly weeklyPence: Pence
  readonly outOfArea: boolean
  readonly insteadOf: Id | null
  readonly movesTo: Id | null
  readonly reviewedOn: IsoDate | null
  readonly movedOn: IsoDate | null
}

/** Counts over all purchases of a partnership, as at a day. */
export interface SpotCounts {
  readonly bought: number
  readonly weeklyPence: Pence
  readonly outOfArea: number
  readonly toReview: number
  readonly reviewed: number
  readonly moved: number
  readonly all: number
}

/** How far purchases that are to move to one contract have come. */
export interface MoveProgress {
  readonly contractId: Id
  readonly toReview: number
  readonly reviewed: number
  readonly moved: number
}

/** Purchases on one page of the list. */
export const spotPageLength = 50
