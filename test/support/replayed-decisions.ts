import { isDeepStrictEqual } from 'node:util'
import { nextOffers } from '../../src/brokerage/rules/next-offers.ts'
import type { OffersDecision, OffersInput } from '../../src/brokerage/rules/round-decision.ts'
import { brokerage } from '../../src/brokerage/schema/index.ts'
import type { Db } from '../../src/core/db/index.ts'
import { entriesByRule } from '../../src/core/ledger/index.ts'
import type { Id } from '../../src/core/values/index.ts'

/** Every decision about offers that a partnership's ledger keeps, and whether the same input decides the same again. */
export async function replaysToTheSame(db: Db, partnershipId: Id): Promise<{ event: string; same: boolean }[]> {
  const packages = await brokerage(db)
    .selectFrom('care_package')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .execute()
  const ids = packages.map(({ id }) => id)
  const entries = await entriesByRule(db, partnershipId, { rule: 'offer-order', kind: 'package', ids })
  return entries.map(({ event, payload }) => {
    const { input, decision } = payload as { input: OffersInput; decision: OffersDecision }
    return { event, same: isDeepStrictEqual(JSON.parse(JSON.stringify(nextOffers(input))), decision) }
  })
}
