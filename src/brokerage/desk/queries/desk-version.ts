import type { Db } from '../../../core/db/index.ts'
import { ledgerVersion } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

const minuteOf = (now: Date): number => Math.floor(now.getTime() / 60_000)

/** What a desk was made from: all that is recorded of the partnership, and the minute that its clocks show. */
export const deskVersion = async (db: Db, partnershipId: Id, now: Date): Promise<string> =>
  `${await ledgerVersion(db, partnershipId)} ${minuteOf(now)}`

/** The same of one package's page: whatever is done to it moves its version. */
export async function packageVersion(db: Db, partnershipId: Id, packageId: Id, now: Date): Promise<string> {
  const found = await brokerage(db)
    .selectFrom('care_package')
    .select('version')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', packageId)
    .executeTakeFirst()
  return versionOfPackage(found?.version ?? 0, now)
}

/** The same of one whose row is read already. */
export const versionOfPackage = (version: number, now: Date): string => `${version} ${minuteOf(now)}`
