import { sql } from 'kysely'
import { readConfig } from '../../src/core/config/index.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import type { Database } from '../../src/core/db/index.ts'
import { type Id, systemClock } from '../../src/core/values/index.ts'
import { newBrowser } from './browser.ts'
import { newIdentityRoutes } from './identity.ts'
import { newTestApp } from './new-app.ts'
import { clientId, clientSecret, type OidcAccount, oidcProvider } from './oidc-provider.ts'

let made = 0

/** An address that no other test has. */
export const newOidcEmail = () => {
  made += 1
  return `from.elsewhere.${made}@example.org`
}

export const oidcSecret = { MERCAT_SECRET: 'a secret that only tests know and nobody else' }

/** A sign-in service, and an application that is set to send people there. */
export async function oidcWorld(database: Database, account: Partial<OidcAccount> = {}) {
  const email = account.email ?? newOidcEmail()
  const service = await oidcProvider({ sub: `subject of ${email}`, email, email_verified: true, ...account })
  const env = {
    ...oidcSecret,
    MERCAT_OIDC_ISSUER: service.issuer,
    MERCAT_OIDC_CLIENT_ID: clientId,
    MERCAT_OIDC_CLIENT_SECRET: clientSecret,
    MERCAT_OIDC_NAME: 'Council account',
  }
  const config = readConfig(env, '/nowhere')
  const { app } = await newTestApp([newIdentityRoutes()], { database, clock: systemClock, config })
  return { service, app, config, email }
}

type World = Pick<Awaited<ReturnType<typeof oidcWorld>>, 'app'>

/** Goes to the service; gives the address that it sends the browser back to. */
export async function thereAnd({ app }: World, browser = newBrowser(app), to = '/account') {
  const left = await browser.get(`/sign-in/oidc?to=${encodeURIComponent(to)}`)
  const answer = await fetch(left.location ?? '', { redirect: 'manual' })
  const { pathname, search } = new URL(answer.headers.get('location') ?? '')
  return { browser, left, callback: `${pathname}${search}` }
}

/** Goes there and comes back. */
export async function thereAndBack(world: World, to?: string) {
  const { browser, callback } = await thereAnd(world, undefined, to)
  return { browser, callback, back: await browser.get(callback) }
}

/** What the summary of mistakes on a page says. */
export const alertOn = (html: string) =>
  html.match(/govuk-error-summary__list">(.*?)<\/ul>/s)?.[1]?.replaceAll(/<[^>]+>/g, '')

/** What was noted at the door of an account, in its order. */
export async function doorEventsOf(database: Database, accountId: Id): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select kind from sign_in_event where account_id = ${accountId}
    order by id`.execute(ownerOf(database))
  return rows.map(({ kind }) => kind)
}
