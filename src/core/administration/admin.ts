import type { Actor, Partnership } from '../auth/index.ts'
import { MercatError } from '../errors/index.ts'
import type { MercatContext } from '../http/index.ts'

/** The administrator who asks, and the partnership that they administer now. */
export interface Admin {
  readonly partnership: Partnership
  readonly actor: Extract<Actor, { kind: 'staff' }>
}

/** Who asks for an administration page; the route's permission has been checked already. */
export function adminOf(c: MercatContext): Admin {
  const partnership = c.var.signedIn?.membership.partnership
  const { actor } = c.var
  if (!partnership || actor.kind !== 'staff') throw new MercatError('forbidden', 'Your role does not allow this.')
  return { partnership, actor }
}
