import type { Actor, Partnership } from '../auth/index.ts'
import { notFound } from '../errors/index.ts'
import type { MercatContext } from './env.ts'

/** The partnership that a staff page is about and the actor who asks; another's, or a provider's asking, is not found. */
export function staffPartnership(c: MercatContext): {
  partnership: Partnership
  actor: Extract<Actor, { kind: 'staff' }>
} {
  const partnership = c.var.signedIn?.membership.partnership
  const { actor } = c.var
  if (!partnership || actor.kind !== 'staff' || partnership.slug !== c.req.param('partnership')) {
    throw notFound('This page', 'You may be signed in for another partnership.')
  }
  return { partnership, actor }
}
