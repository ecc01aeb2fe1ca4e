import { addDays, type Id, type IsoDate } from '../../core/values/index.ts'

/** What a provider owes and is owed when care changes. */
export interface PlacementTerms {
  /** How many days before a provider has to say that it gives care back. */
  readonly noticeDays: number
  /** How many days capacity is kept for somebody whose care rests, while nobody knows when it goes on. */
  readonly keepDays: number
}

/** What holds where neither the contract nor the partnership says anything else. */
export const usualTerms: PlacementTerms = { noticeDays: 28, keepDays: 28 }

/** The most days that notice, or keeping time free, can be agreed for: a year. */
export const mostTermDays = 366

/** Terms as they hold over some days, of a contract or (without one) of the partnership. */
export interface KeptTerms extends PlacementTerms {
  readonly id: Id
  readonly contract: { readonly id: Id; readonly reference: string; readonly title: string } | null
  readonly from: IsoDate
  readonly until: IsoDate | null
  /** Null where the account is gone. */
  readonly toldBy: string | null
  readonly toldAt: Date
}

/** The first day from which a provider need not give care that it gives back today. */
export const earliestHandBack = ({ noticeDays }: PlacementTerms, today: IsoDate): IsoDate => addDays(today, noticeDays)
