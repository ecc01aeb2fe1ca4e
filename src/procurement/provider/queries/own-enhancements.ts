import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Enhancement } from '../../rate-in-force.ts'
import { procurement } from '../../schema/index.ts'

/** What an organisation is paid above its prices in some lots for one person's care, on a day; at most two hundred. */
export async function ownEnhancements(
  db: Db,
  { partnershipId, organisationId, lotIds, on }: OwnEnhancementsAsked,
): Promise<Enhancement[]> {
  const rows = await procurement(db)
    .selectFrom('rate_enhancement as e')
    .innerJoin('lot_provider as p', (join) =>
      join.onRef('p.partnership_id', '=', 'e.partnership_id').onRef('p.id', '=', 'e.lot_provider_id'),
    )
    .select(['e.held', 'e.organisation_id as organisationId', 'e.person_reference as person'])
    .select(['e.basis_points as basisPoints', 'e.review_on as reviewOn'])
    .where('e.partnership_id', '=', partnershipId)
    .where('e.organisation_id', '=', organisationId)
    .where('p.lot_id', 'in', [...lotIds])
    .where(sql<boolean>`upper_inf(e.known) and e.held @> ${on}::date`)
    .orderBy('e.person_reference')
    .limit(200)
    .execute()
  return rows.map(({ held, ...row }) => ({ ...row, ...periodFrom(held) }))
}

interface OwnEnhancementsAsked {
  readonly partnershipId: Id
  readonly organisationId: Id
  readonly lotIds: readonly Id[]
  readonly on: IsoDate
}
