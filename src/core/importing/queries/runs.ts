import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { notFound } from '../../errors/index.ts'
import { type Id, isId } from '../../values/index.ts'
import { type ImportingTables, importing } from '../schema.ts'

/** A file on its way in, as it is kept. */
export type Run = ImportingTables['import_run']

/** What the list of imports says of one. */
export type ListedRun = Pick<Run, 'id' | 'kind' | 'state' | 'file_name' | 'uploaded_by' | 'uploaded_at'> & {
  readonly read: number | null
  readonly added: number | null
  readonly changed: number | null
  readonly rejectedRows: number | null
}

/** Rows of the list on one page. */
export const runsPerPage = 25

/** A page of a partnership's imports, the newest first, and how many there are. */
export async function newestRuns(
  db: Db,
  partnershipId: Id,
  page: number,
): Promise<{ runs: readonly ListedRun[]; total: number }> {
  const of = importing(db).selectFrom('import_run as r').where('r.partnership_id', '=', partnershipId)
  const count = (name: string) => sql<number | null>`(r.report->>${sql.lit(name)})::integer`
  const runs = await of
    .select(['r.id', 'r.kind', 'r.state', 'r.file_name', 'r.uploaded_by', 'r.uploaded_at'])
    .select([
      count('read').as('read'),
      count('added').as('added'),
      count('changed').as('changed'),
      count('rejectedRows').as('rejectedRows'),
    ])
    .orderBy('r.uploaded_at', 'desc')
    .orderBy('r.id')
    .offset((page - 1) * runsPerPage)
    .limit(runsPerPage)
    .execute()
  const { total } = await of.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
  return { runs, total }
}

/** One of a partnership's imports; another's is not found. */
export async function runById(db: Db, partnershipId: Id, id: string): Promise<Run> {
  const run = isId(id)
    ? await importing(db)
        .selectFrom('import_run as r')
        .selectAll()
        .where('r.partnership_id', '=', partnershipId)
        .where('r.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!run) throw notFound('This import')
  return run
}

/** The bytes of a partnership's files that are not forgotten yet; of a file that was uploaded twice, twice. */
export async function keptBytes(db: Db, partnershipId: Id): Promise<number> {
  const { bytes } = await importing(db)
    .selectFrom('import_run as r')
    .select(sql<number>`coalesce(sum(r.size), 0)::float8`.as('bytes'))
    .where('r.partnership_id', '=', partnershipId)
    .where('r.digest', 'is not', null)
    .executeTakeFirstOrThrow()
  return bytes
}

/** How far an import has come, in words that change whenever its page would. */
export async function progressKey(db: Db, partnershipId: Id, id: Id): Promise<string> {
  const run = await importing(db)
    .selectFrom('import_run as r')
    .select(['r.state', 'r.ticket', 'r.rows_read', 'r.attempts'])
    .where('r.partnership_id', '=', partnershipId)
    .where('r.id', '=', id)
    .executeTakeFirst()
  return Object.values(run ?? {}).join(' ')
}

/** How people are called, by their accounts. */
export async function accountNames(db: Db, ids: readonly (Id | null)[]): Promise<ReadonlyMap<Id, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await importing(db)
    .selectFrom('account as a')
    .select(['a.id', 'a.name'])
    .where('a.id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
