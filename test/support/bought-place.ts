import { asActor, type Database } from '../../src/core/db/index.ts'
import type { Id } from '../../src/core/values/index.ts'
import { enterPurchase } from '../../src/procurement/spot/commands/enter-purchase.ts'
import { type Brokerage, monday } from './brokerage.ts'

/** Buys places in a home for older people, each for somebody of its own. */
export const buysPlaces =
  (database: Database, { partnership, broker, area }: Brokerage, organisationId: Id) =>
  (reference: string, over: object = {}): Promise<unknown> => {
    const purchase = {
      ...{ reference, person: reference, organisationId, serviceType: 'care-home-older-people', area, careGroup: null },
      ...{ from: '2026-09-01', until: null, weeklyMinutes: null, weeklyPence: 90_000, outOfArea: false },
      ...{
        insteadOf: null,
        reason: 'Nobody in the lot could',
        movesTo: null,
        reviewedOn: null,
        movedOn: null,
        ...over,
      },
    }
    return asActor(database, broker, (db) => enterPurchase(db, broker, { partnership, purchase, at: monday }))
  }
