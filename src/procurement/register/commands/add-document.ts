import { sql } from 'kysely'
import { type Actor, accountOf } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { conflict, notFound } from '../../../core/errors/index.ts'
import { keepFile } from '../../../core/files/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { tellShares } from '../../sharing/commands/tell-shares.ts'
import { type DocumentKind, isForParties } from '../contract-document.ts'

/** A document that is added to a contract: a new one, or the next version of its kind and title. */
export interface NewDocument {
  readonly kind: DocumentKind
  readonly title: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly holdsFrom: IsoDate
}

export interface DocumentTold {
  readonly partnership: { readonly id: Id }
  readonly contractId: Id
  readonly document: NewDocument
  readonly at: Date
}

/** Adds a document to a contract and gives its id; earlier versions stay as they are. */
export async function addDocument(
  db: Db,
  actor: Actor,
  { partnership: { id: partnershipId }, contractId, document, at }: DocumentTold,
): Promise<Id> {
  const { kind, title, name, mediaType, bytes, holdsFrom } = document
  // Locked, so that two who add at once get two versions.
  const contract = await procurement(db)
    .selectFrom('contract as c')
    .select(['c.parties', 'c.reference', 'c.shared_from_partnership as leadId'])
    .where('c.partnership_id', '=', partnershipId)
    .where('c.id', '=', contractId)
    .forUpdate()
    .executeTakeFirst()
  if (!contract) throw notFound('This contract')
  const shared = isForParties(kind)
  if (shared && contract.leadId !== null) {
    throw conflict(
      'This contract is led by another partnership, whose specification and conditions come here by themselves.',
      'Keep yours as another kind of document.',
    )
  }
  const { digest, size } = await keepFile(db, { name, mediaType, bytes, partnershipId, at })
  const id = newId()
  const { version } = await procurement(db)
    .insertInto('contract_document')
    .values({
      partnership_id: partnershipId,
      id,
      contract_id: contractId,
      kind,
      title,
      version: sql<number>`(select coalesce(max(d.version), 0) + 1 from contract_document d
        where d.partnership_id = ${partnershipId} and d.contract_id = ${contractId} and d.kind = ${kind} and d.title = ${title})`,
      name,
      media_type: mediaType,
      size,
      digest,
      holds_from: holdsFrom,
      added_at: at,
      added_by: accountOf(actor),
      parties: shared ? contract.parties : [],
    })
    .returning('version')
    .executeTakeFirstOrThrow()
  if (shared) await tellShares(db, partnershipId, [contractId])
  await record(db, actor, at, {
    event: 'procurement.document-added',
    subject: { kind: 'contract', id: contractId },
    payload: { document: id, kind, title, version, name, size, digest, holdsFrom },
  })
  return id
}
