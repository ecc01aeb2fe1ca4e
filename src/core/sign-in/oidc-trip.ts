import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { cookiePrefix, rawCookie, secretsOf, secureCookies } from '../auth/index.ts'
import type { Config } from '../config/index.ts'

/** What the browser keeps for us, unreadable, while somebody is away at the sign-in service. */
export const tripCookie = `${cookiePrefix}.oidc`

/** For how long somebody may be away. */
export const tripMinutes = 10

const form = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() })

/** One way there and back: what must come back, what the proof must hold, and where to go afterwards. */
export type OidcTrip = z.infer<typeof form>

const random = () => randomBytes(32).toString('base64url')

/** A new one, of which nothing can be guessed. */
export const newTrip = (to: string): OidcTrip => ({ state: random(), nonce: random(), verifier: random(), to })

/** What is shown of the verifier beforehand (RFC 7636, S256). */
export const challengeOf = ({ verifier }: OidcTrip): string => createHash('sha256').update(verifier).digest('base64url')

/** Whether what came back belongs to this way there. */
export const belongsTo = ({ state }: OidcTrip, given: string): boolean => {
  const [expected, actual] = [Buffer.from(state), Buffer.from(given)]
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

const keyOf = (config: Config) => createHmac('sha256', secretsOf(config).values[0]).update('way to sign in').digest()

/** The Set-Cookie header that keeps a trip. */
export async function tripCookieHeader(config: Config, trip: OidcTrip, now: Date): Promise<string> {
  // Loaded when it is first wanted, like the rest of what only signing in needs.
  const { EncryptJWT } = await import('jose')
  const value = await new EncryptJWT({ ...trip })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(new Date(now.getTime() + tripMinutes * 60_000))
    .encrypt(keyOf(config))
  return header(config, value, tripMinutes * 60)
}

/** The Set-Cookie header that takes it away. */
export const noTripHeader = (config: Config): string => header(config, '', 0)

const header = (config: Config, value: string, seconds: number): string =>
  [
    `${tripCookie}=${value}`,
    `Max-Age=${seconds}`,
    'Path=/sign-in/oidc',
    'HttpOnly',
    // Lax, because the way back leads from another site.
    'SameSite=Lax',
    ...(secureCookies(config) ? ['Secure'] : []),
  ].join('; ')

/** The trip that a Cookie header holds, when it is ours and not too old. */
export async function tripIn(config: Config, cookies: string, now: Date): Promise<OidcTrip | undefined> {
  const value = rawCookie(cookies, tripCookie)
  if (!value || value.length > 4000) return undefined
  const { jwtDecrypt } = await import('jose')
  try {
    const { payload } = await jwtDecrypt(value, keyOf(config), { currentDate: now, requiredClaims: ['exp'] })
    return form.parse(payload)
  } catch {
    return undefined
  }
}
