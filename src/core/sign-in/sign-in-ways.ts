import type { Config } from '../config/index.ts'

/** A way to sign in, as its page offers it. */
export type SignInWay = { readonly kind: 'password' }

/** The ways that the settings switch on. Another way, such as a passkey or an organisation's own sign-in, is one more here. */
export const signInWays = (_config: Config, lasting: boolean): readonly SignInWay[] =>
  lasting ? [{ kind: 'password' }] : []
