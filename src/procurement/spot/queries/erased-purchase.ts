import type { Db } from '../../../core/db/index.ts'
import { type Id, referenceDigest } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { SpotPurchase } from '../purchase.ts'

/** By what a purchase without a reference is known again. */
type Told = Pick<SpotPurchase, 'organisationId' | 'serviceType' | 'from' | 'person'>

/** Tells which purchase, made for somebody who was erased since, is told of again; undefined for none. One query. */
export async function erasedPurchase(db: Db, partnershipId: Id): Promise<(told: Told) => Id | undefined> {
  const rows = await procurement(db)
    .selectFrom('spot_purchase')
    .select(['id', 'organisation_id', 'service_type_key', 'from_day', 'erased_salt', 'erased_digest'])
    .where('partnership_id', '=', partnershipId)
    .where('erased_digest', 'is not', null)
    .execute()
  const groups = Map.groupBy(rows, (row) => keyOf(row.organisation_id, row.service_type_key, row.from_day))
  return ({ organisationId, serviceType, from, person }) =>
    groups
      .get(keyOf(organisationId, serviceType, from))
      ?.find(({ erased_salt, erased_digest }) => referenceDigest(erased_salt ?? '', person) === erased_digest)?.id
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts)
