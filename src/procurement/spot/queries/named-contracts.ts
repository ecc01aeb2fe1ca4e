import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** A contract by what people call it. */
export interface NamedContract {
  readonly id: Id
  readonly reference: string
  readonly title: string
}

/** The awarded contracts of a partnership by their latest title, those that begin later among them. */
export const namedContracts = (db: Db, partnershipId: Id): Promise<NamedContract[]> =>
  procurement(db)
    .selectFrom('contract as c')
    .innerJoin('contract_detail as d', (join) =>
      join.onRef('d.partnership_id', '=', 'c.partnership_id').onRef('d.subject_id', '=', 'c.id'),
    )
    .select(['c.id', 'c.reference', 'd.title'])
    .where('c.partnership_id', '=', partnershipId)
    .where('c.stage', '=', 'awarded')
    .where(sql<boolean>`upper_inf(d.known) and upper_inf(d.held)`)
    .orderBy('d.title')
    .orderBy('c.reference')
    .execute()
