import type { Db } from '../../db/index.ts'
import type { Id } from '../../values/index.ts'
import type { Mapping } from '../mapping.ts'
import { importing } from '../schema.ts'

/** The columns that were last chosen by hand for a kind of file; none where names alone did. */
export async function rememberedColumns(db: Db, partnershipId: Id, kind: string): Promise<Mapping> {
  const found = await importing(db)
    .selectFrom('import_mapping as m')
    .select('m.mapping')
    .where('m.partnership_id', '=', partnershipId)
    .where('m.kind', '=', kind)
    .executeTakeFirst()
  return found?.mapping ?? {}
}
