import { Hono } from 'hono'
import type { Config } from '../config/index.ts'
import { notFound } from '../errors/index.ts'
import { declare, localPath, type MercatContext, type MercatEnv } from '../http/index.ts'
import { boundAttempts } from './bound-attempts.ts'
import { leaveForOidc, type OidcOutcome, returnFromOidc } from './commands/oidc.ts'
import { doorOf, setCookies } from './door-of.ts'
import { noTripHeader } from './oidc-trip.ts'
import { paths, withTo } from './paths.ts'
import { signInPage } from './show-sign-in.tsx'

/** Signing in with an organisation's own account; not there at all where none is set. */
export const oidcRoutes = (): Hono<MercatEnv> => {
  const bound = boundAttempts()
  return (
    new Hono<MercatEnv>()
      // A link, not a form: browsers hold a form to this site (form-action) however often it is sent on.
      .get(paths.oidc, declare('sign-in.use', 'sign-in.oidc'), bound, async (c) => {
        const client = clientOf(c)
        const to = localPath(c.req.query('to'))
        // Only this site's own pages send anybody there.
        if (c.req.header('sec-fetch-site') === 'cross-site') return c.redirect(withTo(paths.signIn, to), 303)
        const door = doorOf(c)
        const away = await leaveForOidc(door, client, to)
        if (!away) return signInPage(c, { to, mistakes: { form: words(client, { because: 'unanswered' }) } }, 503)
        setCookies(c, [away.cookie])
        return c.redirect(away.location, 303)
      })
      .get(paths.oidcCallback, declare('sign-in.use', 'sign-in.oidc-callback'), bound, async (c) => {
        const client = clientOf(c)
        const door = doorOf(c)
        const { code = '', state = '', error, iss: issuer } = c.req.query()
        const outcome = await returnFromOidc(door, client, { code, state, error, issuer }, c.var.signedIn?.sessionId)
        setCookies(c, [noTripHeader(c.var.config)])
        if (outcome.is === 'in') {
          setCookies(c, outcome.cookies)
          return c.redirect(outcome.to, 303)
        }
        const status = outcome.because === 'unanswered' ? 503 : 422
        return signInPage(c, { to: localPath(outcome.to), mistakes: { form: words(client, outcome) } }, status)
      })
  )
}

function clientOf(c: MercatContext): NonNullable<Config['oidc']> {
  const { oidc } = c.var.config
  if (!oidc) throw notFound('This page')
  return oidc
}

type Out = Pick<Extract<OidcOutcome, { is: 'out' }>, 'because' | 'email'>

/** What is said to whoever did not come in. */
function words({ name }: NonNullable<Config['oidc']>, { because, email }: Out): string {
  switch (because) {
    case 'start-again':
      return `Signing in with ${name} took too long, or was begun in another browser or finished already. Begin again`
    case 'unanswered':
      return `Signing in with ${name} does not work at the moment: the service behind it does not answer. Try again in a few minutes`
    case 'unproven':
      return `The service behind ${name} did not confirm who you are. Begin again`
    case 'unverified':
      return `The service behind ${name} does not vouch for your email address. Ask whoever looks after that account`
    case 'unknown':
      return `Nobody with the email address ${email} has access here. Ask an administrator of your partnership to invite you`
    case 'no-access':
      return `Your access to every partnership and organisation has ended. If that is a mistake, ask an administrator to invite you again`
    case 'other-person':
      return `The account here with the email address ${email} belongs to somebody who had that address before. Ask an administrator to end it and to invite you`
  }
}
