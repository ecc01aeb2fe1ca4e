import { cookiePrefix, sessionCookie, sessionHours } from '../auth/index.ts'

/** A cookie that the product sets, as the page about cookies says it. */
export interface CookieFact {
  readonly name: string
  readonly purpose: string
  readonly lasts: string
}

/** Every cookie that the product sets; a test signs in and compares. All are needed to sign in, so none asks for consent. */
export const cookies: readonly CookieFact[] = [
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
