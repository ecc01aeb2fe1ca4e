import type { Partnership } from '../../../core/auth/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { ProviderContent } from '../queries/provider-content.ts'

/** What the page of one provider and each of its parts is given. */
export interface ProviderPageProps extends ProviderContent {
  readonly partnership: Partnership
  readonly today: IsoDate
  readonly now: Date
  readonly mayWrite: boolean
  /** What was just done, in a sentence. */
  readonly notice: string | undefined
}
