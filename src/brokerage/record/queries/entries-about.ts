import type { Db } from '../../../core/db/index.ts'
import { type ProvenEntry, provenEntriesOf } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { type EnhancementFor, enhancementEntries } from '../../../procurement/index.ts'

/** All that the ledger may tell of a person under. */
export interface ToldUnder {
  readonly personId: Id
  readonly packageIds: readonly Id[]
  readonly purchaseIds: readonly Id[]
  readonly enhancements: readonly Pick<EnhancementFor, 'id' | 'contractId'>[]
}

/** What the ledger tells of a person, of their packages and of what is bought or paid for them apart, in order. */
export async function entriesAbout(
  db: Db,
  partnershipId: Id,
  { personId, packageIds, purchaseIds, enhancements }: ToldUnder,
): Promise<ProvenEntry[]> {
  const entries = [
    ...(await provenEntriesOf(db, partnershipId, { kind: 'person', ids: [personId] })),
    ...(await provenEntriesOf(db, partnershipId, { kind: 'package', ids: packageIds })),
    ...(await provenEntriesOf(db, partnershipId, { kind: 'spot-purchase', ids: purchaseIds })),
    ...(await enhancementEntries(db, partnershipId, enhancements)),
  ]
  return entries.sort((a, b) => a.seq - b.seq)
}
