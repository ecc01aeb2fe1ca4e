import type { Id } from '../core/values/index.ts'
import type { Role } from '../procurement/index.ts'

/** Everything that a rule looks at of one who might be asked; kept with the decision, so that it can be replayed. */
export interface Candidate {
  readonly organisationId: Id
  readonly organisation: string
  /** The place in a lot; null for one beside the lots. */
  readonly place: {
    readonly lotId: Id
    readonly lot: string
    readonly contractId: Id
    readonly role: Role
    readonly rank: number | null
  } | null
  readonly inHouse: boolean
  /** Why nobody may ask them at all today, in words; null when they may be asked. */
  readonly hindrance: string | null
  /** Pence an hour for these visits; null where no price is known. */
  readonly hourlyPence: number | null
  readonly weeklyPence: number | null
  readonly priceWhy: string
  /** The lowest of the latest grades, by its rank on the regulator's scale. */
  readonly grade: number | null
  /** Metres from the base to the area asked about. */
  readonly distance: number | null
  /** Minutes a week placed with it in the last 28 days, of the same service. */
  readonly placedMinutes: number
  /** When it was last asked for the same service; null for never. */
  readonly lastAskedAt: string | null
  /** Minutes a week left in the bands asked for; null where it declared nothing. */
  readonly freeMinutes: number | null
}
