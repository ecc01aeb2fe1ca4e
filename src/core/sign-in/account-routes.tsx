import { Hono } from 'hono'
import { type Actor, publicActor, type Role, type SignedIn } from '../auth/index.ts'
import { asActor } from '../db/index.ts'
import { MercatError } from '../errors/index.ts'
import {
  declare,
  type MercatContext,
  type MercatEnv,
  type OrganisationNames,
  page,
  type Services,
} from '../http/index.ts'
import { boundAttempts } from './bound-attempts.ts'
import { changeName } from './commands/change-name.ts'
import { changePassword } from './commands/password.ts'
import { recoveryCodesLeft } from './commands/second-step.ts'
import { choicesOf, endSessions, openSessions, switchTo } from './commands/sessions.ts'
import { doorOf, fieldsOf, setCookies } from './door-of.ts'
import { changePasswordForm, type Mistakes, nameForm, readForm } from './forms.ts'
import { lockedWords } from './locked-words.ts'
import { passwordFaults } from './password-rule.ts'
import { paths } from './paths.ts'
import { AccountPage, type HomeAlert, type HomeItem, NamePage } from './views/account-page.tsx'
import { ChangePasswordPage } from './views/password-pages.tsx'
import { SessionsPage } from './views/sessions-page.tsx'
import { SwitchPage } from './views/switch-page.tsx'

/** What whoever is signed in comes here for; given by the application, which knows every module. */
export type HomeItems = (actor: Actor, signedIn: SignedIn) => readonly HomeItem[]

/** What wants doing now, read for whoever is signed in; given by the application as well. */
export type HomeAlerts = (
  actor: Actor,
  signedIn: SignedIn,
  services: Pick<Services, 'database' | 'clock'>,
) => Promise<readonly HomeAlert[]>

/** One's own account: who one is, sessions, password, name, and for whom one acts. */
export const accountRoutes = (
  homeItems: HomeItems,
  homeAlerts: HomeAlerts | undefined,
  organisationNames: OrganisationNames,
): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(paths.account, declare('account.own', 'account.page'), async (c) => {
      const signedIn = own(c)
      const service = signedIn.way === 'oidc' ? c.var.config.oidc?.name : undefined
      const codes = signedIn.demonstration || service ? undefined : await recoveryCodesLeft(doorOf(c), signedIn)
      const items = homeItems(c.var.actor, signedIn)
      const alerts = (await homeAlerts?.(c.var.actor, signedIn, c.var)) ?? []
      return page(c, <AccountPage signedIn={signedIn} alerts={alerts} items={items} codes={codes} service={service} />)
    })
    .get(paths.name, declare('account.own', 'account.name-page'), (c) =>
      page(c, <NamePage name={own(c).account.name} />),
    )
    .post(paths.name, declare('account.own', 'account.name'), async (c) => {
      const fields = await fieldsOf(c)
      const read = readForm(nameForm, fields)
      if ('mistakes' in read) return page(c, <NamePage name={fields.name ?? ''} mistakes={read.mistakes} />, 422)
      await changeName(doorOf(c), own(c), read.values.name)
      return c.redirect(paths.account, 303)
    })
    .get(paths.switch, declare('account.own', 'account.switch-page'), async (c) => {
      const choices = await namedChoices(c, organisationNames)
      return page(c, <SwitchPage choices={choices} current={own(c).membership.id} />)
    })
    .post(paths.switch, declare('account.own', 'account.switch'), async (c) => {
      const { membership } = await fieldsOf(c)
      setCookies(c, [await switchTo(doorOf(c), own(c), membership ?? '')])
      return c.redirect(paths.account, 303)
    })
    .get(paths.sessions, declare('account.own', 'account.sessions-page'), async (c) => {
      const signedIn = own(c)
      const sessions = await openSessions(doorOf(c), signedIn)
      // A role of the demonstration is shared: whoever else stepped into it is no business of this one.
      const shown = signedIn.demonstration ? sessions.filter((session) => session.current) : sessions
      return page(c, <SessionsPage sessions={shown} demonstration={signedIn.demonstration} />)
    })
    .post(paths.sessions, declare('account.own', 'account.end-session'), async (c) => {
      const { id = '' } = await fieldsOf(c)
      if (!own(c).demonstration) await endSessions(doorOf(c), own(c), id === 'others' ? 'others' : { id })
      return c.redirect(paths.sessions, 303)
    })
    .get(paths.password, declare('account.own', 'account.password-page'), (c) => {
      withPassword(c)
      return page(c, <ChangePasswordPage />)
    })
    .post(paths.password, declare('account.own', 'account.password'), boundAttempts(), async (c) => {
      const signedIn = withPassword(c)
      const read = readForm(changePasswordForm, await fieldsOf(c))
      if ('mistakes' in read) return page(c, <ChangePasswordPage mistakes={read.mistakes} />, 422)
      const { password: present, newPassword: fresh } = read.values
      const outcome = await changePassword(doorOf(c), signedIn, { present, fresh })
      if (outcome.is === 'set') {
        setCookies(c, outcome.cookies)
        return c.redirect(paths.account, 303)
      }
      const mistakes: Mistakes =
        outcome.is === 'unfit'
          ? { newPassword: passwordFaults[outcome.fault] }
          : {
              password:
                outcome.is === 'locked'
                  ? lockedWords(outcome.until, c.var.clock.now())
                  : 'That is not your present password',
            }
      return page(c, <ChangePasswordPage mistakes={mistakes} />, 422)
    })

/** Whoever is signed in; `declare` lets nobody else come here. */
function own(c: MercatContext): SignedIn {
  if (!c.var.signedIn) throw new Error('Nobody is signed in.')
  return c.var.signedIn
}

/** Whoever signed in with a password, and so has one to change. */
function withPassword(c: MercatContext): SignedIn {
  const signedIn = own(c)
  if (signedIn.demonstration || signedIn.way === 'oidc')
    throw new MercatError('forbidden', 'You signed in without a password, so there is none to change.')
  return signedIn
}

async function namedChoices(c: MercatContext, organisationNames: OrganisationNames) {
  const choices = await choicesOf(doorOf(c), own(c))
  const ids = choices.flatMap(({ organisationId }) => (organisationId ? [organisationId] : []))
  const names = await asActor(c.var.database, publicActor, (db) => organisationNames(db, ids))
  return choices.map(({ membershipId, partnership, organisationId, roles }) => ({
    membershipId,
    name: partnership ?? (organisationId && names.get(organisationId)) ?? 'An organisation',
    roles: roles as readonly Role[],
  }))
}
