import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** The kinds of file whose rows are kept with the contracts that they are about. */
export type FileOf = 'contract' | 'lots' | 'rates'

/** What a change of kind `import` was made from. */
export interface Imported<T> {
  readonly kind: 'import'
  readonly of: FileOf
  readonly rows: readonly T[]
}

/** The rows of files as they were last imported, by the contract that they are about, oldest first: what a repeated file is compared with. */
export async function importedRows<T>(db: Db, partnershipId: Id, of: FileOf): Promise<ReadonlyMap<Id, readonly T[]>> {
  const changes = await procurement(db)
    .selectFrom('contract_change as c')
    .select(['c.contract_id', 'c.asked'])
    .where('c.partnership_id', '=', partnershipId)
    .where('c.kind', '=', 'import')
    .where('c.state', '=', 'applied')
    .where(sql<boolean>`c.asked ->> 'of' = ${of}`)
    .orderBy('c.contract_id')
    .orderBy('c.version')
    .execute()
  const rows = new Map<Id, readonly T[]>()
  for (const { contract_id, asked } of changes) {
    // Written by the importer of the same kind of file.
    const imported = asked as Imported<T>
    rows.set(contract_id, [...(rows.get(contract_id) ?? []), ...imported.rows])
  }
  return rows
}
