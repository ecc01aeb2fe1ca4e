import type { Actor, Role } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Authority } from '../../planning/authority.ts'
import { ensureAuthorities } from '../../planning/commands/ensure-authorities.ts'
import { authoritiesOf } from '../../planning/queries/authorities.ts'
import { approversOf, type Covered, coveringAuthority } from '../covering-authority.ts'

interface Question extends Covered {
  readonly partnershipId: Id
  readonly on: IsoDate
}

/** Under which authority an actor may approve a change, if under any, and which roles may. */
export async function whoApproves(
  db: Db,
  actor: Actor,
  { partnershipId, on, ...covered }: Question,
): Promise<{ readonly authority: Authority | undefined; readonly approvers: readonly Role[] }> {
  await ensureAuthorities(db, partnershipId)
  const authorities = await authoritiesOf(db, partnershipId, on)
  return {
    authority: coveringAuthority(authorities, covered, rolesOf(actor)),
    approvers: approversOf(authorities, covered),
  }
}

/** The authority under which an actor may approve a change; undefined when there is none. */
export const authorityFor = async (db: Db, actor: Actor, question: Question): Promise<Authority | undefined> =>
  (await whoApproves(db, actor, question)).authority

/** The product itself acts for whoever may. */
function rolesOf(actor: Actor): readonly Role[] | 'any' {
  if (actor.kind === 'system') return 'any'
  return actor.kind === 'public' ? [] : actor.roles
}
