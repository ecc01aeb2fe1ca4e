import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { systemActor } from '../auth/index.ts'
import { partnershipBySlug } from '../auth/partnership.ts'
import { asActor, type Database } from '../db/index.ts'
import { entriesOf } from '../ledger/index.ts'
import { saveSection, settingsOf, settingsRoutes } from './index.ts'
import type { Settings, SettingsSection } from './settings.ts'

const at = new Date('2026-11-22T09:00:00Z')

let database: Database
let app: Awaited<ReturnType<typeof newTestApp>>['app']
beforeAll(async () => {
  ;({ app, database } = await newTestApp([settingsRoutes()], { database: await openNew() }))
})
afterAll(() => database.close())

async function save<Section extends SettingsSection>(
  slug: string,
  section: Section,
  content: Settings[Section],
  onVersion = 0,
) {
  const partnership = await asActor(database, systemActor(), (db) => partnershipBySlug(db, slug))
  const actor = systemActor(partnership.id)
  await asActor(database, actor, (db) => saveSection(db, actor, partnership, { section, onVersion, content }, at))
}

const accessibility: Settings['accessibility'] = {
  compliance: 'partial',
  issues: ['Maps can’t be zoomed with a keyboard; the table below each has the same figures.'],
  tested: 'Tested by three people who use screen readers.\nTested with axe.',
  preparedOn: '2026-11-02',
  reviewedOn: '2026-11-20',
  responseDays: 1,
}

test('an accessibility statement with nothing filled in says plainly what is missing, and has every part all the same', async () => {
  const { slug } = await newPartnership(database, { name: 'Fife Partnership' })
  const response = await app.request(`/${slug}/accessibility`)
  const html = await response.text()
  expect(response.status).toBe(200)
  for (const heading of [
    'How accessible these pages are',
    'Feedback and contact information',
    'Enforcement procedure',
    'Technical information about these pages’ accessibility',
    'Compliance status',
    'Preparation of this accessibility statement',
  ])
    expect(html).toContain(heading)
  expect(html).toContain('The partnership has not yet said how far these pages meet')
  expect(html).toContain('The partnership has not yet said when this statement was prepared')
  expect(html).not.toContain('href="/admin/settings')
})

test('an accessibility statement says what the partnership filled in', async () => {
  const { slug } = await newPartnership(database)
  await save(slug, 'accessibility', accessibility)
  await save(slug, 'contact', {
    email: 'care@example.org',
    phone: '',
    address: '1 High Street\nTown',
    hours: '',
  })
  const html = await (await app.request(`/${slug}/accessibility`)).text()
  expect(html).toContain('<strong>partially compliant</strong>')
  expect(html.match(/Maps can’t be zoomed/g)).toHaveLength(2)
  expect(html).toContain('prepared on 2 November 2026. It was last reviewed on 20 November 2026.')
  expect(html).toContain('<p>Tested with axe.</p>')
  expect(html).toContain('within 1 working day.')
  expect(html).toContain('href="mailto:care@example.org"')
  expect(html).not.toContain('has not yet said')
})

test('what a partnership typed is text, whatever it looks like', async () => {
  const { slug } = await newPartnership(database)
  await save(slug, 'accessibility', { ...accessibility, tested: '<script>alert(1)</script>' })
  const html = await (await app.request(`/${slug}/accessibility`)).text()
  expect(html).toContain('&lt;script>alert(1)')
})

test('a privacy notice names the controller, the officer and the lawful basis, and how mail goes', async () => {
  const { slug } = await newPartnership(database)
  const before = await (await app.request(`/${slug}/privacy`)).text()
  expect(before).toContain('has not yet said who the data controller is')
  await save(slug, 'privacy', {
    controller: 'Fife Council',
    officer: 'dpo@example.org',
    registration: 'Z1234567',
    bases: ['public-task'],
    retention: ['Minutes of meetings: six years'],
  })
  const html = await (await app.request(`/${slug}/privacy`)).text()
  expect(html).toContain(
    'The data controller is Fife Council, registered with the Information Commissioner as Z1234567.',
  )
  expect(html).toContain('Public task: it is needed for a task that the law gives us (article 6(1)(e)).')
  expect(html).toContain('Minutes of meetings: six years')
  expect(html).toContain('400 days')
  expect(html).toContain('No mail leaves this service at present.')
  expect(html).not.toContain('has not yet said who the data controller')
})

test('the pages of no partnership lead to each partnership’s own', async () => {
  const { slug } = await newPartnership(database)
  for (const page of ['accessibility', 'privacy']) {
    const html = await (await app.request(`/sign-in/${page}`)).text()
    expect(html).toContain(`href="/${slug}/${page}"`)
  }
  for (const path of ['/sign-in/cookies', `/${slug}/cookies`]) {
    const html = await (await app.request(path)).text()
    expect(html).toContain('<code>mercat.session_token</code>')
  }
})

test('pages about a partnership that does not exist are not found', async () => {
  for (const page of ['accessibility', 'privacy', 'cookies'])
    expect((await app.request(`/nowhere/${page}`)).status).toBe(404)
})

test('a change on an older version is refused, and what the colleague saved stays', async () => {
  const { slug, id } = await newPartnership(database)
  const contact = { email: 'first@example.org', phone: '', address: '', hours: '' }
  await save(slug, 'contact', contact)
  await expect(save(slug, 'contact', { ...contact, email: 'second@example.org' })).rejects.toThrow('colleague')
  await expect(save(slug, 'contact', contact, 7)).rejects.toThrow('colleague')
  const partnership = await asActor(database, systemActor(), (db) => partnershipBySlug(db, slug))
  const now = await asActor(database, systemActor(id), (db) => settingsOf(db, partnership))
  expect([now.contact.email, now.versions.contact]).toEqual(['first@example.org', 1])
  const entries = await asActor(database, systemActor(id), (db) =>
    entriesOf(db, id, { kind: 'settings', id: 'contact' }),
  )
  expect(entries.map(({ event }) => event)).toEqual(['settings.changed'])
})

test('two changes at the same moment: one is saved, the other is refused', async () => {
  const { slug } = await newPartnership(database)
  const contact = (email: string) => ({ email, phone: '', address: '', hours: '' })
  const results = await Promise.allSettled([
    save(slug, 'contact', contact('one@example.org')),
    save(slug, 'contact', contact('other@example.org')),
  ])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
