import type { Config } from '../config/index.ts'

/** A way to sign in, as its page offers it. */
export type SignInWay =
  | { readonly kind: 'password' }
  /** An organisation's own account, by what people call it. */
  | { readonly kind: 'oidc'; readonly name: string }

/**
 * The ways that the settings switch on, in the order in which they are offered. This is the one place for another, such
 * as a passkey: a kind here, its part of the page, and a session that says by which way it began.
 */
export const signInWays = ({ oidc }: Config, lasting: boolean): readonly SignInWay[] =>
  lasting ? [...(oidc ? [{ kind: 'oidc', name: oidc.name } as const] : []), { kind: 'password' }] : []
