import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { onTestFinished } from 'vitest'

/** Whom the service takes the browser for, and what it says of them. */
export interface OidcAccount {
  sub: string
  email?: string
  email_verified?: unknown
}

interface Waiting {
  account: OidcAccount
  nonce: string
  challenge: string
  redirectUri: string
}

export const clientId = 'mercat'
export const clientSecret = 'a-secret:with-%-and-+'

/** An organisation's sign-in service for one test, as OpenID Connect has it. Everyone who comes is `account`. */
export async function oidcProvider(account: OidcAccount) {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const stranger = await generateKeyPair('RS256')
  const waiting = new Map<string, Waiting>()
  const state = {
    account,
    /** Written over what an id token says. */
    says: {} as JWTPayload,
    /** An id token signed by somebody else. */
    forged: false,
    /** What it leaves to be asked for apart from the id token. */
    bare: false,
    /** How the program that asks for a token must say who it is. */
    way: 'client_secret_basic' as 'client_secret_basic' | 'client_secret_post',
    /** How it describes itself, where that is not the truth. */
    describes: {} as Record<string, unknown>,
    down: false,
    asked: [] as string[],
  }
  let issuer = ''
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    state.asked.push(url.pathname)
    const json = (content: unknown, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content))
    if (state.down) return json({ error: 'temporarily_unavailable' }, 503)
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        userinfo_endpoint: `${issuer}/userinfo`,
        token_endpoint_auth_methods_supported: [state.way],
        ...state.describes,
      })
    }
    if (url.pathname === '/keys') return json({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] })
    if (url.pathname === '/authorize') return authorize(url, response)
    if (url.pathname === '/userinfo') return json(state.account)
    if (url.pathname === '/token' && request.method === 'POST') return token(request, json)
    return json({}, 404)
  })
  const authorize = ({ searchParams: asked }: URL, response: ServerResponse) => {
    const get = (name: string) => asked.get(name) ?? ''
    if (get('client_id') !== clientId || get('response_type') !== 'code' || !get('scope').includes('openid'))
      return response.writeHead(400).end()
    const code = randomBytes(12).toString('hex')
    waiting.set(code, {
      account: state.account,
      nonce: get('nonce'),
      challenge: get('code_challenge_method') === 'S256' ? get('code_challenge') : '',
      redirectUri: get('redirect_uri'),
    })
    const back = new URL(get('redirect_uri'))
    back.searchParams.set('code', code)
    back.searchParams.set('state', get('state'))
    back.searchParams.set('iss', issuer)
    return response.writeHead(302, { Location: back.href }).end()
  }
  const token = async (request: IncomingMessage, json: (content: unknown, status?: number) => unknown) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = new URLSearchParams(Buffer.concat(chunks).toString())
    const basic = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString()
    const [id, secret] =
      state.way === 'client_secret_basic'
        ? basic.split(':').map(decodeURIComponent)
        : [body.get('client_id'), body.get('client_secret')]
    if (id !== clientId || secret !== clientSecret) return json({ error: 'invalid_client' }, 401)
    const code = body.get('code') ?? ''
    const found = waiting.get(code)
    waiting.delete(code)
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (!found || found.challenge !== challenge || found.redirectUri !== body.get('redirect_uri'))
      return json({ error: 'invalid_grant' }, 400)
    const now = Math.floor(Date.now() / 1000)
    const said = state.bare ? { sub: found.account.sub } : found.account
    const all = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce: found.nonce, ...said, ...state.says }
    const signed = await new SignJWT(all)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(state.forged ? stranger.privateKey : privateKey)
    return json({ id_token: signed, access_token: randomBytes(12).toString('hex'), token_type: 'Bearer' })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('No port.')
  issuer = `http://127.0.0.1:${address.port}`
  return Object.assign(state, { issuer })
}
