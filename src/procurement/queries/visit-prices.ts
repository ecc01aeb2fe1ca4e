import type { Db } from '../../core/db/index.ts'
import type { Id, IsoDate, Pence } from '../../core/values/index.ts'
import { type WeeklyVisits, weekPrice } from '../week-price.ts'
import { pricesOfLots } from './prices-of-lots.ts'

/** What one visit costs with a provider in a lot; null where no price is agreed. */
export type VisitPrice = (
  place: { readonly lotId: Id; readonly organisationId: Id },
  visit: Pick<WeeklyVisits, 'minutes' | 'dayType'>,
) => Pence | null

/** What single visits cost with the providers of some lots on a day; each is worked out once. As many queries as for one lot. */
export async function visitPrices(
  db: Db,
  { partnershipId, on, lotIds }: { readonly partnershipId: Id; readonly on: IsoDate; readonly lotIds: readonly Id[] },
): Promise<VisitPrice> {
  const prices = await pricesOfLots(db, { partnershipId, on, lotIds })
  const known = new Map<string, Pence | null>()
  return ({ lotId, organisationId }, { minutes, dayType }) => {
    const key = `${lotId} ${organisationId} ${minutes} ${dayType}`
    const before = known.get(key)
    if (before !== undefined) return before
    const visits = [{ minutes, dayType, times: 1 }]
    const { weeklyPence } = weekPrice(prices.get(lotId) ?? { lines: [] }, { organisationId, on, visits })
    known.set(key, weeklyPence)
    return weeklyPence
  }
}
