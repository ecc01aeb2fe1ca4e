import { accountOf } from '../../../core/auth/index.ts'
import { json, keptPlan } from '../../../core/db/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import type { Offer } from '../../offer.ts'
import { brokerage } from '../../schema/index.ts'
import { contentOf, type RevealStage } from '../reveals.ts'

/** Tells a provider what follows on the offer, once; what was told stands in the ledger by its name, never by its words. */
export async function reveal(
  work: Work,
  of: Pick<CarePackage, 'id' | 'personId' | 'penPicture'>,
  { id: offerId, organisationId, state }: Pick<Offer, 'id' | 'organisationId' | 'state'>,
  stage: RevealStage,
): Promise<void> {
  const { db, partnershipId, actor, at } = work
  const person = stage === 'person' ? await personDetail(work, of.personId) : undefined
  const content = contentOf(stage, { state, penPicture: of.penPicture, person })
  const told = await brokerage(db)
    .insertInto('reveal')
    .values({
      partnership_id: partnershipId,
      id: newId(),
      offer_id: offerId,
      package_id: of.id,
      person_id: of.personId,
      organisation_id: organisationId,
      stage,
      content: json(content),
      revealed_at: at,
      revealed_to: accountOf(actor),
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.constraint('told_once').doNothing())
    .returning('id')
    .modifyEnd(keptPlan)
    .executeTakeFirst()
  if (!told) return
  work.told.push({
    event: stage === 'person' ? 'brokerage.person-told' : 'brokerage.pen-picture-told',
    subject: { kind: 'package', id: of.id },
    payload: { offerId, organisationId, revealId: told.id, told: Object.keys(content) },
  })
}

const personDetail = ({ db, partnershipId }: Work, personId: Id) =>
  brokerage(db)
    .selectFrom('person_detail')
    .select(['name', 'address', 'postcode', 'contacts', 'risks'])
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .modifyEnd(keptPlan)
    .executeTakeFirst()

/** Takes back what was told in offers that came to nothing. */
export async function withdrawReveals(work: Work, packageId: Id, offerIds: readonly Id[]): Promise<void> {
  const { db, partnershipId, at } = work
  if (offerIds.length === 0) return
  const gone = await brokerage(db)
    .updateTable('reveal')
    .set({ content: null, withdrawn_at: at })
    .where('partnership_id', '=', partnershipId)
    .where('offer_id', 'in', [...offerIds])
    .where('withdrawn_at', 'is', null)
    .returning(['id', 'offer_id', 'organisation_id', 'stage'])
    .execute()
  for (const { id, offer_id: offerId, organisation_id: organisationId, stage } of gone) {
    work.told.push({
      event: 'brokerage.reveal-withdrawn',
      subject: { kind: 'package', id: packageId },
      payload: { offerId, organisationId, revealId: id, stage },
    })
  }
}

/** Tells whoever takes a placement over who the person is; what was told stands in the ledger by its name, never by its words. */
export async function revealToSuccessor(
  work: Work,
  of: Pick<CarePackage, 'id' | 'personId'>,
  placement: { readonly id: Id; readonly organisationId: Id },
): Promise<void> {
  const { db, partnershipId, actor, at } = work
  const person = await personDetail(work, of.personId)
  if (!person) return
  const revealId = newId()
  await brokerage(db)
    .insertInto('reveal')
    .values({
      partnership_id: partnershipId,
      id: revealId,
      offer_id: null,
      placement_id: placement.id,
      package_id: of.id,
      person_id: of.personId,
      organisation_id: placement.organisationId,
      stage: 'person',
      content: json({ ...person }),
      revealed_at: at,
      revealed_to: accountOf(actor),
      withdrawn_at: null,
    })
    .execute()
  work.told.push({
    event: 'brokerage.person-told',
    subject: { kind: 'package', id: of.id },
    payload: {
      placementId: placement.id,
      organisationId: placement.organisationId,
      revealId,
      told: Object.keys(person),
    },
  })
}

/** Takes back what was told when a placement was taken over, once that is over. */
export async function withdrawPlacementReveals(work: Work, packageId: Id, placementId: Id): Promise<void> {
  const { db, partnershipId, at } = work
  const gone = await brokerage(db)
    .updateTable('reveal')
    .set({ content: null, withdrawn_at: at })
    .where('partnership_id', '=', partnershipId)
    .where('placement_id', '=', placementId)
    .where('withdrawn_at', 'is', null)
    .returning(['id', 'organisation_id', 'stage'])
    .execute()
  for (const { id, organisation_id: organisationId, stage } of gone) {
    work.told.push({
      event: 'brokerage.reveal-withdrawn',
      subject: { kind: 'package', id: packageId },
      payload: { placementId, organisationId, revealId: id, stage },
    })
  }
}
