import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { brokerage } from '../../schema/index.ts'
import { linesOf, packageColumns, packageOf } from './package-row.ts'

/** One package with the visits of a week that are wanted on a day; undefined when the partnership has none such. */
export async function packageBy(
  db: Db,
  partnershipId: Id,
  which: { readonly id: Id } | { readonly reference: string },
  on: IsoDate,
): Promise<CarePackage | undefined> {
  const row = await brokerage(db)
    .selectFrom('care_package')
    .select(packageColumns)
    .where('partnership_id', '=', partnershipId)
    .where((where) => ('id' in which ? where('id', '=', which.id) : where('reference', '=', which.reference)))
    .executeTakeFirst()
  return row && packageOf(row, (await linesOf(db, partnershipId, [row.id], on)).get(row.id) ?? [])
}
