import { sql } from 'kysely'
import { cookiePrefix, signedValueIn } from '../../auth/index.ts'
import { ownerOf } from '../../db/database.ts'
import { accountBy, type Door, inTurn, type Known, nameDigestOf, note, shutUntil } from '../door.ts'
import { headersFor, libraryOf } from '../library.ts'
import { faultOf } from '../library-fault.ts'
import { useUp } from './last-code.ts'

/** The cookie that stands for "the password was right" until the code is. */
export const stepCookie = `${cookiePrefix}.two_factor`

/** What became of a password or a code; `cookies` are Set-Cookie headers for the answer. */
export type SignInOutcome =
  | { readonly is: 'in'; readonly cookies: readonly string[] }
  | { readonly is: 'code-wanted'; readonly cookies: readonly string[] }
  | { readonly is: 'set-up-wanted'; readonly cookies: readonly string[] }
  | { readonly is: 'wrong' }
  /** A code of the app that has opened already. */
  | { readonly is: 'used' }
  | { readonly is: 'locked'; readonly until: Date }
  | { readonly is: 'no-access' }
  /** The password was given too long ago, or too many codes were tried on it. */
  | { readonly is: 'start-again' }

/** Tries an email address with a password. One that nobody has costs the same time, and says the same, as a wrong password. */
export function signIn(
  door: Door,
  given: { email: string; password: string },
  earlier?: string,
): Promise<SignInOutcome> {
  const nameDigest = nameDigestOf(door.config, given.email)
  return inTurn(nameDigest, async () => {
    const until = await shutUntil(door, { nameDigest })
    if (until) return { is: 'locked', until }
    const [{ api }, account] = [await libraryOf(door), await accountBy(door.database, given)]
    const partnershipId = account?.memberships[0]?.grantedBy
    try {
      const { headers, response } = await api.signInEmail({
        body: { email: given.email.trim().toLowerCase(), password: given.password },
        headers: headersFor(door, ''),
        returnHeaders: true,
      })
      const twoSteps = 'twoFactorRedirect' in response
      if (!account || account.ended || account.demonstration || account.memberships.length === 0) {
        if (!twoSteps) await endSession(door, response.token)
        await note(door, { kind: 'no-access', accountId: account?.id, nameDigest })
        return { is: 'no-access' }
      }
      if (twoSteps) return { is: 'code-wanted', cookies: headers.getSetCookie() }
      await begin(door, account, response.token, earlier)
      await note(door, { kind: 'signed-in', accountId: account.id, partnershipId, nameDigest })
      return { is: 'set-up-wanted', cookies: headers.getSetCookie() }
    } catch (error) {
      if (!faultOf(error)) throw error
      await note(door, { kind: 'wrong-password', accountId: account?.id, partnershipId, nameDigest })
      const now = await shutUntil(door, { nameDigest })
      if (!now) return { is: 'wrong' }
      await note(door, { kind: 'locked-out', accountId: account?.id, partnershipId, nameDigest })
      return { is: 'locked', until: now }
    }
  })
}

/** Whose password was right and whose code is awaited, by the cookie that the first step left. */
export async function awaited(door: Door): Promise<Known | undefined> {
  const identifier = signedValueIn(door.config, door.cookies, stepCookie)
  if (!identifier) return undefined
  const { context } = await libraryOf(door)
  const standing = await context.internalAdapter.findVerificationValue(identifier)
  return standing ? accountBy(door.database, { userId: standing.value }) : undefined
}

/** Tries a code of the authenticator app, or a recovery code, after the password. */
export async function giveCode(
  door: Door,
  { code, recovery }: { code: string; recovery: boolean },
  earlier?: string,
): Promise<SignInOutcome> {
  const account = await awaited(door)
  const membership = account?.memberships[0]
  if (!account?.userId || !membership) return { is: 'start-again' }
  const { id, userId } = account
  const about = { accountId: account.id, partnershipId: membership.grantedBy }
  return inTurn(account.id, async () => {
    const until = await shutUntil(door, { accountId: account.id })
    if (until) return { is: 'locked', until }
    const failed = async (is: 'wrong' | 'used'): Promise<SignInOutcome> => {
      await note(door, { kind: 'wrong-code', ...about })
      const now = await shutUntil(door, { accountId: id })
      if (!now) return { is }
      await note(door, { kind: 'locked-out', ...about })
      return { is: 'locked', until: now }
    }
    if (!recovery && (await useUp(door, { id, userId }, code)) === 'used') return failed('used')
    const { api } = await libraryOf(door)
    // Without the session's cookie, or the library would take this for a code of whoever is signed in already.
    const headers = headersFor(door, `${stepCookie}=${door.cookies.match(stepForm)?.[1] ?? ''}`)
    try {
      const tried = recovery
        ? await api.verifyBackupCode({ body: { code }, headers, returnHeaders: true })
        : await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      if (tried.response.token) await begin(door, account, tried.response.token, earlier)
      if (recovery) await note(door, { kind: 'recovery-code-used', ...about })
      // The name as well, so that a success clears what was counted for it.
      await note(door, { kind: 'signed-in', ...about, nameDigest: nameDigestOf(door.config, account.email) })
      return { is: 'in', cookies: tried.headers.getSetCookie() }
    } catch (error) {
      const fault = faultOf(error)
      if (!fault) throw error
      if (fault === 'INVALID_TWO_FACTOR_COOKIE' || fault === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE')
        return { is: 'start-again' }
      return failed('wrong')
    }
  })
}

const stepForm = new RegExp(`(?:^|;\\s*)${stepCookie.replace('.', '\\.')}=([^;]+)`)

/** A session begins for the oldest membership; the one that the browser had before ends. */
async function begin({ database }: Door, account: Known, token: string, earlier: string | undefined): Promise<void> {
  const owner = ownerOf(database)
  await sql`update sign_in.session set "membershipId" = ${account.memberships[0]?.id ?? null} where token = ${token}`.execute(
    owner,
  )
  if (earlier) await sql`delete from sign_in.session where id = ${earlier}`.execute(owner)
}

async function endSession({ database }: Door, token: string): Promise<void> {
  await sql`delete from sign_in.session where token = ${token}`.execute(ownerOf(database))
}
