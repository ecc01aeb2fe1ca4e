import type { Partnership } from '../../../../core/auth/index.ts'
import type { Db } from '../../../../core/db/index.ts'
import { nextReference } from '../../../../core/references/index.ts'
import { type Id, newId } from '../../../../core/values/index.ts'
import type { Contract } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'

/** What a contract is entered with before its award. */
export interface NewContract {
  readonly followsId?: Id | null | undefined
  readonly sharedFrom?: Contract['sharedFrom'] | undefined
  readonly source?: Contract['source'] | undefined
  /** The partnership's own number for it. */
  readonly ownReference?: string | null | undefined
  /** Anyone may read its summary. */
  readonly published?: boolean | undefined
}

/** Enters a contract in the register as a draft, of which nothing is said yet. */
export async function writeContract(
  db: Db,
  {
    partnership,
    at,
    ...contract
  }: NewContract & { readonly partnership: Pick<Partnership, 'id' | 'prefix'>; readonly at: Date },
): Promise<{ id: Id; reference: string }> {
  const id = newId()
  const reference = await nextReference(db, partnership, 'CON')
  await procurement(db)
    .insertInto('contract')
    .values({
      partnership_id: partnership.id,
      id,
      reference,
      version: 0,
      stage: 'draft',
      published: contract.published ?? false,
      parties: [],
      follows_id: contract.followsId ?? null,
      shared_from_partnership: contract.sharedFrom?.partnershipId ?? null,
      shared_from_contract: contract.sharedFrom?.contractId ?? null,
      source_key: contract.source?.key ?? null,
      locus: contract.source?.locus ?? null,
      moved_years: contract.source?.movedYears ?? 0,
      own_reference: contract.ownReference ?? null,
      created_at: at,
    })
    .execute()
  return { id, reference }
}
