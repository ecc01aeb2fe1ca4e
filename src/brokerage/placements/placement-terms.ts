import { addDays, type IsoDate } from '../../core/values/index.ts'

/** What a provider owes and is owed when care changes. */
export interface PlacementTerms {
  /** How many days before a provider has to say that it gives care back. */
  readonly noticeDays: number
  /** How many days capacity is kept for somebody whose care rests, while nobody knows when it goes on. */
  readonly keepDays: number
}

/** What holds where neither the contract nor the partnership says anything else. */
export const usualTerms: PlacementTerms = { noticeDays: 28, keepDays: 28 }

/** The first day from which a provider need not give care that it gives back today. */
export const earliestHandBack = ({ noticeDays }: PlacementTerms, today: IsoDate): IsoDate => addDays(today, noticeDays)
