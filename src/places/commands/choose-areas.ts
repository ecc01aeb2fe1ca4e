import { sql } from 'kysely'
import { type Db, json } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import { places } from '../schema.ts'

/** Makes areas ones that a partnership works with. */
export const chooseAreas = (db: Db, partnershipId: Id, codes: readonly string[]): Promise<unknown> =>
  sql`insert into partnership_area (partnership_id, code)
    select ${partnershipId}::uuid, a.code from area a
      where a.code in (select jsonb_array_elements_text(${json(codes)}))
    on conflict do nothing`.execute(places(db))
