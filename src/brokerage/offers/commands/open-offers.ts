import { type Id, londonDate } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { liveStates, type Offer } from '../../offer.ts'
import { lockRow } from '../../requests/commands/lock-package.ts'
import { byBand, packageOf } from '../../requests/queries/package-row.ts'
import type { RoundTime } from '../clock.ts'
import { type Refusal, refused } from '../outcome.ts'
import type { PriceApproval } from '../queries/approvals.ts'
import { offerGround } from '../queries/ground.ts'
import type { Round } from '../round.ts'
import type { GivenVisit, WantedLine } from '../unplaced.ts'

/** A package that is one's own until the transaction ends, with its open round. */
export interface RoundUnderWay {
  readonly package: CarePackage
  readonly round: Round
  readonly offers: readonly Offer[]
  readonly approvals: readonly PriceApproval[]
  /** Offers beyond which a provider was told something that was not taken back. */
  readonly revealed: readonly Id[]
  /** By what its clocks run. */
  readonly time: RoundTime
  /** What is wanted and given of the package, over all days. */
  readonly wanted: readonly WantedLine[]
  readonly given: readonly GivenVisit[]
}

/** Whether an offer can still be answered. */
export const isLive = ({ state }: Pick<Offer, 'state'>): boolean => liveStates.some((live) => live === state)

/** Takes a package with its open round, or says why not. */
export async function lockRound(work: Work, packageId: Id, version?: number): Promise<RoundUnderWay | Refusal> {
  const locked = await lockRow(work, packageId, { version })
  if (locked.outcome === 'conflict') return refused('conflict', locked.sentence)
  // Only now: read with the lock, it would be what was so before the wait.
  const { open, partnership, calendar, wanted, given } = await offerGround(work.db, work.partnershipId, packageId)
  if (!open) return refused('no-round', 'No offers are out for this package.')
  const { rule, ...standing } = open
  const today = londonDate(work.at)
  const lines = wanted.filter(({ from, until }) => from <= today && (until === null || until > today))
  const of = packageOf(locked.row, lines.map(({ line }) => line).sort(byBand))
  return { package: of, ...standing, time: { partnership, rule, calendar }, wanted, given }
}
