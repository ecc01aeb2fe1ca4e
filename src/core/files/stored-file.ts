import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { invalid, MercatError, notFound } from '../errors/index.ts'
import { type Id, sha256 } from '../values/index.ts'
import { type FilesTables, files, sharedOwner } from './schema.ts'

/** The largest file that is kept, in bytes: 64 MiB. */
export const largestFile = 64 * 1024 * 1024

/** Content to keep; the name is for sentences only, since each use keeps its own name for a file. */
export interface NewFile {
  name: string
  mediaType: string
  bytes: Uint8Array
  /** The partnership it belongs to; left out (or null) for data that all partnerships share. */
  partnershipId?: Id | null
  /** Anyone may fetch it; a file once published stays published. */
  published?: boolean
  at: Date
}

/** What is known of a stored file without its content. */
export interface FileDetails {
  digest: string
  size: number
  mediaType: string
  firstStoredAt: Date
}

/** Keeps content under its digest, once for each owner, and says what to remember it by. */
export async function keepFile(db: Db, file: NewFile): Promise<{ digest: string; size: number }> {
  if (file.bytes.byteLength > largestFile) {
    throw new MercatError('too-large', `${file.name} is larger than 64 MiB, the most that can be kept in one file.`)
  }
  if (file.bytes.byteLength === 0) throw invalid(`${file.name} is empty.`)
  const row = {
    partnership_id: file.partnershipId ?? sharedOwner,
    digest: sha256(file.bytes),
    media_type: file.mediaType,
    size: file.bytes.byteLength,
    published: file.published ?? false,
    first_stored_at: file.at,
  }
  // Asked first, so that content which is there already does not travel to the database again.
  const there = await files(db)
    .selectFrom('stored_file as f')
    .select('f.published')
    .where('f.partnership_id', '=', row.partnership_id)
    .where('f.digest', '=', row.digest)
    .executeTakeFirst()
  if (!there || (row.published && !there.published)) await store(db, row, file.bytes)
  return { digest: row.digest, size: row.size }
}

async function store(db: Db, row: Omit<FilesTables['stored_file'], 'bytes'>, bytes: Uint8Array): Promise<void> {
  await files(db)
    .insertInto('stored_file')
    .values({ ...row, bytes: sql`decode(${base64(bytes)}, 'base64')` })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'digest'])
        .doUpdateSet({ published: sql`stored_file.published or excluded.published` }),
    )
    .execute()
}

// Content travels as base64: the embedded engine's own way with bytes takes 24 s for 64 MiB where this takes 3 s,
// and the two engines would give back different kinds of array.
const base64 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** The content with a digest that the actor may see: a partnership's own before a shared one; or "not found". */
export async function fileByDigest(db: Db, digest: string): Promise<FileDetails & { bytes: Uint8Array }> {
  const found = await files(db)
    .selectFrom('stored_file as f')
    .select(['f.digest', 'f.size', 'f.media_type as mediaType', 'f.first_stored_at as firstStoredAt'])
    .select(sql<string>`encode(f.bytes, 'base64')`.as('content'))
    .where('f.digest', '=', digest)
    .orderBy('f.partnership_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) throw notFound('The file')
  const { content, ...details } = found
  const { buffer, byteOffset, byteLength } = Buffer.from(content, 'base64')
  return { ...details, bytes: new Uint8Array(buffer, byteOffset, byteLength) }
}

/** Forgets content that one partnership alone had; what is published stays. */
export async function forgetFile(db: Db, partnershipId: Id, digest: string): Promise<void> {
  await files(db)
    .deleteFrom('stored_file')
    .where('partnership_id', '=', partnershipId)
    .where('digest', '=', digest)
    .where('published', '=', false)
    .execute()
}
