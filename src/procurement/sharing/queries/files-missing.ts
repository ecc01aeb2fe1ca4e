import { type Db, tables } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'

const stored = tables<{ stored_file: { partnership_id: Id; digest: string } }>()

/** Those of some files that a partnership does not keep yet, each once. */
export async function filesMissing<File extends { readonly digest: string }>(
  db: Db,
  partnershipId: Id,
  files: readonly File[],
): Promise<File[]> {
  if (files.length === 0) return []
  const byDigest = new Map(files.map((file) => [file.digest, file]))
  const there = await stored(db)
    .selectFrom('stored_file as f')
    .select('f.digest')
    .where('f.partnership_id', '=', partnershipId)
    .where('f.digest', 'in', [...byDigest.keys()])
    .execute()
  for (const { digest } of there) byDigest.delete(digest)
  return [...byDigest.values()]
}
