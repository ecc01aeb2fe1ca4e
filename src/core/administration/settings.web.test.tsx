import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminWorld } from '../../../test/support/admin-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { publicActor } from '../auth/index.ts'
import { partnershipBySlug } from '../auth/partnership.ts'
import { asActor, type Database } from '../db/index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const contact = { version: '0', email: 'care@example.org', phone: '01632 960 001', address: '1 High Street', hours: '' }
const identity = { version: '0', title: 'Fife', name: 'Fife Council', website: '', brandColour: '#5b2a68' }

test('what is not filled in says so, and what was saved is shown with who saved it', async () => {
  const world = await adminWorld(database)
  expect((await world.get('/admin/settings')).html).toContain('Not filled in')
  const saved = await world.send('/admin/settings/contact', contact)
  expect([saved.status, saved.location]).toEqual([303, '/admin/settings?saved=contact'])
  const { html } = await world.get('/admin/settings?saved=contact')
  expect(html).toContain('How to contact you: saved.')
  expect(html).toContain('care@example.org')
  expect(html).toContain('How to contact you, by Ada Example')
})

test('a section that does not exist is not found', async () => {
  const world = await adminWorld(database)
  expect((await world.get('/admin/settings/nonsense')).status).toBe(404)
})

test('a mistake comes back with its sentence, and everything typed stays', async () => {
  const world = await adminWorld(database)
  const { status, html } = await world.send('/admin/settings/contact', { ...contact, email: 'care' })
  expect(status).toBe(422)
  expect(html).toContain('<title>Error: How to contact you')
  expect(html).toContain('<a href="#email">Enter an email address in the form name@example.org')
  expect(html).toContain('value="01632 960 001"')
  expect((await world.get('/admin/settings')).html).not.toContain('01632 960 001')
})

test('two administrators at once: the second sees both, and may put theirs in its place', async () => {
  const world = await adminWorld(database)
  const second = await world.join('Bea Example', ['administrator'])
  await world.send('/admin/settings/contact', contact)
  const clash = await world.send('/admin/settings/contact', { ...contact, phone: '01632 960 999' }, second)
  expect(clash.status).toBe(409)
  expect(clash.html).toContain('A colleague has changed these settings since you opened them.')
  expect(clash.html).toMatch(/Telephone number<\/th><td[^>]*>01632 960 001<\/td><td[^>]*>01632 960 999</)
  expect(clash.html).not.toMatch(/<th[^>]*>Email address<\/th>/)
  expect(clash.html).toContain('name="version" value="1"')
  const again = await world.send(
    '/admin/settings/contact',
    { ...contact, version: '1', phone: '01632 960 999' },
    second,
  )
  expect(again.status).toBe(303)
  expect((await world.get('/admin/settings')).html).toContain('01632 960 999')
})

test('changes of different sections at once do not stand in each other’s way', async () => {
  const world = await adminWorld(database)
  await world.send('/admin/settings/contact', contact)
  expect((await world.send('/admin/settings/identity', identity)).status).toBe(303)
})

test('the name and the look change for every page, and a pale colour is refused', async () => {
  const world = await adminWorld(database)
  const pale = await world.send('/admin/settings/identity', { ...identity, brandColour: '#ffff00' })
  expect(pale.status).toBe(422)
  expect(pale.html).toContain('<a href="#brandColour">The colour is too pale to read')
  await world.send('/admin/settings/identity', { ...identity, website: 'https://fife.example.org' })
  const now = await asActor(database, publicActor, (db) => partnershipBySlug(db, world.partnership.slug))
  expect(now).toMatchObject({
    title: 'Fife',
    name: 'Fife Council',
    website: 'https://fife.example.org',
    brandColour: '#5b2a68',
  })
})

test('a colour is previewed without being saved', async () => {
  const world = await adminWorld(database)
  const shown = await world.send('/admin/settings/identity', { ...identity, brandColour: '#7a1f1f', action: 'preview' })
  expect(shown.status).toBe(200)
  expect(shown.html).toContain('fill="#7a1f1f"')
  expect(shown.html).toContain('value="Fife Council"')
  const now = await asActor(database, publicActor, (db) => partnershipBySlug(db, world.partnership.slug))
  expect(now.brandColour).toBe('#2f3b52')
})

test('another partnership’s names stay as they are', async () => {
  const world = await adminWorld(database)
  const other = await adminWorld(database)
  await world.send('/admin/settings/identity', identity)
  const theirs = await asActor(database, publicActor, (db) => partnershipBySlug(db, other.partnership.slug))
  expect(theirs.name).not.toBe('Fife Council')
})

test('the names and the website of a demonstration stay, whoever steps into its administrator; its colour may change', async () => {
  const world = await adminWorld(database, {}, { title: 'Shown', name: 'Shown Partnership', demonstration: true })
  const { html } = await world.get('/admin/settings/identity')
  expect(html).toContain('stay as they are, because anyone may change its settings')
  expect(html).not.toMatch(/<input(?![^>]*type="hidden")[^>]*name="(title|name|website)"/)
  const standing = { version: '0', title: 'Shown', name: 'Shown Partnership', website: '', brandColour: '#123456' }
  for (const over of [{ title: 'Buy this' }, { name: 'Buy this' }, { website: 'https://elsewhere.example.org' }]) {
    const refused = await world.send('/admin/settings/identity', { ...standing, ...over })
    expect([refused.status, refused.html.includes('stay as they are.')]).toEqual([422, true])
  }
  expect((await world.send('/admin/settings/identity', standing)).status).toBe(303)
  const now = await asActor(database, publicActor, (db) => partnershipBySlug(db, world.partnership.slug))
  expect(now).toMatchObject({ title: 'Shown', name: 'Shown Partnership', website: null, brandColour: '#123456' })
})
