import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { TypedMove } from '../forms.ts'
import type { SpotPurchase } from '../purchase.ts'
import { changePurchase, type NewPurchase, writePurchase } from './write-purchase.ts'

/** Enters a purchase that somebody made. */
export async function enterPurchase(
  db: Db,
  actor: Actor,
  {
    partnership,
    purchase,
    at,
  }: { readonly partnership: Partnership; readonly purchase: NewPurchase; readonly at: Date },
): Promise<{ id: Id; reference: string }> {
  const entered = await writePurchase(db, partnership, purchase, at)
  await record(db, actor, at, {
    event: 'procurement.spot-purchase-entered',
    subject: { kind: 'spot-purchase', id: entered.id },
    payload: { ...purchase, reference: entered.reference },
  })
  return entered
}

/** Keeps what became of a purchase; false when somebody else changed it since it was read. */
export async function movePurchase(
  db: Db,
  actor: Actor,
  {
    partnershipId,
    before,
    told,
    at,
  }: { readonly partnershipId: Id; readonly before: SpotPurchase; readonly told: TypedMove; readonly at: Date },
): Promise<boolean> {
  if (!(await changePurchase(db, partnershipId, { ...before, ...told }))) return false
  const { movesTo, reviewedOn, movedOn, until } = before
  await record(db, actor, at, {
    event: 'procurement.spot-purchase-changed',
    subject: { kind: 'spot-purchase', id: before.id },
    payload: { before: { movesTo, reviewedOn, movedOn, until }, after: told },
  })
  return true
}
