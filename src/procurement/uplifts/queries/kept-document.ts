import { type Db, tables } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { RoundDocument } from '../round.ts'

const stored = tables<{ stored_file: { partnership_id: Id; digest: string; media_type: string; size: number } }>()

/** A file that a partnership keeps, under the name that it came with; null where it keeps none with that digest. */
export async function keptDocument(
  db: Db,
  partnershipId: Id,
  { name, digest }: Pick<RoundDocument, 'name' | 'digest'>,
): Promise<RoundDocument | null> {
  const found = await stored(db)
    .selectFrom('stored_file as f')
    .select(['f.media_type as mediaType', 'f.size'])
    .where('f.partnership_id', '=', partnershipId)
    .where('f.digest', '=', digest)
    .executeTakeFirst()
  return found && name !== '' ? { name: name.slice(0, 120), digest, ...found } : null
}
