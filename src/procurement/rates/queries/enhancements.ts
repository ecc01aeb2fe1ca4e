import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { EnhancedPrice } from '../enhancement.ts'

/** As many as the page of a contract lists. */
const most = 500

/** The enhancements of a contract as known now, what is to be reviewed first on top. */
export async function enhancementsOf(db: Db, partnershipId: Id, contractId: Id): Promise<readonly EnhancedPrice[]> {
  const { rows } = await sql<Omit<EnhancedPrice, 'from' | 'until'> & { held: string }>`
    select e.subject_id as id, e.lot_provider_id as "lotProviderId", o.name as organisation, l.number as "lotNumber",
      e.person_reference as "personReference", e.basis_points as "basisPoints", e.evidence,
      e.review_on as "reviewOn", e.held::text as held
    from rate_enhancement e
    join lot_provider p on p.partnership_id = e.partnership_id and p.id = e.lot_provider_id
    join lot l on l.partnership_id = p.partnership_id and l.id = p.lot_id
    join organisation o on o.id = e.organisation_id
    where e.partnership_id = ${partnershipId} and p.contract_id = ${contractId} and upper_inf(e.known)
    order by e.review_on, e.person_reference, e.held limit ${most}`.execute(procurement(db))
  return rows.map(({ held, ...enhancement }) => ({ ...enhancement, ...periodFrom(held) }))
}
