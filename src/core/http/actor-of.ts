import { type Actor, publicActor } from '../auth/index.ts'
import { MercatError } from '../errors/index.ts'
import type { MercatContext } from './env.ts'

/** Who is asking. Until people can sign in, anyone is the public, and a token that nobody issued is refused rather than ignored. */
export function actorOf(c: MercatContext): Actor {
  if (c.req.header('authorization') !== undefined) {
    c.header('WWW-Authenticate', 'Bearer error="invalid_token"')
    throw new MercatError(
      'not-signed-in',
      'The token in this request is not one that this service issued.',
      'Leave the Authorization header out: everything published is open without it.',
    )
  }
  return publicActor
}
