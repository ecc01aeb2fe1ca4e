import { type Actor, accountOf } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { UpliftRound } from '../round.ts'
import { slices } from './slices.ts'

/** Keeps the document of a round with every contract that it changes; says which document each change stands on. */
export async function keepRoundDocuments(
  db: Db,
  actor: Actor,
  { round, partnershipId, contractIds, at }: Asked,
): Promise<ReadonlyMap<Id, Id>> {
  const { document } = round
  if (!document) return new Map()
  const rows = contractIds.map((contractId) => ({
    partnership_id: partnershipId,
    id: newId(),
    contract_id: contractId,
    kind: 'decision' as const,
    // A reference is given once, so no contract has this title yet.
    title: `${document.name.replace(/\.[a-z]+$/i, '')} (${round.reference})`,
    version: 1,
    name: document.name,
    media_type: document.mediaType,
    size: document.size,
    digest: document.digest,
    holds_from: round.from,
    added_at: at,
    added_by: accountOf(actor),
    parties: [],
  }))
  for (const slice of slices(rows)) await procurement(db).insertInto('contract_document').values(slice).execute()
  return new Map(rows.map(({ contract_id, id }) => [contract_id, id]))
}

interface Asked {
  readonly round: UpliftRound
  readonly partnershipId: Id
  readonly contractIds: readonly Id[]
  readonly at: Date
}
