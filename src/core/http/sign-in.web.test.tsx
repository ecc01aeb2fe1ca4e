import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOrganisation } from '../../../test/support/identity.ts'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import { ownerOf } from '../db/database.ts'
import { countingQueries, type Database } from '../db/index.ts'
import { Page } from '../ui/layout/index.ts'
import { declare, type MercatEnv, page, staffPartnership } from './index.ts'

const routes = new Hono<MercatEnv>()
  .get('/', declare('public.read', 'test.front'), (c) =>
    page(
      c,
      <Page title="Front" lang="en-GB" brand={{ kind: 'neutral' }} description="A page.">
        {c.var.actor.kind}
      </Page>,
    ),
  )
  .get('/:partnership/work', declare('statement.write', 'test.work'), (c) => {
    const { partnership, actor } = staffPartnership(c)
    return c.json({ title: partnership.title, roles: actor.roles })
  })
  .post('/:partnership/work', declare('statement.write', 'test.save'), (c) => c.text('saved'))
  .get('/account', declare('account.own', 'test.account'), (c) => c.json(c.var.signedIn ?? null))

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

async function world(now = () => testNow) {
  const { app } = await newTestApp([routes], { database, clock: { now } })
  const first = await newPartnership(database, { title: 'First' })
  const second = await newPartnership(database, { title: 'Second' })
  return { app, database, first, second }
}

const form = (fields: readonly (readonly [string, string])[], headers: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', ...headers },
  body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
})

test('a signed-in person is known with one query, and only one who is gets their partnership’s page', async () => {
  const { app, database, first, second } = await world()
  const { headers } = await signedInAs(database, {
    partnership: first.id,
    roles: ['commissioner'],
    name: 'Aila Example',
  })
  const counted = await countingQueries(async () => app.request('/account', { headers }))
  expect(counted.queries).toBe(1)
  expect(await counted.result.json()).toMatchObject({
    account: { name: 'Aila Example' },
    membership: { roles: ['commissioner'], partnership: { title: 'First', demonstration: false } },
    memberships: 1,
    secondStep: true,
  })
  const own = await app.request(`/${first.slug}/work`, { headers })
  expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect((await app.request(`/${second.slug}/work`, { headers })).status).toBe(404)
})

test('a page shows who is signed in, and is never kept for others', async () => {
  const { app, database, first } = await world()
  const { headers } = await signedInAs(database, { partnership: first.id, roles: ['broker'], name: 'Blair Example' })
  const mine = await app.request('/', { headers })
  expect(await mine.text()).toContain('Blair Example')
  expect(mine.headers.get('cache-control')).toBe('private, no-store')
  const anyones = await app.request('/')
  expect(await anyones.text()).not.toContain('Blair Example')
  expect(anyones.headers.get('cache-control')).toContain('public')
})

test('without a role that may, the page is refused; without a session it leads to signing in', async () => {
  const { app, database, first } = await world()
  const { headers } = await signedInAs(database, { partnership: first.id, roles: ['broker'] })
  expect((await app.request(`/${first.slug}/work`, { headers })).status).toBe(403)
  const asked = await app.request(`/${first.slug}/work?draft=2`)
  expect([asked.status, asked.headers.get('location')]).toEqual([
    303,
    `/sign-in?to=${encodeURIComponent(`/${first.slug}/work?draft=2`)}`,
  ])
  const program = await app.request(`/${first.slug}/work`, { headers: { accept: 'application/json' } })
  expect([program.status, program.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
})

test('a form sent after the session ended comes back with every word, to be sent again, but no password', async () => {
  const { app, database, first } = await world()
  const { headers } = await signedInAs(database, { partnership: first.id, roles: ['commissioner'] })
  await sql`delete from sign_in.session`.execute(ownerOf(database))
  const words = 'A “long” paragraph\r\nwith <script>alert(1)</script> & two lines'
  const answer = await app.request(
    `/${first.slug}/work?version=3`,
    form(
      [
        ['paragraph', words],
        ['mark', 'one'],
        ['mark', 'two'],
        ['newPassword', 'sixteen elephants'],
      ],
      headers,
    ),
  )
  const html = await answer.text()
  expect(answer.status).toBe(401)
  expect(html).toContain('You were signed out')
  expect(html).toContain(`action="/${first.slug}/work?version=3"`)
  expect(html).toContain(
    'name="paragraph" value="A “long” paragraph\r\nwith &lt;script>alert(1)&lt;/script> &amp; two lines"',
  )
  expect(html.match(/name="mark"/g)).toHaveLength(2)
  expect(html).not.toContain('sixteen elephants')
  expect(html).not.toContain('<script>alert')
})

test('a session ends after an hour without a request, and after half a day at the latest', async () => {
  const later = { minutes: 0 }
  const { app, database, first } = await world(() => new Date(testNow.getTime() + later.minutes * 60_000))
  const { headers } = await signedInAs(database, { partnership: first.id, roles: ['broker'] })
  const status = async (minutes: number) => {
    later.minutes = minutes
    return (await app.request('/account', { headers })).status
  }
  expect([await status(59), await status(118), await status(179)]).toEqual([200, 200, 303])
  await sql`update sign_in.session set "updatedAt" = ${new Date(testNow.getTime() + 719 * 60_000)}`.execute(
    ownerOf(database),
  )
  expect([await status(719), await status(721)]).toEqual([200, 303])
})

test('an ended membership takes effect at once, and the cookie that is left is taken away', async () => {
  const { app, database, first } = await world()
  const { headers, membershipId } = await signedInAs(database, { partnership: first.id, roles: ['broker'] })
  await sql`update membership set ended_at = now() where id = ${membershipId}`.execute(ownerOf(database))
  const answer = await app.request('/account', { headers })
  expect(answer.status).toBe(303)
  expect(answer.headers.getSetCookie()).toEqual([
    'mercat.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
  ])
})

test('a cookie that we did not sign asks the database nothing', async () => {
  const { app } = await world()
  const counted = await countingQueries(async () =>
    app.request('/account', { headers: { cookie: 'mercat.session_token=abc.def' } }),
  )
  expect([counted.queries, counted.result.status]).toEqual([0, 303])
})

test('a provider’s person acts for their organisation, by its name', async () => {
  const { app, database, first } = await world()
  const { id } = await newOrganisation(database, 'Example Care Limited')
  const who = { organisation: id, grantedBy: first.id, roles: ['provider'] } as const
  const { headers, actor } = await signedInAs(database, who)
  expect(actor).toMatchObject({ kind: 'provider', organisationId: id })
  expect(await (await app.request('/account', { headers })).json()).toMatchObject({
    membership: { organisation: { name: 'Example Care Limited' }, grantedBy: first.id },
  })
  expect((await app.request(`/${first.slug}/work`, { headers })).status).toBe(403)
})

test('an answer that takes a cookie away is kept by no cache, which would take everybody’s away', async () => {
  const { app } = await world()
  await app.request('/')
  const answer = await app.request('/', { headers: { cookie: 'mercat.session_token=made-up' } })
  expect(answer.headers.getSetCookie()).toHaveLength(1)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect((await app.request('/')).headers.get('cache-control')).toContain('public')
})

test.each([
  ['a stream of events', { accept: 'text/event-stream' }],
  ['a part of a page that follows changes', { 'x-live': 'requests' }],
])('%s keeps nobody’s session alive', async (_, by) => {
  const later = { minutes: 0 }
  const { app, database, first } = await world(() => new Date(testNow.getTime() + later.minutes * 60_000))
  const { headers } = await signedInAs(database, { partnership: first.id, roles: ['broker'] })
  const status = async (minutes: number, more: Record<string, string> = {}) => {
    later.minutes = minutes
    return (await app.request('/account', { headers: { ...headers, ...more } })).status
  }
  expect([await status(30, by), await status(59, by), await status(61, by), await status(61)]).toEqual([
    200, 200, 303, 303,
  ])
})

test('the first page of their own work is the administration for whoever does nothing else', async () => {
  const { app, database, first } = await world()
  const { id } = await newOrganisation(database, 'Example Care Limited')
  const home = async (who: Parameters<typeof signedInAs>[1]) => {
    const { headers } = await signedInAs(database, who)
    const html = await (await app.request('/', { headers })).text()
    return html.match(/class="m-viewer__who" href="([^"]+)"/)?.[1]
  }
  expect([
    await home({ partnership: first.id, roles: ['administrator'] }),
    await home({ partnership: first.id, roles: ['administrator', 'commissioner'] }),
    await home({ organisation: id, grantedBy: first.id, roles: ['provider'] }),
  ]).toEqual(['/admin', '/account', '/account'])
})
