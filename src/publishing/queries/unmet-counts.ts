import { partnershipBySlug } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { recordsOf } from '../plain-table.ts'
import { statementData } from './statement-data.ts'
import { unmetTable, unmetWeeksTable } from './tables/unmet.ts'

/** The counts of unmet need of a partnership by its slug: the rows of the open tables, small numbers hidden. */
export async function unmetCountsOf(db: Db, slug: string) {
  const partnership = await partnershipBySlug(db, slug)
  const data = statementData(db, partnership)
  const rows = async ({ columns, rows: of }: typeof unmetTable) => recordsOf({ columns, rows: await of(data, '') })
  return {
    partnership: slug,
    countedOn: (await data.unmet()).countedOn,
    months: await rows(unmetTable),
    weeks: await rows(unmetWeeksTable),
  }
}
