import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'
import { councilsIn, scopeOf } from './scope.ts'

/** A register as it was imported. */
export interface RegisterFile {
  readonly id: Id
  readonly regulator: Regulator
  /** The day that it shows. */
  readonly asOf: IsoDate
  readonly name: string
  readonly rows: number
  readonly importedAt: Date
  readonly sourceKey: string
  readonly demonstration: boolean
}

const most = 200

/** What was imported when, the latest day first and at most 200: all files, or those that show an area. */
export async function filesOf(db: Db, area?: string): Promise<RegisterFile[]> {
  const view = registers(db)
  const columns = sql`f.id, f.regulator, f.as_of as "asOf", f.name, f.rows, f.imported_at as "importedAt",
    f.source_key as "sourceKey", f.demonstration`
  const order = sql`order by f.as_of desc, f.imported_at desc limit ${most}`
  if (area === undefined)
    return (await sql<RegisterFile>`select ${columns} from register_file f ${order}`.execute(view)).rows
  const scope = await scopeOf(db, area)
  if (scope.councils.length === 0) return []
  const { rows } = await sql<RegisterFile>`select ${columns} from register_file f where f.id in (
      select c.file_id from ${councilsIn(scope)}
        join register_coverage c on c.regulator = s.regulator and c.council = s.council) ${order}`.execute(view)
  return rows
}
