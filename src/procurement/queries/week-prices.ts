import type { Db } from '../../core/db/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import { type WeeklyVisits, type WeekPrice, weekPrice } from '../week-price.ts'
import { pricesOfLots } from './prices-of-lots.ts'

/** What a week of visits costs with each of some providers in their lots on a day, in their order. */
export async function weekPrices(
  db: Db,
  {
    partnershipId,
    on,
    visits,
    places,
  }: {
    readonly partnershipId: Id
    readonly on: IsoDate
    readonly visits: readonly WeeklyVisits[]
    readonly places: readonly { readonly lotId: Id; readonly organisationId: Id }[]
  },
): Promise<WeekPrice[]> {
  const lotIds = [...new Set(places.map(({ lotId }) => lotId))]
  const prices = await pricesOfLots(db, { partnershipId, lotIds, on })
  return places.map(({ lotId, organisationId }) =>
    weekPrice(prices.get(lotId) ?? { lines: [] }, { organisationId, on, visits }),
  )
}
