import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { capacity } from '../schema.ts'

/** What an organisation declared, or gives without having declared it, of one service in one area and part of the day. */
export interface DeclaredCell {
  readonly partnershipId: Id
  readonly serviceType: string
  readonly area: string
  /** The area as it is called. */
  readonly name: string
  readonly band: string
  readonly declared: number | null
  readonly committed: number
  readonly declaredAt: Date | null
}

/** More cells than this no provider has; a list ends there. */
const most = 5000

/** What an organisation declared in every partnership, in a stable order. */
export const declaredCapacity = (db: Db, organisationId: Id): Promise<DeclaredCell[]> =>
  capacity(db)
    .selectFrom('capacity_cell')
    .select([
      'partnership_id as partnershipId',
      'service_type_key as serviceType',
      'area_code as area',
      sql<string>`coalesce((select a.name from area a where a.code = area_code), area_code)`.as('name'),
      'band',
      'declared_minutes as declared',
      'committed_minutes as committed',
      'declared_at as declaredAt',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('partnership_id')
    .orderBy('service_type_key')
    .orderBy('area_code')
    .orderBy('band')
    .limit(most)
    .execute()
