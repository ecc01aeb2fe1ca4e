import { Hono } from 'hono'
import { publicActor, roleNames } from '../auth/index.ts'
import { asActor } from '../db/index.ts'
import { declare, type MercatContext, type MercatEnv, type OrganisationNames, page } from '../http/index.ts'
import { boundAttempts } from './bound-attempts.ts'
import { acceptAsKnown, acceptAsNew } from './commands/accept-invitation.ts'
import { type HeldInvitation, invitationStep, openInvitation } from './commands/open-invitation.ts'
import { switchTo } from './commands/sessions.ts'
import { doorOf, fieldsOf, setCookies } from './door-of.ts'
import { acceptForm, type Mistakes, readForm } from './forms.ts'
import { passwordFaults } from './password-rule.ts'
import { paths } from './paths.ts'
import { whenSwitchedOn } from './show-sign-in.tsx'
import { InvitationPage } from './views/invitation-page.tsx'
import { MessagePage } from './views/message-page.tsx'

/** Accepting an invitation: with a new account, or with the one that is there. */
export const invitationRoutes = (organisationNames: OrganisationNames): Hono<MercatEnv> => {
  const show = async (
    c: MercatContext,
    token: string,
    invitation: HeldInvitation,
    typed: { name?: string | undefined; mistakes?: Mistakes } = {},
  ): Promise<Response> => {
    const { organisationId, partnership, email, name, roles } = invitation
    const names = organisationId
      ? await asActor(c.var.database, publicActor, (db) => organisationNames(db, [organisationId]))
      : undefined
    const shown = {
      token,
      inviting: partnership.name,
      email,
      name,
      roles: roles.map((role) => roleNames[role]),
      organisation: organisationId ? names?.get(organisationId) : undefined,
    }
    const step = invitationStep(invitation, c.var.signedIn)
    const other = c.var.signedIn !== undefined && c.var.signedIn.account.email !== email
    return page(
      c,
      <InvitationPage invitation={shown} step={step} other={other} service={c.var.config.oidc?.name} {...typed} />,
      typed.mistakes ? 422 : 200,
    )
  }
  return new Hono<MercatEnv>()
    .get(paths.invitation, declare('sign-in.use', 'sign-in.invitation-page'), whenSwitchedOn, async (c) => {
      const token = c.req.query('token') ?? ''
      const opened = await openInvitation(doorOf(c), token)
      return opened.is === 'open' ? show(c, token, opened.invitation) : page(c, closed[opened.is])
    })
    .post(
      paths.invitation,
      declare('sign-in.use', 'sign-in.invitation'),
      whenSwitchedOn,
      boundAttempts(),
      async (c) => {
        const fields = await fieldsOf(c)
        const token = fields.token ?? ''
        const door = doorOf(c)
        const opened = await openInvitation(door, token)
        if (opened.is !== 'open') return page(c, closed[opened.is])
        const { invitation } = opened
        const { signedIn } = c.var
        const step = invitationStep(invitation, signedIn)
        if (step === 'sign-in') return show(c, token, invitation)
        if (step === 'join') {
          const membershipId = await acceptAsKnown(door, invitation)
          if (!signedIn) throw new Error('Only who is signed in may join.')
          setCookies(c, [await switchTo(door, signedIn, membershipId)])
          return c.redirect(paths.account, 303)
        }
        const read = readForm(acceptForm, fields)
        if ('mistakes' in read) return show(c, token, invitation, { name: fields.name, mistakes: read.mistakes })
        const { name, newPassword } = read.values
        const accepted = await acceptAsNew(door, invitation, { name, password: newPassword })
        if (accepted.is === 'unfit') {
          return show(c, token, invitation, { name, mistakes: { newPassword: passwordFaults[accepted.fault] } })
        }
        setCookies(c, accepted.cookies)
        return c.redirect(paths.secondStepNew, 303)
      },
    )
}

const askAgain = <p>Ask the administrator who invited you to send a new one.</p>

const closed = {
  waits: (
    <MessagePage title="Someone has to agree first">
      <p>
        This provider has people here already, and one of them has to agree that you may act for it. They find you under
        “People who act for us” in their account.
      </p>
      <p>Open this address again once they have agreed.</p>
    </MessagePage>
  ),
  unknown: (
    <MessagePage title="This is not an invitation of ours">
      <p>The address may have been cut off. Open it from the mail itself, or copy the whole of it.</p>
    </MessagePage>
  ),
  expired: (
    <MessagePage title="This invitation has run out">
      <p>An invitation stands for a week.</p>
      {askAgain}
    </MessagePage>
  ),
  withdrawn: (
    <MessagePage title="This invitation was withdrawn">
      <p>Whoever invited you took it back, or sent another one: the newest mail counts.</p>
      {askAgain}
    </MessagePage>
  ),
  accepted: (
    <MessagePage title="This invitation was accepted already">
      <p>
        <a href={paths.signIn}>Sign in</a> with the password that you chose then. If it was not you who accepted, tell
        the administrator who invited you.
      </p>
    </MessagePage>
  ),
}
