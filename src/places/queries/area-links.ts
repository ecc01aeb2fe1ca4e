import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import { places } from '../schema.ts'

/** An area directly below another one. */
export interface AreaLink {
  readonly hierarchy: string
  readonly parent: string
  readonly code: string
}

/** What lies directly below some areas and below every area that they lie in, in every hierarchy. One query. */
export async function areaLinks(db: Db, codes: readonly string[]): Promise<AreaLink[]> {
  const { rows } = await sql<AreaLink>`with recursive above (code) as (
      select unnest(${codes}::text[])
      union
      select m.parent from area_parent m join above a on m.code = a.code
    )
    select m.hierarchy, m.parent, m.code from area_parent m join above a on m.parent = a.code
    order by m.hierarchy, m.parent, m.code`.execute(places(db))
  return rows
}
