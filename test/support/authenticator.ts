import { totpCode } from '../../src/core/sign-in/totp.ts'

/** An authenticator app in a hurry: each code opens once, so it gives the next one where this one was given already. */
export function newAuthenticator(secret: string) {
  let last = 0
  const now = () => Math.floor(Date.now() / 30_000)
  return {
    code(): string {
      last = Math.max(now(), last + 1)
      // A code of a half minute later is taken, because clocks differ, and none of after that.
      if (last > now() + 1) throw new Error('No code is left to give within this half minute.')
      return totpCode(secret, new Date(last * 30_000))
    },
  }
}
