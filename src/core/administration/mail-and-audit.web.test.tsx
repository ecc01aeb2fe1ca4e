import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AdminWorld, adminWorld } from '../../../test/support/admin-app.ts'
import { newServices, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { readConfig } from '../config/index.ts'
import type { Database } from '../db/index.ts'
import { deliverWaiting } from '../outbox/index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const ines = { name: 'Ines Example', email: 'ines@example.org', actsFor: 'staff', roles: ['broker'] }
const configWith = (env: Record<string, string>) => ({
  ...readConfig(env, '.'),
  secrets: newServices(database).config.secrets,
})
const refuseAll = ({ partnership }: AdminWorld, minutes = 0) =>
  deliverWaiting(
    database,
    partnership.id,
    { now: () => new Date(testNow.getTime() + minutes * 60_000) },
    {
      send: async () => ({ sent: false, because: 'EENVELOPE 550 RCPT TO', final: true }),
      close: () => {},
    },
  )

test('without a mailer the page of mail shows the text of a message and its link to follow', async () => {
  const world = await adminWorld(database)
  await world.send('/admin/people/invite', ines)
  const { html } = await world.get('/admin/mail')
  expect(html).toContain('No mail leaves this service')
  expect(html).toMatch(/<a href="http:\/\/localhost\/sign-in\/invitation\?token=/)
})

test('with a mailer only subject, times, tries and codes are shown', async () => {
  const world = await adminWorld(database, { config: configWith({ MERCAT_SMTP_URL: 'smtp://mail.example.org' }) })
  await world.send('/admin/people/invite', ines)
  await refuseAll(world)
  const { html } = await world.get('/admin/mail')
  expect(html).toContain('You are invited to work with us')
  expect(html).toContain('EENVELOPE 550 RCPT TO')
  expect(html).not.toContain('ines@example.org')
  expect(html).not.toContain('token=')
})

test('in live use without a mailer texts stay hidden, but for a demonstration', async () => {
  const config = configWith({ DATABASE_URL: 'postgres://localhost/mercat' })
  const live = await adminWorld(database, { config })
  await live.send('/admin/people/invite', ines)
  expect((await live.get('/admin/mail')).html).not.toContain('token=')
  const shown = await adminWorld(database, { config }, { demonstration: true })
  await shown.send('/admin/people/invite', ines)
  expect((await shown.get('/admin/mail')).html).toContain('token=')
})

test('a message that failed can be tried again, and the filters count what they show', async () => {
  const world = await adminWorld(database)
  await world.send('/admin/people/invite', ines)
  await refuseAll(world)
  const failed = await world.get('/admin/mail?state=failed')
  expect(failed.html).toContain('One message')
  expect((await world.get('/admin/mail?state=sent')).html).toContain('No message matches this filter.')
  const again = /action="(\/admin\/mail\/[0-9a-f-]+\/again)"/.exec(failed.html)?.[1] ?? ''
  expect((await world.send(again, {})).location).toBe('/admin/mail?done=again')
  expect((await world.get('/admin/mail?state=waiting')).html).toContain('One message')
  await deliverWaiting(
    database,
    world.partnership.id,
    { now: () => testNow },
    {
      send: async () => ({ sent: true }),
      close: () => {},
    },
  )
  const late = await world.send(again, {})
  expect(late.status).toBe(409)
  expect(late.html).toContain('This message has already been sent.')
})

test('a message of another partnership is not found', async () => {
  const world = await adminWorld(database)
  const other = await adminWorld(database)
  await other.send('/admin/people/invite', ines)
  const { html } = await other.get('/admin/mail')
  const again = /action="(\/admin\/mail\/[0-9a-f-]+\/again)"/.exec(html)?.[1] ?? ''
  expect((await world.send(again, {})).status).toBe(404)
  expect((await world.send('/admin/mail/nonsense/again', {})).status).toBe(404)
})

test('the trail tells changes of rights, narrowed by name, kind and days', async () => {
  const world = await adminWorld(database)
  const bea = await world.join('Bea Example', ['broker'])
  await world.send(`/admin/people/${bea.membershipId}`, { roles: ['commissioner'], seen: 'broker' })
  await world.send('/admin/people/invite', ines)
  const shows = async (query: string) => {
    const { html } = await world.get(`/admin/audit?${query}`)
    return [html.includes('Bea Example'), html.includes('Ines Example')]
  }
  expect(await shows('')).toEqual([true, true])
  expect(await shows('name=bea')).toEqual([true, false])
  expect(await shows('kind=door')).toEqual([false, false])
  expect(await shows('from=2026-11-22&to=2026-11-22')).toEqual([true, true])
  expect(await shows('to=2026-11-21')).toEqual([false, false])
  expect(await shows('from=2026-11-23')).toEqual([false, false])
})

test.each([
  ['from=24+November', 'Dates must be real ones'],
  ['to=2026-02-30', 'Dates must be real ones'],
  ['from=2026-11-24&to=2026-11-23', 'must not be after'],
])('a trail asked for with %s says what is wrong and keeps what was typed', async (query, sentence) => {
  const world = await adminWorld(database)
  const { status, html } = await world.get(`/admin/audit?${query}&name=bea`)
  expect(status).toBe(422)
  expect(html).toContain(sentence)
  expect(html).toContain('value="bea"')
})

test('the trail pages on to older entries and back', async () => {
  const world = await adminWorld(database)
  const bea = await world.join('Bea Example', ['broker'])
  const path = `/admin/people/${bea.membershipId}`
  for (let n = 0; n < 26; n += 1) {
    await world.send(path, { roles: ['commissioner'], seen: 'broker' })
    await world.send(path, { roles: ['broker'], seen: 'commissioner' })
  }
  const { html } = await world.get('/admin/audit')
  expect(html).toContain('The newest 50 entries')
  const older = /href="(\/admin\/audit\?before=[^"]+)"/.exec(html)?.[1] ?? ''
  expect((await world.get(older)).html).toContain('2 entries, the oldest')
})

test('the trail as a file holds the same, and no cell of it starts a formula', async () => {
  const world = await adminWorld(database)
  await world.send('/admin/people/invite', { ...ines, name: '=HYPERLINK("http://x.example","Ines, Example")' })
  const { response, html: csv } = await world.get('/admin/audit.csv?kind=rights')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toContain('attachment; filename="partnership-')
  const [header, line, end] = csv.split('\r\n')
  expect(header).toBe('when,where,what,who,about,roles,browser,address')
  expect(line).toContain(`,rights,Invited,Ada Example,"'=HYPERLINK(""http://x.example"",""Ines, Example"")",Broker,,`)
  expect(end).toBe('')
})
