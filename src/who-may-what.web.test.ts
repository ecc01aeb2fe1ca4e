import type { Hono } from 'hono'
import { expect, test } from 'vitest'
import { newServices } from '../test/support/new-app.ts'
import { newDatabase } from '../test/support/new-database.ts'
import { newPartnership } from '../test/support/new-partnership.ts'
import { signedInAs } from '../test/support/sign-in.ts'
import { application } from './app.tsx'
import { type Actor, may, providerRoles, publicActor, type Role, staffRoles, systemActor } from './core/auth/index.ts'
import { asActor, type Database } from './core/db/index.ts'
import { type Declaration, declarationOf, type MercatEnv } from './core/http/index.ts'
import { newId } from './core/values/index.ts'
import { addOrganisation } from './providers/index.ts'

const roles: readonly Role[] = [...staffRoles, ...providerRoles]

type Route = Declaration & { method: string; path: string }

const routesOf = (app: Hono<MercatEnv>): Route[] =>
  app.routes.flatMap(({ method, path, handler }) => {
    const says = declarationOf(handler)
    return says ? [{ method, path, ...says }] : []
  })

/** An address that a route answers; what it names need not exist, since who may ask is decided first. */
const addressOf = ({ path }: Route, slug: string): string =>
  path
    .replace(':partnership', slug)
    .replace(/:file\{[^/]*/g, 'file.csv')
    // A reference of the product's own, and the first of the words that an address may end with.
    .replace(/:\w+\{\[A-Z\]\+-([A-Z]+)-[^/]*\}/g, 'AB-$1-00001')
    .replace(/:\w+\{(\w+)\|[^/]*\}/g, '$1')
    .replace(/:\w+(\{[^/]*\})?/g, newId())
    .replace('*', 'mercat.css')

const actorWith = (role: Role): Actor =>
  role === 'provider'
    ? { kind: 'provider', accountId: newId(), organisationId: newId(), roles: [role] }
    : { kind: 'staff', accountId: newId(), partnershipId: newId(), roles: [role] }

test('the table of who may what is kept beside the documents', async () => {
  const routes = routesOf(
    application(newServices(await newDatabase()), { ready: true, doing: '', progress: null }, async () => {}),
  )
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = routes
    .toSorted((a, b) => (`${a.permission} ${a.path} ${a.method}` < `${b.permission} ${b.path} ${b.method}` ? -1 : 1))
    .map(({ method, path, permission, audit }) =>
      line([
        `${method} \`${path.replaceAll('|', '\\|')}\``,
        permission,
        audit,
        may(publicActor, permission)
          ? 'anyone'
          : roles.every((role) => may(actorWith(role), permission))
            ? 'anyone signed in'
            : roles.filter((role) => may(actorWith(role), permission)).join(', '),
      ]),
    )
  await expect(
    [
      '# Who may what',
      '',
      'Every route with its permission, its name in the audit trail, and the roles that hold the permission. Written by `src/who-may-what.web.test.ts`, which also asks every route as every role; not to be edited.',
      '',
      line(['route', 'permission', 'audit name', 'who']),
      line(['---', '---', '---', '---']),
      ...rows,
      '',
    ].join('\n'),
  ).toMatchFileSnapshot('../docs/who-may-what.md')
})

/** The cookie of somebody new with a role, so that a route which ends sessions ends nobody else's. */
async function newcomer(database: Database, partnership: string, organisation: string, role: Role) {
  const acts =
    role === 'provider' ? { organisation, grantedBy: partnership, roles: [role] } : { partnership, roles: [role] }
  return (await signedInAs(database, acts)).headers
}

/** Whether the answer turns somebody away for who they are; the pages of signing in send on to each other. */
const turnsAway = (response: Response, { permission }: Route): boolean =>
  response.status === 401 ||
  response.status === 403 ||
  (permission !== 'sign-in.use' && (response.headers.get('location') ?? '').startsWith('/sign-in?to='))

test('every route turns away exactly those roles that lack its permission', { timeout: 600_000 }, async () => {
  const database = await newDatabase()
  const services = newServices(database)
  // Behind a proxy, so that each request can come from an address of its own and none is turned away for their number.
  const config = { ...services.config, trustedProxies: 1 }
  const app = application({ ...services, config }, { ready: true, doing: '', progress: null }, async () => {})
  let asked = 0
  const { id, slug } = await newPartnership(database)
  const { id: organisation } = await asActor(database, systemActor(), (db) =>
    addOrganisation(db, new Date('2026-11-22T09:00:00Z'), 'Example Care'),
  )
  const known = new Map<Role, Record<string, string>>()
  for (const role of roles) known.set(role, await newcomer(database, id, organisation, role))
  const wrong: string[] = []
  for (const route of routesOf(app)) {
    const method = route.method === 'ALL' ? 'GET' : route.method
    const ask = (headers: Record<string, string>) => {
      asked += 1
      return app.request(addressOf(route, slug), {
        method,
        headers: {
          origin: 'http://localhost',
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `2001:db8:${asked.toString(16)}::1`,
          ...headers,
        },
        ...(method === 'POST' ? { body: '' } : {}),
      })
    }
    if (turnsAway(await ask({}), route) !== !may(publicActor, route.permission))
      wrong.push(`${route.audit} as the public`)
    for (const role of roles) {
      const response = await ask(known.get(role) ?? {})
      const turned = turnsAway(response, route)
      // What was done may have ended the session.
      if (method !== 'GET' && !turned) known.set(role, await newcomer(database, id, organisation, role))
      if (response.status >= 500) wrong.push(`${route.audit} as ${role}: ${response.status}`)
      // Another partnership's or kind's page is not there for them, which turns nobody away by role.
      else if (turned !== !may(actorWith(role), route.permission))
        wrong.push(`${route.audit} as ${role}: ${response.status}`)
      await response.body?.cancel()
    }
  }
  expect(wrong).toEqual([])
})
