import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'

/** The first day without a package, as it is planned; null while no end is. */
export async function plannedEnd(
  { db, partnershipId }: Pick<Work, 'db' | 'partnershipId'>,
  packageId: Id,
): Promise<IsoDate | null> {
  const row = await brokerage(db)
    .selectFrom('care_package')
    .select('ends_on')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', packageId)
    .executeTakeFirstOrThrow()
  return row.ends_on
}
