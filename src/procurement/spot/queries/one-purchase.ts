import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { areaByCode } from '../../../places/index.ts'
import { careGroups, organisationNames, serviceTypes } from '../../../providers/index.ts'
import { procurement } from '../../schema/index.ts'
import type { SpotPurchase } from '../purchase.ts'
import { purchaseFrom } from './purchases.ts'

/** One purchase, with what everything in it is called; undefined when it is not there or another's. */
export async function onePurchase(
  db: Db,
  partnershipId: Id,
  id: Id,
): Promise<
  | {
      readonly purchase: SpotPurchase
      readonly named: {
        readonly provider: string
        readonly service: string
        readonly area: string
        readonly careGroup: string | null
      }
    }
  | undefined
> {
  const row = await procurement(db)
    .selectFrom('spot_purchase as s')
    .selectAll()
    .where('s.partnership_id', '=', partnershipId)
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const purchase = purchaseFrom(row)
  const named = (terms: readonly { readonly key: string; readonly name: string }[], key: string) =>
    terms.find((term) => term.key === key)?.name ?? key
  return {
    purchase,
    named: {
      provider: (await organisationNames(db, [purchase.organisationId])).get(purchase.organisationId) ?? '',
      service: named(await serviceTypes(db), purchase.serviceType),
      area: (await areaByCode(db, purchase.area)).name,
      careGroup: purchase.careGroup === null ? null : named(await careGroups(db), purchase.careGroup),
    },
  }
}
