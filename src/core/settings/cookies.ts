import { cookiePrefix, sessionCookie, sessionHours } from '../auth/index.ts'

/** A cookie that the product sets, as the page about cookies says it. */
export interface CookieFact {
  readonly name: string
  readonly purpose: string
  readonly lasts: string
}

const always: readonly CookieFact[] = [
  {
    name: sessionCookie,
    purpose: 'Keeps you signed in from page to page.',
    lasts: `Until you sign out, at most ${sessionHours} hours.`,
  },
  {
    name: `${cookiePrefix}.two_factor`,
    purpose: 'Remembers that your password was right while you enter the code of your second step.',
    lasts: 'Until you have entered the code, at most 10 minutes.',
  },
]

/**
 * Every cookie that the product sets; tests sign in and compare. All are needed to sign in, so none asks for consent.
 * `service` is what an account of the organisation's own sign-in service is called, where there is one.
 */
export const cookiesWith = (service: string | undefined): readonly CookieFact[] =>
  service === undefined
    ? always
    : [
        ...always,
        {
          name: `${cookiePrefix}.oidc`,
          purpose: `Remembers, in a form that only we can read, what you were about to do while you sign in with ${service}.`,
          lasts: 'Until you come back from there, at most 10 minutes.',
        },
      ]
