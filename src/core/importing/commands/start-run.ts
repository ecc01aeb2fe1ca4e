import { type Actor, accountOf, type Partnership } from '../../auth/index.ts'
import { type Db, json } from '../../db/index.ts'
import { invalid } from '../../errors/index.ts'
import { keepFile } from '../../files/index.ts'
import { enqueue } from '../../jobs/index.ts'
import { record } from '../../ledger/index.ts'
import { type Id, newId } from '../../values/index.ts'
import type { FileStart } from '../file-start.ts'
import type { Chosen } from '../import-kind.ts'
import { importJob } from '../jobs.ts'
import type { Mapping } from '../mapping.ts'
import { keptBytes } from '../queries/runs.ts'
import { importing } from '../schema.ts'

/** A file that somebody uploads. */
export interface Upload {
  readonly kind: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly chosen: Chosen
  /** Undefined where there are no columns to look at, and so nothing keeps it from being tried at once. */
  readonly start: FileStart | undefined
  /** The columns remembered from an earlier file. */
  readonly mapping: Mapping
  readonly at: Date
}

/** MiB of uploaded files that are kept at a time; anyone may upload to a demonstration. */
const mostKept = { partnership: 1024, demonstration: 128 }

/** Keeps an uploaded file and opens its way in; returns under which identifier. */
export async function startRun(db: Db, actor: Actor, partnership: Partnership, upload: Upload): Promise<Id> {
  const { kind, name, mediaType, bytes, chosen, start, mapping, at } = upload
  const uploadedBy = accountOf(actor)
  if (!uploadedBy) throw new Error('A file is uploaded by somebody.')
  const [id, ticket] = [newId(), newId()]
  const room = partnership.demonstration ? mostKept.demonstration : mostKept.partnership
  if ((await keptBytes(db, partnership.id)) + bytes.length > room * 1024 * 1024) {
    throw invalid(
      `With this one, more than ${room} MiB of uploaded files would be kept.`,
      'Throw away some that are not needed any more; all are forgotten in time.',
    )
  }
  const { digest, size } = await keepFile(db, { name, mediaType, bytes, partnershipId: partnership.id, at })
  await importing(db)
    .insertInto('import_run')
    .values({
      partnership_id: partnership.id,
      id,
      kind,
      state: start ? 'mapping' : 'trying',
      file_name: name,
      digest,
      size,
      chosen: json(chosen),
      start: start ? json(start) : null,
      mapping: json(mapping),
      ticket,
      all_or_nothing: false,
      anyway: false,
      rows_read: 0,
      attempts: 0,
      report: null,
      doubt: null,
      trouble: null,
      uploaded_by: uploadedBy,
      uploaded_at: at,
      imported_by: null,
      heard_at: at,
    })
    .execute()
  if (!start) await enqueue(db, importJob, { partnershipId: partnership.id, runId: id, ticket })
  await record(db, actor, at, {
    event: 'importing.file-uploaded',
    subject: { kind: 'import', id },
    payload: { kind, file: name, digest, size, chosen },
  })
  return id
}
