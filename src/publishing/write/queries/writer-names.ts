import { type Db, tables } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { WriterNames } from '../written-by.ts'

const accounts = tables<{ account: { id: Id; name: string } }>()

/** How those who wrote are called, of all whom the partnership knows. */
export async function writerNames(db: Db, written: readonly { readonly writtenBy: Id | null }[]): Promise<WriterNames> {
  const ids = [...new Set(written.flatMap(({ writtenBy }) => writtenBy ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await accounts(db)
    .selectFrom('account as a')
    .select(['a.id', 'a.name'])
    .where('a.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
