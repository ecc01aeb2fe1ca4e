import type { MiddlewareHandler } from 'hono'
import { secretsOf } from '../auth/index.ts'
import { localPath, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { demonstrationRoles } from './commands/demonstration.ts'
import type { Mistakes } from './forms.ts'
import { signInWays } from './sign-in-ways.ts'
import { SignInPage } from './views/sign-in-page.tsx'

interface Shown {
  readonly to: string
  readonly email?: string | undefined
  readonly mistakes?: Mistakes | undefined
  readonly news?: string | undefined
}

/** Answers with the way in, as the settings and the demonstration make it. */
export async function signInPage(
  c: MercatContext,
  shown: Shown,
  status: 200 | 422 | 503 = shown.mistakes ? 422 : 200,
): Promise<Response> {
  const { database, config } = c.var
  const demonstration = (await demonstrationRoles(database)) !== undefined
  const ways = signInWays(config, secretsOf(config).lasting)
  return page(c, <SignInPage ways={ways} demonstration={demonstration} {...shown} />, status)
}

/** Where passwords are switched off, every page that would take one says so in place of taking it. */
export const whenSwitchedOn: MiddlewareHandler<MercatEnv> = async (c, next) => {
  if (!secretsOf(c.var.config).lasting) return signInPage(c, { to: localPath(undefined) })
  await next()
}
