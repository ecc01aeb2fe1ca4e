import { sql } from 'kysely'
import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { NeedCriteria } from '../need-criteria.ts'

/** The criteria of a nation, the newest first. */
export const needCriteriaOf = (db: Db, nation: Partnership['nation']): Promise<NeedCriteria[]> =>
  brokerage(db)
    .selectFrom('need_criteria')
    .select(['key', 'nation', 'name', 'levels', 'source'])
    .select([sql<IsoDate>`lower(valid)::text`.as('from'), sql<IsoDate | null>`upper(valid)::text`.as('until')])
    .where('nation', '=', nation)
    .orderBy(sql`lower(valid)`, 'desc')
    .execute()
