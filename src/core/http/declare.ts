import type { MiddlewareHandler } from 'hono'
import { may, type Permission } from '../auth/index.ts'
import { MercatError } from '../errors/index.ts'
import type { MercatContext, MercatEnv } from './env.ts'
import { localPath } from './local-path.ts'
import { typedFields } from './typed-fields.ts'
import { wantsPage } from './wants-page.ts'

/** What every route says of itself: who may call it, and its name in the audit trail. */
export interface Declaration {
  readonly permission: Permission
  readonly audit: string
  /** The largest body that it takes, in bytes, where that is more than an ordinary one. */
  readonly body?: number | undefined
}

const declarations = new WeakMap<object, Declaration>()

/** The first handler of every route: refuses who may not, and lets a test walk all routes. */
export function declare(
  permission: Permission,
  audit: string,
  { body }: Pick<Declaration, 'body'> = {},
): MiddlewareHandler<MercatEnv> {
  const guard: MiddlewareHandler<MercatEnv> = async (c, next) => {
    if (may(c.var.actor, permission)) return next()
    if (c.var.actor.kind !== 'public') throw new MercatError('forbidden', 'Your role does not allow this.')
    return askToSignIn(c)
  }
  declarations.set(guard, { permission, audit, body })
  return guard
}

/** The declaration that a handler carries, when it is one that `declare` made. */
export const declarationOf = (handler: object): Declaration | undefined => declarations.get(handler)

/** A page that was asked for is there after signing in; a form that was sent is not lost; a program gets its 401. */
async function askToSignIn(c: MercatContext): Promise<Response> {
  if (!wantsPage(c)) throw new MercatError('not-signed-in', 'Sign in to see this.')
  if (c.var.signedIn) return c.redirect('/account/second-step', 303)
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(`/sign-in?to=${encodeURIComponent(localPath(`${pathname}${search}`))}`, 303)
  }
  c.set('typed', await typedFields(c))
  throw new MercatError(
    'not-signed-in',
    'You were signed out. Nothing was saved yet, and what you typed is below.',
    'Sign in again, in a new tab, and then send it from here.',
  )
}
