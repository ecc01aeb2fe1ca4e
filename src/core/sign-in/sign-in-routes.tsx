import { Hono } from 'hono'
import { declare, localPath, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { boundAttempts } from './bound-attempts.ts'
import { askForReset, resetFor, resetPassword } from './commands/password.ts'
import { signOut } from './commands/sessions.ts'
import { awaited, giveCode, type SignInOutcome, signIn } from './commands/sign-in.ts'
import { doorOf, fieldsOf, setCookies } from './door-of.ts'
import { codeForm, forgottenForm, type Mistakes, newPasswordForm, readForm, recoveryForm, signInForm } from './forms.ts'
import { lockedWords } from './locked-words.ts'
import { passwordFaults } from './password-rule.ts'
import { paths, withTo } from './paths.ts'
import { signInPage, whenSwitchedOn } from './show-sign-in.tsx'
import { CodePage } from './views/code-page.tsx'
import { MessagePage } from './views/message-page.tsx'
import { ForgottenPage, LinkSentPage, ResetPage } from './views/password-pages.tsx'

/** The way in and out: password, code, a new password by a link. */
export const signInRoutes = (): Hono<MercatEnv> => {
  const bound = boundAttempts()
  return new Hono<MercatEnv>()
    .get(paths.signIn, declare('sign-in.use', 'sign-in.page'), async (c) => {
      const to = localPath(c.req.query('to'))
      if (c.var.viewer) return c.redirect(to, 303)
      return signInPage(c, { to, news: c.req.query('reset') === 'done' ? resetDone : undefined })
    })
    .post(paths.signIn, declare('sign-in.use', 'sign-in.password'), whenSwitchedOn, bound, async (c) => {
      const fields = await fieldsOf(c)
      const to = localPath(fields.to)
      const read = readForm(signInForm, fields)
      if ('mistakes' in read) return signInPage(c, { to, email: fields.email, mistakes: read.mistakes })
      const outcome = await signIn(doorOf(c), read.values, c.var.signedIn?.sessionId)
      if ('cookies' in outcome) setCookies(c, outcome.cookies)
      if (outcome.is === 'code-wanted') return c.redirect(withTo(paths.code, to), 303)
      if (outcome.is === 'set-up-wanted') return c.redirect(withTo(paths.secondStepNew, to), 303)
      if (outcome.is === 'no-access') return page(c, noAccess)
      return signInPage(c, { to, email: fields.email, mistakes: { password: wordsFor(c, outcome, 'wrong-password') } })
    })
    .get(paths.code, declare('sign-in.use', 'sign-in.code-page'), whenSwitchedOn, async (c) => {
      const to = localPath(c.req.query('to'))
      if (!(await awaited(doorOf(c)))) return c.redirect(withTo(paths.signIn, to), 303)
      return page(c, <CodePage to={to} recovery={c.req.query('recovery') === '1'} />)
    })
    .post(paths.code, declare('sign-in.use', 'sign-in.code'), whenSwitchedOn, bound, async (c) => {
      const fields = await fieldsOf(c)
      const [to, recovery] = [localPath(fields.to), fields.recovery === '1']
      const again = (mistakes: Mistakes) =>
        page(c, <CodePage to={to} recovery={recovery} code={fields.code} mistakes={mistakes} />, 422)
      const read = readForm(recovery ? recoveryForm : codeForm, fields)
      if ('mistakes' in read) return again(read.mistakes)
      const outcome = await giveCode(doorOf(c), { code: read.values.code, recovery }, c.var.signedIn?.sessionId)
      if (outcome.is === 'in') {
        setCookies(c, outcome.cookies)
        return c.redirect(to, 303)
      }
      if (outcome.is === 'start-again') {
        const form = 'It took too long, or too many codes were tried. Give your password again'
        return signInPage(c, { to, mistakes: { form } })
      }
      return again({ code: wordsFor(c, outcome, recovery ? 'wrong-recovery' : 'wrong-code') })
    })
    .post(paths.signOut, declare('sign-in.use', 'sign-in.out'), async (c) => {
      setCookies(c, [await signOut(doorOf(c), c.var.signedIn)])
      return c.redirect('/', 303)
    })
    .get(paths.forgotten, declare('sign-in.use', 'sign-in.forgotten-page'), whenSwitchedOn, (c) =>
      page(c, <ForgottenPage />),
    )
    .post(paths.forgotten, declare('sign-in.use', 'sign-in.forgotten'), whenSwitchedOn, bound, async (c) => {
      const fields = await fieldsOf(c)
      const read = readForm(forgottenForm, fields)
      if ('mistakes' in read) return page(c, <ForgottenPage email={fields.email} mistakes={read.mistakes} />, 422)
      // The answer takes the same time whether or not anyone has the address.
      const [asked] = await Promise.allSettled([askForReset(doorOf(c), read.values.email), sleep(400)])
      if (asked.status === 'rejected') throw asked.reason
      return page(c, <LinkSentPage />)
    })
    .get(paths.reset, declare('sign-in.use', 'sign-in.reset-page'), whenSwitchedOn, async (c) => {
      const token = c.req.query('token') ?? ''
      return (await resetFor(doorOf(c), token)) ? page(c, <ResetPage token={token} />) : page(c, oldLink)
    })
    .post(paths.reset, declare('sign-in.use', 'sign-in.reset'), whenSwitchedOn, bound, async (c) => {
      const fields = await fieldsOf(c)
      const token = fields.token ?? ''
      const read = readForm(newPasswordForm, fields)
      const fresh = 'values' in read ? read.values.newPassword : 'x'.repeat(600)
      const outcome = await resetPassword(doorOf(c), token, fresh)
      if (outcome.is === 'set') return c.redirect(`${paths.signIn}?reset=done`, 303)
      if (outcome.is !== 'unfit') return page(c, oldLink)
      return page(c, <ResetPage token={token} mistakes={{ newPassword: passwordFaults[outcome.fault] }} />, 422)
    })
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const resetDone = 'Your new password is set, and every session has ended. Sign in with it now.'

const wrong = {
  'wrong-password': 'That email address and password do not belong together. Check both and try again',
  'wrong-code': 'That code is not the one of this moment. Wait for the next one and enter it at once',
  'used-code': 'That code has opened already, and each opens once. Wait for the next one',
  'wrong-recovery': 'That is not one of your recovery codes, or it was used already',
}

const wordsFor = (c: MercatContext, outcome: SignInOutcome, otherwise: keyof typeof wrong): string =>
  outcome.is === 'locked'
    ? lockedWords(outcome.until, c.var.clock.now())
    : wrong[outcome.is === 'used' ? 'used-code' : otherwise]

const oldLink = (
  <MessagePage title="This link opens nothing any more">
    <p>A link to set a new password works once, within half an hour. This one was used, or is older than that.</p>
    <p>
      <a href={paths.forgotten}>Ask for a new link</a>
    </p>
  </MessagePage>
)

const noAccess = (
  <MessagePage title="You have no access at present">
    <p>Your password is right, but your access to every partnership and organisation has ended.</p>
    <p>If that is a mistake, ask an administrator of the partnership to invite you again.</p>
  </MessagePage>
)
