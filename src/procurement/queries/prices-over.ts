import type { Db } from '../../core/db/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import { type WeeklyVisits, type WeekPrice, weekPrice } from '../week-price.ts'
import { pricesOfLots } from './prices-of-lots.ts'

/** What visits cost with a provider on a day, and why. */
export type PriceOn = (on: IsoDate, visits: readonly WeeklyVisits[]) => WeekPrice

/** The prices of a provider in a lot over some days, each day at its own; those decided for one person where one is named. */
export async function pricesOver(
  db: Db,
  {
    partnershipId,
    lotId,
    organisationId,
    from,
    until,
    person,
  }: {
    readonly partnershipId: Id
    readonly lotId: Id
    readonly organisationId: Id
    readonly from: IsoDate
    readonly until: IsoDate
    readonly person?: string | undefined
  },
): Promise<PriceOn> {
  const prices = await pricesOfLots(db, { partnershipId, lotIds: [lotId], on: from, until, person })
  const ofLot = prices.get(lotId) ?? { lines: [] }
  return (on, visits) => weekPrice(ofLot, { organisationId, on, visits, person })
}
