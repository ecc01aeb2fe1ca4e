import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { PackageState } from '../../care-package.ts'
import { brokerage } from '../../schema/index.ts'

/** The packages of a person, the oldest first. */
export const packagesOf = (
  db: Db,
  partnershipId: Id,
  personId: Id,
): Promise<{ id: Id; reference: string; serviceType: string; state: PackageState; createdAt: Date }[]> =>
  brokerage(db)
    .selectFrom('care_package')
    .select(['id', 'reference', 'service_type_key as serviceType', 'state', 'created_at as createdAt'])
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('reference')
    .execute()
