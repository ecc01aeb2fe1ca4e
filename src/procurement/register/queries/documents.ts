import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { ContractDocument } from '../contract-document.ts'

/** The documents of a contract, all of their versions, the newest first of each kind and title. */
export async function documentsOf(
  db: Db,
  partnershipId: Id,
  contractId: Id,
  { known }: { readonly known?: Date | undefined } = {},
): Promise<ContractDocument[]> {
  const rows = await documents(db, partnershipId)
    .where('d.contract_id', '=', contractId)
    .$if(known !== undefined, (query) => query.where('d.added_at', '<=', known ?? new Date(0)))
    .orderBy('d.kind')
    .orderBy('d.title')
    .orderBy('d.version', 'desc')
    .execute()
  return rows.map(({ size, ...row }) => ({ ...row, size: Number(size) }))
}

/** One version of a document of a contract that is named by its reference; undefined when there is none. */
export async function documentOf(
  db: Db,
  partnershipId: Id,
  reference: string,
  id: Id,
): Promise<Pick<ContractDocument, 'name' | 'mediaType' | 'digest'> | undefined> {
  return documents(db, partnershipId)
    .innerJoin('contract as c', (join) =>
      join.onRef('c.partnership_id', '=', 'd.partnership_id').onRef('c.id', '=', 'd.contract_id'),
    )
    .where('c.reference', '=', reference)
    .where('d.id', '=', id)
    .executeTakeFirst()
}

const documents = (db: Db, partnershipId: Id) =>
  procurement(db)
    .selectFrom('contract_document as d')
    .select(['d.id', 'd.kind', 'd.title', 'd.version', 'd.name', 'd.media_type as mediaType', 'd.size', 'd.digest'])
    .select(['d.holds_from as holdsFrom', 'd.added_at as addedAt', 'd.added_by as addedBy'])
    .where('d.partnership_id', '=', partnershipId)
