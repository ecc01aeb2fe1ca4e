import type { IsoDate } from '../core/values/index.ts'

/** Days from the first up to but not including the last; without a last, for good. */
export interface Days {
  readonly from: IsoDate
  readonly until: IsoDate | null
}
