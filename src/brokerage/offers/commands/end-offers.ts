import type { Id } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { liveStates, type Offer } from '../../offer.ts'
import { brokerage } from '../../schema/index.ts'
import { nothingDue } from './change-offer.ts'
import { note } from './notice.ts'
import { withdrawReveals } from './tell-reveal.ts'

/** How offers end that nobody answered. */
type Unanswered = 'lapsed' | 'cancelled' | 'taken'

/** Ends offers that can still be answered, takes back what was told in them (in those `revealed`, where that is known), and tells the providers. */
export async function endOffers(
  work: Work,
  packageId: Id,
  offers: readonly Offer[],
  state: Unanswered,
  revealed?: readonly Id[],
): Promise<void> {
  if (offers.length === 0) return
  const { db, partnershipId, at } = work
  const { numUpdatedRows } = await brokerage(db)
    .updateTable('offer')
    .set({ ...nothingDue, state, answered_at: at })
    .where('partnership_id', '=', partnershipId)
    .where(
      'id',
      'in',
      offers.map(({ id }) => id),
    )
    .where('state', 'in', liveStates)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) !== offers.length) throw new Error('An offer that is over was ended.')
  for (const { id: offerId, reference, organisationId, step, turn } of offers) {
    work.told.push({
      event: `brokerage.offer-${state}`,
      subject: { kind: 'package', id: packageId },
      payload: { offerId, reference, organisationId, step, turn },
    })
  }
  await withdrawReveals(
    work,
    packageId,
    offers.map(({ id }) => id).filter((id) => revealed?.includes(id) ?? true),
  )
  if (state === 'lapsed') return
  const kind = state === 'taken' ? 'offer-taken' : 'offer-withdrawn'
  await note(
    work,
    offers.map((offer) => ({ kind, packageId, offer })),
  )
}
