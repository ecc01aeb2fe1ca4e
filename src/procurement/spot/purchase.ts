import type { Id, IsoDate, Pence } from '../../core/values/index.ts'

/** Care bought for one person outside any lot. */
export interface SpotPurchase {
  readonly id: Id
  readonly reference: string
  readonly version: number
  readonly organisationId: Id
  readonly serviceType: string
  readonly area: string
  /** A reference, never a name. */
  readonly person: string
  readonly careGroup: string | null
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly weeklyMinutes: number | null
  readonly weeklyPence: Pence
  readonly outOfArea: boolean
  /** The contract that should have met it, and why it did not. */
  readonly insteadOf: Id | null
  readonly reason: string
  /** The contract that it is to move to; after a review of the person's care, it moves. */
  readonly movesTo: Id | null
  readonly reviewedOn: IsoDate | null
  readonly movedOn: IsoDate | null
}

/** Whether care is bought on a day: begun, not over, and not moved to a contract. */
export const boughtOn = (
  { from, until, movedOn }: Pick<SpotPurchase, 'from' | 'until' | 'movedOn'>,
  on: IsoDate,
): boolean => from <= on && (until === null || on < until) && (movedOn === null || on < movedOn)

/** How far a move to a contract has come. */
export type MoveState = 'none' | 'to-review' | 'reviewed' | 'moved'

/** How far the move of one purchase had come on a day. */
export function moveState(
  { movesTo, reviewedOn, movedOn }: Pick<SpotPurchase, 'movesTo' | 'reviewedOn' | 'movedOn'>,
  on: IsoDate,
): MoveState {
  if (movesTo === null) return 'none'
  if (movedOn !== null && movedOn <= on) return 'moved'
  return reviewedOn !== null && reviewedOn <= on ? 'reviewed' : 'to-review'
}

/** What is wrong with the days of a move, by field; undefined when nothing is. */
export function moveTrouble({
  from,
  movesTo,
  reviewedOn,
  movedOn,
}: Pick<SpotPurchase, 'from' | 'movesTo' | 'reviewedOn' | 'movedOn'>):
  | { readonly field: 'movesTo' | 'reviewedOn' | 'movedOn'; readonly sentence: string }
  | undefined {
  if (movedOn === null) return undefined
  if (movesTo === null) return { field: 'movesTo', sentence: 'Say to which contract it moved.' }
  if (reviewedOn === null)
    return { field: 'reviewedOn', sentence: 'It moves after a review of the person’s care: say when that was.' }
  if (reviewedOn > movedOn) return { field: 'reviewedOn', sentence: 'The review comes before the move.' }
  return movedOn < from ? { field: 'movedOn', sentence: 'It can’t move before it began.' } : undefined
}

/** Stands for somebody who was erased. */
export const erasedPerson = 'erased'

/** Whether a text is a reference to a person, and not a name: no spaces, and a digit in it. */
export const isPersonReference = (text: string): boolean => /^(?=.*\d)[\w/.:-]{2,40}$/.test(text)

/** Minutes from hours such as "12.5" or "12:30", to the nearest minute; undefined when they are none. */
export function minutesFrom(text: string): number | undefined {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const decimal = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text)
  if (!decimal) return undefined
  const hundredths = Number(decimal[1]) * 100 + Number((decimal[2] ?? '').padEnd(2, '0'))
  return Math.floor((hundredths * 60 + 50) / 100)
}
