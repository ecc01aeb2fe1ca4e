import type { MiddlewareHandler } from 'hono'
import { may, type Permission } from '../auth/index.ts'
import { MercatError } from '../errors/index.ts'
import type { MercatEnv } from './env.ts'

/** What every route says of itself: who may call it, and its name in the audit trail. */
export interface Declaration {
  readonly permission: Permission
  readonly audit: string
}

const declarations = new WeakMap<object, Declaration>()

/** The first handler of every route: refuses who may not, and lets a test walk all routes. */
export function declare(permission: Permission, audit: string): MiddlewareHandler<MercatEnv> {
  const guard: MiddlewareHandler<MercatEnv> = async (c, next) => {
    if (!may(c.var.actor, permission)) {
      throw c.var.actor.kind === 'public'
        ? new MercatError('not-signed-in', 'Sign in to see this page.')
        : new MercatError('forbidden', 'Your role does not allow this.')
    }
    await next()
  }
  declarations.set(guard, { permission, audit })
  return guard
}

/** The declaration that a handler carries, when it is one that `declare` made. */
export const declarationOf = (handler: object): Declaration | undefined => declarations.get(handler)
