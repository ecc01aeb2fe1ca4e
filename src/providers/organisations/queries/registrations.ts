import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Registration } from '../registration.ts'
import { organisations } from '../schema.ts'

/** The registrations of organisations that were told, in the order in which they were. */
export async function registrationsOf(db: Db, organisationIds: readonly Id[]): Promise<Registration[]> {
  if (organisationIds.length === 0) return []
  return organisations(db)
    .selectFrom('organisation_registration as r')
    .select(['r.id', 'r.organisation_id as organisationId', 'r.regulator', 'r.provider_number as providerNumber'])
    .where('r.organisation_id', 'in', organisationIds)
    .orderBy('r.told_at')
    .orderBy('r.id')
    .execute()
}
