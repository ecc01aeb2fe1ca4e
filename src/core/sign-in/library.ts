import { cookiePrefix, secretsOf, secureCookies, sessionHours } from '../auth/index.ts'
import type { Config } from '../config/index.ts'
import { type Database, ownerOf } from '../db/database.ts'
import { newId, sha256 } from '../values/index.ts'
import type { Door } from './door.ts'
import { longestPassword, shortestPassword } from './password-rule.ts'

/** The header in which the library is told the shortened address. */
const addressHeader = 'x-mercat-address'

/** Each secret keeps its number when others come and go, because what was encrypted names the number. */
const numbered = (value: string) => ({ version: Number.parseInt(sha256(value).slice(0, 7), 16), value })

async function build(database: Database, config: Config) {
  // Loaded at the first sign-in: it takes most of a second, which a start does not have to wait for.
  const [{ betterAuth }, { twoFactor }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/two-factor'),
  ])
  const { values, lasting } = secretsOf(config)
  const library = betterAuth({
    appName: 'Mercat',
    baseURL: config.publicUrl ? new URL(config.publicUrl).origin : 'http://localhost',
    secrets: values.map(numbered),
    database: { db: ownerOf(database).withSchema('sign_in'), type: 'postgres' },
    emailAndPassword: {
      enabled: lasting,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword * 4,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: sessionHours * 3600,
      // Renewal is ours: it is told by the query that finds out who is signed in.
      disableSessionRefresh: true,
      additionalFields: {
        membershipId: { type: 'string', required: false, input: false },
        way: { type: 'string', required: false, input: false },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      cookiePrefix,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies(config) },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId() },
    },
    plugins: [twoFactor({ issuer: 'Mercat', accountLockout: { enabled: false } })],
    // Limits, logs and locks are ours.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
  return { api: library.api, context: await library.$context, options: library.options }
}

/** The sign-in library over one database. It may never be called inside a transaction: on the embedded one it would wait for ever. */
export type Library = Awaited<ReturnType<typeof build>>

const libraries = new WeakMap<Database, WeakMap<Config, Promise<Library>>>()

/** The sign-in library, made once. */
export function libraryOf({ database, config }: Pick<Door, 'database' | 'config'>): Promise<Library> {
  const ofDatabase = libraries.get(database) ?? new WeakMap<Config, Promise<Library>>()
  libraries.set(database, ofDatabase)
  const library = ofDatabase.get(config) ?? build(database, config)
  ofDatabase.set(config, library)
  return library
}

/** The headers that the library sees: only the cookies it is to read, a shortened address, a browser in words. */
export const headersFor = ({ visitor }: Pick<Door, 'visitor'>, cookies: string): Headers =>
  new Headers({
    cookie: cookies,
    'user-agent': visitor.browser,
    [addressHeader]: visitor.address,
  })

/** As the library itself encrypts, so that it can read it. */
export async function encrypted({ secretConfig }: Library['context'], data: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key: secretConfig, data })
}

/** What the library, or `encrypted`, has encrypted. */
export async function decrypted({ secretConfig }: Library['context'], data: string): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key: secretConfig, data })
}
