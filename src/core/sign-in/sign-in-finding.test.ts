import { expect, test } from 'vitest'
import { clientId, clientSecret, oidcProvider } from '../../../test/support/oidc-provider.ts'
import { readConfig } from '../config/index.ts'
import { signInFinding } from './index.ts'

const find = (env: Record<string, string>) => signInFinding(readConfig(env, '/nowhere'))
const secret = { MERCAT_SECRET: 'a secret that only tests know and nobody else' }

test('who runs the service is told whether people can sign in, and what to set', async () => {
  expect(await find({ DATABASE_URL: 'postgres://nowhere/none' })).toEqual({
    ok: true,
    finding: 'off, but for a demonstration; set MERCAT_SECRET',
  })
  expect(await find({ DATABASE_URL: 'postgres://nowhere/none', ...secret })).toEqual({
    ok: true,
    finding: 'with a password and a code',
  })
})

test('a sign-in service that is set is asked whether it is there', async () => {
  const service = await oidcProvider({ sub: 'nobody' })
  const env = {
    ...secret,
    MERCAT_OIDC_ISSUER: service.issuer,
    MERCAT_OIDC_CLIENT_ID: clientId,
    MERCAT_OIDC_CLIENT_SECRET: clientSecret,
    MERCAT_OIDC_NAME: 'Council account',
  }
  expect(await find(env)).toMatchObject({ ok: true, finding: expect.stringContaining('or with Council account by') })
  service.down = true
  expect(await find(env)).toEqual({
    ok: false,
    finding: `with a password and a code; not with Council account by ${service.issuer}: The sign-in service answered 503 temporarily_unavailable.`,
  })
})
