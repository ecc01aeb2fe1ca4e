import { defineMail } from '../outbox/index.ts'

/** How long an invitation stands. */
export const invitationDays = 7
/** How long a link to set a new password works. */
export const resetMinutes = 30

/** To somebody who is invited: for whom, and where to accept. */
export const invitationMail = defineMail({
  kind: 'auth.invitation',
  subject: 'You are invited to work with us',
  usefulForHours: invitationDays * 24,
  text: ({ name, inviting, link }: { name: string; inviting: string; link: string }) =>
    `Hello ${name},\n\n${inviting} invites you to its service for planning and buying care.\n\nTo accept, open this address within ${invitationDays} days and choose a password:\n${link}\n\nIf you did not expect this, you need do nothing.`,
})

/** To somebody who forgot their password. */
export const resetMail = defineMail({
  kind: 'auth.password-reset',
  subject: 'Set a new password',
  usefulForHours: 1,
  text: ({ link }: { link: string }) =>
    `Somebody, probably you, asked for a link to set a new password.\n\nOpen this address within ${resetMinutes} minutes. It works once:\n${link}\n\nIf it was not you, you need do nothing: your password stays as it is.`,
})

/** To somebody whose password was just changed, in case it was not they who did it. */
export const passwordChangedMail = defineMail({
  kind: 'auth.password-changed',
  subject: 'Your password was changed',
  text: ({ forgotten }: { forgotten: string }) =>
    `Your password was changed, and every other session was ended.\n\nIf it was not you, set a new one at once:\n${forgotten}`,
})

/** To somebody with a password into whose account their organisation's account led for the first time. */
export const oidcFirstMail = defineMail({
  kind: 'auth.oidc-first',
  subject: 'You can sign in in another way',
  text: ({ service }: { service: string }) =>
    `Somebody, probably you, signed in with ${service}, which from now on opens your account here without its password.\n\nIf it was not you, tell an administrator of your partnership, and whoever looks after ${service}.`,
})
