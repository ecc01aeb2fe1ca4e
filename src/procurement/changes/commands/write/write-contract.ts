import type { Partnership } from '../../../../core/auth/index.ts'
import type { Db } from '../../../../core/db/index.ts'
import { nextReferences } from '../../../../core/references/index.ts'
import { type Id, newId } from '../../../../core/values/index.ts'
import type { Contract } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'
import { inSlices } from './writing.ts'

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
  { partnership, at, ...contract }: NewContract & { readonly partnership: Numbering; readonly at: Date },
): Promise<{ id: Id; reference: string }> {
  const [entered] = await writeContracts(db, { partnership, at, version: 0 }, [{ ...contract, id: newId() }])
  if (!entered) throw new Error('A contract was not entered.')
  return entered
}

type Numbering = Pick<Partnership, 'id' | 'prefix'>

/** Enters contracts as drafts, or with their first version as awarded ones; what is said of them comes after. */
export async function writeContracts(
  db: Db,
  { partnership, at, version }: { readonly partnership: Numbering; readonly at: Date; readonly version: 0 | 1 },
  contracts: readonly (NewContract & { readonly id: Id })[],
): Promise<{ id: Id; reference: string }[]> {
  const references = await nextReferences(db, partnership, 'CON', contracts.length)
  const rows = contracts.map((contract, index) => ({
    partnership_id: partnership.id,
    id: contract.id,
    reference: references[index] ?? '',
    version,
    stage: version === 0 ? ('draft' as const) : ('awarded' as const),
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
  }))
  await inSlices(rows, (slice) => procurement(db).insertInto('contract').values(slice).execute())
  return rows.map(({ id, reference }) => ({ id, reference }))
}
