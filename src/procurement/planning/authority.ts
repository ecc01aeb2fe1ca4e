import type { Id, IsoDate } from '../../core/values/index.ts'
import type { DelegatedLimit } from './standard-authorities.ts'

/** What one role may approve of one kind, over some days. */
export interface Authority extends DelegatedLimit {
  readonly id: Id
  readonly from: IsoDate
  readonly until: IsoDate | null
}
