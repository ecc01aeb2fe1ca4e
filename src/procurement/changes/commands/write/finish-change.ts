import type { Actor } from '../../../../core/auth/index.ts'
import type { Db } from '../../../../core/db/index.ts'
import { record } from '../../../../core/ledger/index.ts'
import { tellShares } from '../../../sharing/commands/tell-shares.ts'
import { tellParties } from './tell-parties.ts'
import type { Writing } from './writing.ts'

/** Which rule decided, on what, with what outcome, for the ledger. */
export interface ChangeStory {
  readonly rule: { readonly name: string; readonly version: string }
  readonly payload: unknown
}

/** Tells everybody whom a change concerns and enters it in the ledger; call it last. */
export async function finishChange(db: Db, actor: Actor, writing: Writing, story: ChangeStory): Promise<void> {
  await tellParties(db, writing)
  await tellShares(db, writing.partnershipId, writing.contractId)
  await record(db, actor, writing.at, {
    event: 'procurement.contract-changed',
    subject: { kind: 'contract', id: writing.contractId },
    ...story,
  })
}
