import type { Id } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'

/** Stands in the queue of a package without changing it. */
export const queueOf = ({ db, partnershipId }: Pick<Work, 'db' | 'partnershipId'>, packageId: Id) =>
  brokerage(db)
    .selectFrom('care_package')
    .select('state')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', packageId)
    .forUpdate()
    .executeTakeFirst()
