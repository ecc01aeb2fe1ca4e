import { holdersOf, type Role, staffRoles } from '../../core/auth/index.ts'
import type { Pence } from '../../core/values/index.ts'
import { type ChangeKind, changeKinds } from '../change-kind.ts'

/** What one role may approve of one kind, up to what a change commits. */
export interface DelegatedLimit {
  readonly role: Role
  readonly kind: ChangeKind
  readonly limitPence: Pence
}

/** What people approve; an import is the product's own. */
export const approvedKinds: readonly ChangeKind[] = changeKinds.filter((kind) => kind !== 'import')

const approvers = holdersOf('contracts.approve')

/** The roles to which approving can be delegated: those that hold the permission. */
export const approvingRoles: readonly Role[] = staffRoles.filter((role) => approvers.includes(role))

const upTo = (role: Role, limitPence: Pence, kinds: readonly ChangeKind[]): readonly DelegatedLimit[] =>
  kinds.map((kind) => ({ role, kind, limitPence }))

/**
 * Who may approve what until a partnership delegates otherwise: limits of this product, not of any scheme of
 * delegation. An officer approves what is small, finance prices, and a commissioner the rest.
 */
export const standardAuthorities: readonly DelegatedLimit[] = [
  ...upTo('contracts-officer', 5_000_000, approvedKinds),
  ...upTo('finance-officer', 200_000_000, ['rates', 'uplift']),
  ...upTo('commissioner', 10_000_000_000, approvedKinds),
]
