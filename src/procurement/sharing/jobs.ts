import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { fileByDigest, keepFile } from '../../core/files/index.ts'
import { defineJob, type JobHandler, type JobPayload, onJob } from '../../core/jobs/index.ts'
import type { Clock, Id } from '../../core/values/index.ts'
import { markCopied } from './commands/mark-copied.ts'
import { writeCopy } from './commands/write-copy.ts'
import { filesMissing } from './queries/files-missing.ts'
import { type SharedPart, sharedPart } from './queries/shared-part.ts'

interface CopyWork extends JobPayload {
  /** The lead's. */
  partnershipId: Id
  contractId: Id
  partnerId: Id
}

/** Brings a partner's copy of a shared contract up to date. */
export const copySharedJob = defineJob<CopyWork>('procurement.copy-shared', { retries: 8, retryAfterSeconds: 5 })

/** What is done for that job. */
export const onCopyShared = (database: Database, clock: Clock): JobHandler =>
  onJob(copySharedJob, (work) => copyShared(database, clock, work))

/**
 * Makes a partner's copy what its part of the lead's contract is. It reads as the lead and writes as the partner, each
 * in a transaction of its own, because neither may reach the other's rows; doing it again changes nothing.
 */
export async function copyShared(database: Database, clock: Clock, work: CopyWork): Promise<void> {
  const lead = systemActor(work.partnershipId)
  const part = await asActor(database, lead, (db) => sharedPart(db, work))
  // It is shared no longer.
  if (!part) return
  const partner = systemActor(work.partnerId)
  await asActor(database, partner, (db) =>
    writeCopy(db, partner, { part, leadId: work.partnershipId, partnerId: work.partnerId, at: clock.now() }),
  )
  await copyFiles(database, part, work, clock)
  await asActor(database, lead, (db) => markCopied(db, { ...work, version: part.version, revision: part.revision }))
}

/** The specification and conditions that the partner has not yet; large ones one at a time. */
async function copyFiles(database: Database, part: SharedPart, { partnershipId, partnerId }: CopyWork, clock: Clock) {
  const wanted = part.rows.contract_document.map(({ digest, media_type, name }) => ({
    digest: String(digest),
    mediaType: String(media_type),
    name: String(name),
  }))
  const missing = await asActor(database, systemActor(partnerId), (db) => filesMissing(db, partnerId, wanted))
  for (const { digest, ...file } of missing) {
    const { bytes } = await asActor(database, systemActor(partnershipId), (db) => fileByDigest(db, digest))
    await asActor(database, systemActor(partnerId), (db) =>
      keepFile(db, { ...file, bytes, partnershipId: partnerId, at: clock.now() }),
    )
  }
}
