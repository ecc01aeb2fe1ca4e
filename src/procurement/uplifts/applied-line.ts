import type { Pence } from '../../core/values/index.ts'
import type { RateLine } from '../rate-line.ts'

/** What a round did to one price. */
export interface AppliedLine extends Omit<RateLine, 'includes' | 'lotId'> {
  readonly reference: string
  readonly title: string
  readonly lotNumber: string
  readonly lotName: string
  readonly organisation: string | null
  readonly before: Pence
  readonly after: Pence
  readonly careGroup: string | null
}
