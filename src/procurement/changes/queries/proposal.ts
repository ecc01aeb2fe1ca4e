import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { ChangeKind } from '../../change-kind.ts'
import { procurement } from '../../schema/index.ts'
import { type Refusal, refuse } from '../decision.ts'

/** A change that waits for approval. */
export interface Proposal {
  readonly id: Id
  readonly contractId: Id
  readonly kind: ChangeKind
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
  readonly reason: string
  readonly asked: unknown
  readonly documentId: Id | null
}

/** A proposed change, held for whoever decides on it until the transaction ends; refused when somebody has decided. */
export async function proposalToDecide(db: Db, partnershipId: Id, changeId: Id): Promise<Proposal | Refusal> {
  const found = await procurement(db)
    .selectFrom('contract_change as c')
    .select(['c.id', 'c.contract_id as contractId', 'c.kind', 'c.base_version as baseVersion', 'c.state'])
    .select(['c.effective_on as effectiveOn', 'c.reason', 'c.asked', 'c.document_id as documentId'])
    .where('c.partnership_id', '=', partnershipId)
    .where('c.id', '=', changeId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw notFound('This change')
  const { state, ...proposal } = found
  if (state === 'proposed') return proposal
  const words = state === 'applied' ? 'approved' : 'declined'
  return refuse('already-decided', `Somebody has ${words} this change already.`)
}
