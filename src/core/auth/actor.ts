import type { Id } from '../values/index.ts'
import type { Role } from './role.ts'

/** Who is asking, as one value; the only key that opens the database. */
export type Actor =
  | { readonly kind: 'public' }
  | { readonly kind: 'staff'; readonly accountId: Id; readonly partnershipId: Id; readonly roles: readonly Role[] }
  | { readonly kind: 'provider'; readonly accountId: Id; readonly organisationId: Id; readonly roles: readonly Role[] }
  /** The product itself, at work for one partnership, or (null) on data that all partnerships share. */
  | { readonly kind: 'system'; readonly partnershipId: Id | null }

/** Anyone, not signed in. */
export const publicActor: Actor = { kind: 'public' }

/** The product at work for one partnership, or on shared data when no partnership is named. */
export const systemActor = (partnershipId: Id | null = null): Actor => ({ kind: 'system', partnershipId })

/** The account behind an actor, for the ledger; the public and the product itself have none. */
export const accountOf = (actor: Actor): Id | null =>
  actor.kind === 'staff' || actor.kind === 'provider' ? actor.accountId : null
