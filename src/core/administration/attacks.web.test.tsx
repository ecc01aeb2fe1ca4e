import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminWorld } from '../../../test/support/admin-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { ownerOf } from '../db/database.ts'
import type { Database } from '../db/index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const administratorsOf = async (partnershipId: string) => {
  const { rows } = await sql`select from membership where partnership_id = ${partnershipId} and ended_at is null
    and 'administrator' = any (roles)`.execute(ownerOf(database))
  return rows.length
}

test('two administrators who take each other’s rights away at the same moment leave one of them', async () => {
  const ways: readonly (readonly [string, Record<string, string>])[] = [
    ['/end', {}],
    ['', { roles: 'broker', seen: 'administrator' }],
  ]
  for (const [there, thereFields] of ways) {
    for (const [back, backFields] of ways) {
      const world = await adminWorld(database)
      const second = await world.join('Cat Example', ['administrator'])
      const answers = await Promise.all([
        world.send(`/admin/people/${second.membershipId}${there}`, thereFields),
        world.send(`/admin/people/${world.admin.membershipId}${back}`, backFields, second),
      ])
      // Whoever comes second is refused, or finds that their own rights are gone already.
      const said = answers.map(({ status }) => status)
      expect(said.filter((status) => ![303, 401, 403, 409].includes(status))).toEqual([])
      expect(said).toContain(303)
      expect(await administratorsOf(world.partnership.id)).toBe(1)
    }
  }
})

test('both at once for oneself leave one of them as well', async () => {
  const world = await adminWorld(database)
  const second = await world.join('Cat Example', ['administrator'])
  await Promise.all([
    world.send(`/admin/people/${world.admin.membershipId}/end`, {}),
    world.send(`/admin/people/${second.membershipId}/end`, {}, second),
  ])
  expect(await administratorsOf(world.partnership.id)).toBe(1)
})

const ines = { name: 'Ines Example', email: 'ines@example.org', actsFor: 'staff', roles: 'commissioner' }

test.each([
  ['email', { email: 'jürgen@example.org' }, 'Enter an email address in the form'],
  ['email', { email: 'ines..two@example.org' }, 'Enter an email address in the form'],
  ['email', { email: `ines@${'b.'.repeat(110)}example.org` }, 'Their email address must be 200 characters or fewer'],
  ['name', { name: 'Ines \u202eelpmaxE' }, 'Their name must not have'],
  ['name', { name: 'Ines\0' }, 'Their name must not have'],
  ['name', { name: 'x'.repeat(100_000) }, 'Their name must be 100 characters or fewer'],
  ['organisation', { actsFor: 'provider', organisation: 'Care\0' }, 'The name of the provider must not have'],
])(
  'an invitation that could not be accepted or deceives is refused at its %s (case %#)',
  async (field, over, sentence) => {
    const world = await adminWorld(database)
    const { status, html } = await world.send('/admin/people/invite', { ...ines, ...over })
    expect(status).toBe(422)
    expect(html).toContain(`<a href="#${field}">${sentence}`)
  },
)

test.each([
  '/admin/people?search=a%00b',
  '/admin/audit?name=a%00b',
  '/admin/audit.csv?name=a%00b',
  '/admin/mail?kind=a%00b',
])('%s, which no person types, is refused and is no bug of ours', async (path) => {
  const world = await adminWorld(database)
  expect((await world.get(path)).status).toBe(422)
})

test.each(['from=0000-01-01', 'to=9999-12-31', 'from=1899-12-31', 'to=3000-01-01'])(
  'the trail %s, of which no database knows, is asked for again',
  async (dates) => {
    const world = await adminWorld(database)
    const { status, html } = await world.get(`/admin/audit?${dates}`)
    expect([status, html.includes('Dates must be real ones')]).toEqual([422, true])
    expect((await world.get(`/admin/audit.csv?${dates}`)).status).toBe(200)
  },
)

test('a form that is cut off is refused and is no bug of ours', async () => {
  const world = await adminWorld(database)
  for (const path of ['/admin/people/invite', '/admin/settings/contact']) {
    const headers = { ...world.admin.headers, 'content-type': 'multipart/form-data' }
    const { status } = await world.app.request(path, { method: 'POST', headers, body: 'cut off' })
    expect(status).toBe(422)
  }
})

test.each([
  ['contact', { email: '', phone: '', address: 'a\0b', hours: '' }],
  ['privacy', { controller: 'a\0b', officer: '', registration: '', retention: '' }],
  ['identity', { title: 'West\u202enaihtoL', name: 'Name', website: '', brandColour: '#205493' }],
  ['identity', { title: 'West', name: 'Name\r\nBcc: x@example.org', website: '', brandColour: '#205493' }],
])('settings of %s with hidden signs are refused: %j', async (section, fields) => {
  const world = await adminWorld(database)
  expect((await world.send(`/admin/settings/${section}`, { version: '0', ...fields })).status).toBe(422)
})
