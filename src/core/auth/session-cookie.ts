import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config/index.ts'
import { secretsOf } from './secrets.ts'

/** The name before every cookie of ours, as the sign-in library writes it. */
export const cookiePrefix = 'mercat'

/** The cookie that carries a session. */
export const sessionCookie = `${cookiePrefix}.session_token`

/** How long a session lasts at most, and how long without a request. */
export const sessionHours = 12
export const idleMinutes = 60

const signature = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest('base64')

/** The value of the cookie for a session's token, written as the sign-in library does. */
export const signedToken = (config: Config, token: string): string =>
  encodeURIComponent(`${token}.${signature(token, secretsOf(config).values[0])}`)

/** The session's token in a Cookie header, when we signed it. */
export const tokenIn = (config: Config, cookies: string | undefined): string | undefined =>
  signedValueIn(config, cookies, sessionCookie)

/** What one of our signed cookies says, when it is there and we signed it. */
export function signedValueIn(config: Config, cookies: string | undefined, name: string): string | undefined {
  const whole = rawCookie(cookies, name)
  if (!whole || whole.length > 500) return undefined
  const [value, given] = parts(whole)
  if (!value || !given) return undefined
  const expected = Buffer.from(signature(value, secretsOf(config).values[0]))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? value : undefined
}

/** A cookie as it was sent, whoever made it. */
export function rawCookie(cookies: string | undefined, wanted: string): string | undefined {
  for (const pair of cookies?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2)
    if (name === wanted) return value
  }
  return undefined
}

function parts(value: string): [string?, string?] {
  try {
    const whole = decodeURIComponent(value)
    const dot = whole.lastIndexOf('.')
    return [whole.slice(0, dot), whole.slice(dot + 1)]
  } catch {
    return []
  }
}

/** Whether browsers are told to send cookies over HTTPS only; they take loopback for as good. */
export function secureCookies({ publicUrl }: Config): boolean {
  if (!publicUrl) return true
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

/** A Set-Cookie header for the session's cookie; without a value it takes the cookie away. */
export const sessionCookieHeader = (config: Config, value: string | undefined): string =>
  [
    `${sessionCookie}=${value ?? ''}`,
    `Max-Age=${value ? sessionHours * 3600 : 0}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(secureCookies(config) ? ['Secure'] : []),
  ].join('; ')
