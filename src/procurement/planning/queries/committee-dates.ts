import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { CommitteeDate } from '../committee-date.ts'

/** Meetings of a partnership's committees in order of date; from a day on, when one is given. */
export async function committeeDates(db: Db, partnershipId: Id, from?: IsoDate): Promise<CommitteeDate[]> {
  return procurement(db)
    .selectFrom('committee_date as d')
    .select(['d.committee', 'd.on_date as on', 'd.papers_by as papersBy'])
    .where('d.partnership_id', '=', partnershipId)
    .$if(from !== undefined, (query) => query.where('d.on_date', '>=', from ?? ''))
    .orderBy('d.on_date')
    .orderBy('d.committee')
    .execute()
}
