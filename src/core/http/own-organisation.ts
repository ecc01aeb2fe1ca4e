import type { Actor } from '../auth/index.ts'
import { MercatError } from '../errors/index.ts'
import type { MercatContext } from './env.ts'

/** The provider that asks, and what every page of its own says of it. */
export function ownOrganisation(c: MercatContext): {
  actor: Extract<Actor, { kind: 'provider' }>
  organisation: string
  demonstration: boolean
} {
  const { actor, signedIn } = c.var
  // A permission of the role would let the product itself in as well.
  if (actor.kind !== 'provider') throw new MercatError('forbidden', 'This page is for providers.')
  return {
    actor,
    organisation: signedIn?.membership.organisation?.name ?? 'Your organisation',
    demonstration: signedIn?.demonstration ?? false,
  }
}
