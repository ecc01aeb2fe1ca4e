/** Where the pages of signing in and of one's own account stand. */
export const paths = {
  signIn: '/sign-in',
  code: '/sign-in/code',
  forgotten: '/sign-in/forgotten',
  reset: '/sign-in/reset',
  invitation: '/sign-in/invitation',
  demonstration: '/sign-in/demonstration',
  oidc: '/sign-in/oidc',
  oidcCallback: '/sign-in/oidc/callback',
  signOut: '/sign-out',
  account: '/account',
  name: '/account/name',
  switch: '/account/switch',
  sessions: '/account/sessions',
  password: '/account/password',
  secondStep: '/account/second-step',
  secondStepNew: '/account/second-step/new',
  recoveryCodes: '/account/second-step/recovery-codes',
  providerPeople: '/provider/people',
} as const

/** An address with where to go afterwards. */
export const withTo = (path: string, to: string): string =>
  to === paths.account ? path : `${path}?to=${encodeURIComponent(to)}`

/** Where the way to the organisation's sign-in service begins. */
export const oidcStart = (to: string): string => withTo(paths.oidc, to)

/** Where an invitation is accepted. */
export const invitationLink = (origin: string, token: string): string => `${origin}${paths.invitation}?token=${token}`

/** Where a new password is set. */
export const resetLink = (origin: string, token: string): string => `${origin}${paths.reset}?token=${token}`

/** Who acts for one’s own provider, and who waits to. */
export const providerPeoplePath = (): string => paths.providerPeople
