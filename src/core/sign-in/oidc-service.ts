import type { JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { type Config, isUnheard } from '../config/index.ts'
import { OidcTrouble } from './oidc-trouble.ts'

type Client = NonNullable<Config['oidc']>

/** What the sign-in service says of somebody, once that is proven. */
export interface OidcPerson {
  readonly subject: string
  /** In small letters; undefined when the service does not vouch for it. */
  readonly verifiedEmail: string | undefined
}

/** Signed by the service's own key; never by the secret that it shares with us, nor by nobody. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const patience = 8000
const hour = 3_600_000
/** Seconds by which its clock may differ from ours. */
const tolerance = 60

const address = z.string().refine(isUnheard)
const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
})
const tokens = z.object({ id_token: z.string(), access_token: z.string().optional() })
const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.unknown().optional(),
})

interface Service {
  readonly is: z.infer<typeof metadata>
  readonly keys: JWTVerifyGetKey
}

const services = new WeakMap<Client, { until: number; service: Promise<Service> }>()

/** The service as it describes itself (OpenID Connect Discovery); asked once an hour. */
function serviceOf(client: Client, now: Date): Promise<Service> {
  const known = services.get(client)
  if (known && known.until > now.getTime()) return known.service
  const service = discover(client)
  services.set(client, { until: now.getTime() + hour, service })
  service.catch(() => services.delete(client))
  return service
}

const unslashed = (issuer: string) => issuer.replace(/\/$/, '')

async function discover({ issuer }: Client): Promise<Service> {
  const answer = await ask(`${unslashed(issuer)}/.well-known/openid-configuration`)
  const read = metadata.safeParse(answer)
  if (!read.success || unslashed(read.data.issuer) !== unslashed(issuer))
    throw new OidcTrouble('unanswered', 'The sign-in service does not describe itself as the issuer that is set.')
  const { createRemoteJWKSet } = await import('jose')
  const keys = createRemoteJWKSet(new URL(read.data.jwks_uri), { timeoutDuration: patience })
  return { is: read.data, keys }
}

/** Whether the service describes itself as it should; throws `OidcTrouble` otherwise. */
export const checkOidc = async (client: Client): Promise<void> => void (await discover(client))

/** Where the service asks people who they are. */
export async function oidcEntrance(client: Client, asked: Record<string, string>, now: Date): Promise<string> {
  const { is } = await serviceOf(client, now)
  const url = new URL(is.authorization_endpoint)
  const all = { response_type: 'code', scope: 'openid email', client_id: client.clientId, ...asked }
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value)
  return url.href
}

/** What a browser brought back, with what only we know of its way there. */
export interface Brought {
  readonly code: string
  /** Who says that they sent it, where they say so (RFC 9207). */
  readonly issuer: string | undefined
  readonly verifier: string
  readonly nonce: string
  readonly redirectUri: string
}

/** Exchanges a code for who somebody is, and checks the proof: signature, issuer, audience, time and nonce. */
export async function oidcPerson(client: Client, brought: Brought, now: Date): Promise<OidcPerson> {
  const { is, keys } = await serviceOf(client, now)
  if (brought.issuer !== undefined && brought.issuer !== is.issuer)
    throw new OidcTrouble('unproven', 'The answer comes from another issuer.')
  const given = tokens.safeParse(await exchange(client, is, brought))
  if (!given.success) throw new OidcTrouble('unproven', 'There is no id token in the answer.')
  const { id_token: idToken, access_token: accessToken } = given.data
  const payload = await proven(idToken, keys, { issuer: is.issuer, audience: client.clientId, now })
  if (payload.nonce !== brought.nonce) throw new OidcTrouble('unproven', 'The id token was made for another sign-in.')
  if (
    payload.azp !== undefined ? payload.azp !== client.clientId : Array.isArray(payload.aud) && payload.aud.length > 1
  )
    throw new OidcTrouble('unproven', 'The id token was made for another service.')
  const read = claims.safeParse(payload)
  if (!read.success) throw new OidcTrouble('unproven', 'The id token says nothing that can be understood.')
  const said = read.data
  // Some services tell the address only when asked for it.
  if (said.email !== undefined || !is.userinfo_endpoint || !accessToken) return personIn(said)
  const more = claims.safeParse(
    await ask(is.userinfo_endpoint, { headers: { authorization: `Bearer ${accessToken}` } }),
  )
  if (!more.success || more.data.sub !== said.sub)
    throw new OidcTrouble('unproven', 'The service tells about somebody else than the id token.')
  return personIn(more.data)
}

const personIn = ({ sub, email, email_verified }: z.infer<typeof claims>): OidcPerson => ({
  subject: sub,
  verifiedEmail: email_verified === true ? email?.trim().toLowerCase() : undefined,
})

function exchange(client: Client, is: Service['is'], { code, verifier, redirectUri }: Brought): Promise<unknown> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  })
  const headers: Record<string, string> = {}
  const ways = is.token_endpoint_auth_methods_supported
  if (ways.includes('client_secret_basic') || !ways.includes('client_secret_post')) {
    const pair = [client.clientId, client.clientSecret].map(encodeURIComponent).join(':')
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`
  } else {
    body.set('client_id', client.clientId)
    body.set('client_secret', client.clientSecret)
  }
  return ask(is.token_endpoint, { method: 'POST', headers, body })
}

async function proven(token: string, keys: JWTVerifyGetKey, expected: { issuer: string; audience: string; now: Date }) {
  const { issuer, audience, now } = expected
  const { errors, jwtVerify } = await import('jose')
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      currentDate: now,
      clockTolerance: tolerance,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    })
    return payload
  } catch (error) {
    const isAboutToken =
      error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'
    if (isAboutToken) throw new OidcTrouble('unproven', `The id token does not hold (${error.code}).`)
    throw new OidcTrouble('unanswered', 'The keys of the sign-in service could not be read.', { cause: error })
  }
}

/** Asks the service for JSON. A refusal of ours is its answer to a code; anything else is trouble of its own. */
async function ask(url: string, init: RequestInit = {}): Promise<unknown> {
  let answer: Response
  try {
    const headers = { accept: 'application/json', ...(init.headers as Record<string, string> | undefined) }
    answer = await fetch(url, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(patience) })
  } catch (error) {
    throw new OidcTrouble('unanswered', 'The sign-in service does not answer.', { cause: error })
  }
  const said: unknown = await answer.json().catch(() => undefined)
  if (answer.ok && said !== undefined) return said
  const refused = answer.status >= 400 && answer.status < 500 && init.method === 'POST'
  const error = String((said as { error?: unknown } | undefined)?.error ?? '')
    .replace(/[^\w.-]/g, '')
    .slice(0, 60)
  throw new OidcTrouble(
    refused ? 'unproven' : 'unanswered',
    `The sign-in service answered ${answer.status}${error && ` ${error}`}.`,
  )
}
