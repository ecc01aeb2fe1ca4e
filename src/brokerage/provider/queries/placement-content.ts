import { partnershipBySlug, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type IsoDate, londonDate } from '../../../core/values/index.ts'
import type { ProviderActor } from '../../keys/commands/make-key.ts'
import { earliestHandBack } from '../../placements/placement-terms.ts'
import { placementTerms } from '../../placements/queries/placement-terms.ts'
import type { VisitLine } from '../../visit-line.ts'
import { type OwnPlacement, ownPlacements, visitsGiven } from './own-placements.ts'

/** All that the page of one placement shows. */
export interface PlacementContent {
  readonly placement: OwnPlacement
  readonly lines: readonly VisitLine[]
  readonly today: IsoDate
  /** The first day on which it may be without this provider, as notice goes. */
  readonly handBackFrom: IsoDate
  readonly noticeDays: number
}

/** A placement of a provider's own by its reference, or "not found". */
export async function placementContent(
  database: Database,
  actor: ProviderActor,
  { slug, reference, now }: { readonly slug: string; readonly reference: string; readonly now: Date },
): Promise<PlacementContent> {
  const { organisationId } = actor
  const today = londonDate(now)
  const placement = await asActor(database, actor, async (db) => {
    const { id } = await partnershipBySlug(db, slug)
    const which = { partnershipId: id, reference }
    const [found] = await ownPlacements(db, { organisationId, on: today, limit: 1, which })
    return found
  })
  if (!placement) throw notFound('This placement')
  const partnershipId = placement.partnership.id
  return asActor(database, systemActor(partnershipId), async (db) => {
    const on = placement.startsOn > today ? placement.startsOn : today
    const terms = await placementTerms(db, partnershipId, placement.contractId, today)
    return {
      placement,
      lines: await visitsGiven(db, { partnershipId, placementId: placement.id, on }),
      today,
      handBackFrom: earliestHandBack(terms, today),
      noticeDays: terms.noticeDays,
    }
  })
}
