import type { Id } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { liveStates, type Offer } from '../../offer.ts'
import { lockPackage } from '../../requests/commands/lock-package.ts'
import { type Refusal, refused } from '../outcome.ts'
import { offersOfRound } from '../queries/offer.ts'
import { openRoundOf } from '../queries/round.ts'
import type { Round } from '../round.ts'

/** A package that is one's own until the transaction ends, with its open round. */
export interface RoundUnderWay {
  readonly package: CarePackage
  readonly round: Round
  readonly offers: readonly Offer[]
}

/** Whether an offer can still be answered. */
export const isLive = ({ state }: Pick<Offer, 'state'>): boolean => liveStates.some((live) => live === state)

/** Takes a package with its open round, or says why not. */
export async function lockRound(work: Work, packageId: Id, version?: number): Promise<RoundUnderWay | Refusal> {
  const locked = await lockPackage(work, packageId, { version })
  if (locked.outcome === 'conflict') return refused('conflict', locked.sentence)
  const round = await openRoundOf(work.db, work.partnershipId, packageId)
  if (!round) return refused('no-round', 'No offers are out for this package.')
  const offers = await offersOfRound(work.db, work.partnershipId, round.id)
  return { package: locked.package, round, offers }
}
