import type { Role } from '../../core/auth/index.ts'
import type { ChangeKind } from '../change-kind.ts'
import type { Authority } from '../planning/authority.ts'
import type { Worth } from './change-worth.ts'

/** What has to be covered. */
export interface Covered {
  readonly kind: ChangeKind
  readonly worth: Worth
}

/** The authorities that cover a change, the narrowest first; where its worth is not known, only those that reach furthest. */
function covering(authorities: readonly Authority[], { kind, worth }: Covered): readonly Authority[] {
  const ofKind = authorities
    .filter((authority) => authority.kind === kind)
    .toSorted((a, b) => a.limitPence - b.limitPence)
  const least = worth.known ? worth.pence : Math.max(worth.pence, ofKind.at(-1)?.limitPence ?? 0)
  return ofKind.filter(({ limitPence }) => limitPence >= least)
}

/** The authority under which someone with some roles may approve a change; undefined when there is none. */
export const coveringAuthority = (
  authorities: readonly Authority[],
  covered: Covered,
  roles: readonly Role[] | 'any',
): Authority | undefined => covering(authorities, covered).find(({ role }) => roles === 'any' || roles.includes(role))

/** The roles that may approve a change. */
export const approversOf = (authorities: readonly Authority[], covered: Covered): readonly Role[] => [
  ...new Set(covering(authorities, covered).map(({ role }) => role)),
]
