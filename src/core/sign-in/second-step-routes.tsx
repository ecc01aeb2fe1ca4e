import { Hono } from 'hono'
import type { SignedIn } from '../auth/index.ts'
import { MercatError } from '../errors/index.ts'
import { declare, localPath, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { boundAttempts } from './bound-attempts.ts'
import { checkPassword } from './commands/password.ts'
import {
  beginAuthenticator,
  confirmAuthenticator,
  newAuthenticator,
  newRecoveryCodes,
  recoveryCodesLeft,
} from './commands/second-step.ts'
import { doorOf, fieldsOf, setCookies } from './door-of.ts'
import { codeForm, confirmPasswordForm, readForm } from './forms.ts'
import { lockedWords } from './locked-words.ts'
import { paths, withTo } from './paths.ts'
import { RecoveryCodesPage, SecondStepPage, SetUpPage } from './views/second-step-pages.tsx'

/** The second step: setting it up, which is all that is open until it stands, and changing it. */
export const secondStepRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(paths.secondStep, declare('sign-in.use', 'account.second-step-page'), async (c) => {
      const signedIn = c.var.signedIn
      if (!signedIn) return c.redirect(withTo(paths.signIn, paths.secondStep), 303)
      if (!signedIn.secondStep) return c.redirect(paths.secondStepNew, 303)
      const { demonstration, way } = signedIn
      const service = way === 'oidc' ? c.var.config.oidc?.name : undefined
      const codes = demonstration || service ? undefined : await recoveryCodesLeft(doorOf(c), signedIn)
      return page(c, <SecondStepPage demonstration={demonstration} codes={codes} service={service} />)
    })
    .post(paths.secondStep, declare('account.own', 'account.second-step'), boundAttempts(), async (c) => {
      const [signedIn, fields, door] = [real(c), await fieldsOf(c), doorOf(c)]
      const read = readForm(confirmPasswordForm, fields)
      if ('mistakes' in read) return page(c, <SecondStepPage demonstration={false} mistakes={read.mistakes} />, 422)
      const checked = await checkPassword(door, signedIn, read.values.password)
      if (checked.is !== 'right') {
        const password =
          checked.is === 'locked' ? lockedWords(checked.until, c.var.clock.now()) : 'That is not your password'
        return page(c, <SecondStepPage demonstration={false} mistakes={{ password }} />, 422)
      }
      if (fields.wanted === 'codes') {
        return page(c, <RecoveryCodesPage codes={await newRecoveryCodes(door, signedIn)} to={paths.account} />)
      }
      await beginAuthenticator(door, signedIn)
      return c.redirect(paths.secondStepNew, 303)
    })
    .get(paths.secondStepNew, declare('sign-in.use', 'account.authenticator-page'), async (c) => {
      const to = localPath(c.req.query('to'))
      if (!c.var.signedIn) return c.redirect(withTo(paths.signIn, to), 303)
      const [signedIn, door] = [real(c), doorOf(c)]
      const pending = await newAuthenticator(door, signedIn)
      if (!pending && signedIn.secondStep) return c.redirect(paths.secondStep, 303)
      if (!pending) await beginAuthenticator(door, signedIn)
      const authenticator = pending ?? (await newAuthenticator(door, signedIn))
      if (!authenticator) throw new Error('An authenticator that was just begun is not there.')
      return page(c, <SetUpPage authenticator={authenticator} to={to} replacing={signedIn.secondStep} />)
    })
    .post(paths.secondStepNew, declare('sign-in.use', 'account.authenticator'), boundAttempts(), async (c) => {
      const fields = await fieldsOf(c)
      const to = localPath(fields.to)
      if (!c.var.signedIn) return c.redirect(withTo(paths.signIn, to), 303)
      const [signedIn, door] = [real(c), doorOf(c)]
      const authenticator = await newAuthenticator(door, signedIn)
      if (!authenticator) return c.redirect(withTo(paths.secondStepNew, to), 303)
      const again = (code: string) =>
        page(
          c,
          <SetUpPage
            authenticator={authenticator}
            to={to}
            replacing={signedIn.secondStep}
            code={fields.code}
            mistakes={{ code }}
          />,
          422,
        )
      const read = readForm(codeForm, fields)
      if ('mistakes' in read) return again(read.mistakes.code ?? '')
      const confirmed = await confirmAuthenticator(door, signedIn, read.values.code)
      if (confirmed.is === 'nothing-pending') return c.redirect(withTo(paths.secondStepNew, to), 303)
      if (confirmed.is === 'wrong') return again('That is not the code that the app shows now. Enter the next one')
      if (confirmed.is === 'locked') return again(lockedWords(confirmed.until, c.var.clock.now()))
      setCookies(c, [confirmed.cookie])
      return page(c, <RecoveryCodesPage codes={confirmed.codes} to={to} />)
    })

const elsewhere =
  'You signed in with your organisation’s account, which has a second step of its own or none. To change the one here sign in with your password.'

/** Whoever is signed in with a password; a role of the demonstration has no second step. */
function real(c: MercatContext): SignedIn {
  const { signedIn } = c.var
  if (!signedIn) throw new MercatError('not-signed-in', 'Sign in to see this page.')
  if (signedIn.demonstration) throw new MercatError('forbidden', 'Roles of the demonstration have no second step.')
  if (signedIn.way === 'oidc') throw new MercatError('forbidden', elsewhere)
  return signedIn
}
