import type { Actor } from '../../../../core/auth/index.ts'
import type { Db } from '../../../../core/db/index.ts'
import { recordAll } from '../../../../core/ledger/index.ts'
import { tellShares } from '../../../sharing/commands/tell-shares.ts'
import { tellParties } from './tell-parties.ts'
import type { Writing } from './writing.ts'

/** Which rule decided, on what, with what outcome, for the ledger. */
export interface ChangeStory {
  readonly rule: { readonly name: string; readonly version: string }
  readonly payload: unknown
}

/** A change that is written, but for who is told. */
export interface WrittenChange extends ChangeStory {
  readonly writing: Writing
}

/** Tells everybody whom a change concerns and enters it in the ledger; call it last. */
export const finishChange = (db: Db, actor: Actor, writing: Writing, story: ChangeStory): Promise<void> =>
  finishChanges(db, actor, [{ writing, ...story }])

/** The same for changes of many contracts of one partnership, written at one instant. */
export async function finishChanges(db: Db, actor: Actor, changes: readonly WrittenChange[]): Promise<void> {
  const [first] = changes
  if (!first) return
  const { partnershipId, at } = first.writing
  const contractIds = changes.map(({ writing }) => writing.contractId)
  await tellParties(db, { partnershipId, contractIds, at })
  await tellShares(db, partnershipId, contractIds)
  await recordAll(
    db,
    actor,
    at,
    changes.map(({ writing, rule, payload }) => ({
      event: 'procurement.contract-changed',
      subject: { kind: 'contract', id: writing.contractId },
      rule,
      payload,
    })),
  )
}
