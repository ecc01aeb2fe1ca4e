import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AdminWorld, adminWorld } from '../../../test/support/admin-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { waitingMessages } from '../outbox/index.ts'
import { invitationsOf } from '../sign-in/index.ts'
import type { Id } from '../values/index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const pages = [
  '/admin',
  '/admin/people',
  '/admin/people/invite',
  '/admin/invitations',
  '/admin/audit',
  '/admin/audit.csv',
  '/admin/permissions',
  '/admin/mail',
  '/admin/settings',
  '/admin/settings/contact',
]
const nobody = '00000000-0000-7000-8000-000000000000'

const idIn = (html: string, name: string): Id =>
  new RegExp(`href="/admin/people/([0-9a-f-]{36})">${name}<`).exec(html)?.[1] ?? ''
const sentIn = ({ partnership }: AdminWorld) =>
  asActor(database, systemActor(partnership.id), (db) => waitingMessages(db, partnership.id))
const invited = ({ partnership }: AdminWorld) =>
  asActor(database, systemActor(partnership.id), (db) => invitationsOf(db, partnership.id))

test('every page opens for an administrator, and a commissioner and a provider are told that their role does not allow it', async () => {
  const world = await adminWorld(database)
  const commissioner = await world.join('Col Example', ['commissioner'])
  const provider = await signedInAs(database, {
    organisation: nobody,
    grantedBy: world.partnership.id,
    roles: ['provider'],
  })
  for (const path of pages) {
    expect([path, (await world.get(path)).status]).toEqual([path, 200])
    for (const other of [commissioner, provider]) {
      const { status, html } = await world.get(path, other)
      expect([path, status]).toEqual([path, 403])
      expect(html).toContain('Your role does not allow this.')
    }
  }
})

test('the list of people shows the partnership’s own people, finds them by letters and role, and pages', async () => {
  const world = await adminWorld(database)
  const other = await adminWorld(database)
  await other.join('Somebody Elsewhere', ['broker'])
  for (let n = 1; n <= 60; n += 1) await world.join(`Person ${String(n).padStart(2, '0')} Example`, ['broker'])
  const all = (await world.get('/admin/people')).html
  expect(all).toContain('61 people')
  expect(all).toContain('People 1 to 50 of 61, by name')
  expect(all).not.toContain('Somebody Elsewhere')
  expect((await world.get('/admin/people?page=2')).html).toContain('People 51 to 61 of 61')
  const some = (await world.get('/admin/people?search=person+1')).html
  expect(some).toContain('10 people')
  expect((await world.get('/admin/people?role=administrator')).html).toContain('One person')
  const none = (await world.get('/admin/people?search=%25')).html
  expect(none).toContain('Nobody matches this filter.')
})

test('a person of another partnership is not found, whatever is asked', async () => {
  const world = await adminWorld(database)
  const other = await adminWorld(database)
  const { membershipId } = await other.join('Somebody Elsewhere', ['broker'])
  for (const path of [`/admin/people/${membershipId}`, `/admin/people/${membershipId}/end`, '/admin/people/nonsense']) {
    expect((await world.get(path)).status).toBe(404)
    expect((await world.send(path, { roles: 'administrator', seen: 'broker' })).status).toBe(404)
  }
  expect((await other.get(`/admin/people/${membershipId}`)).html).toContain('Somebody Elsewhere')
})

test('roles change, and the change stands in what happened', async () => {
  const world = await adminWorld(database)
  const { membershipId } = await world.join('Bea Example', ['broker'])
  const path = `/admin/people/${membershipId}`
  const sent = await world.send(path, { roles: ['broker', 'commissioner'], seen: 'broker' })
  expect([sent.status, sent.location]).toEqual([303, `${path}?saved=roles`])
  const { html } = await world.get(`${path}?saved=roles`)
  expect(html).toContain('Their roles have been changed.')
  expect(html).toContain('Broker, Commissioner')
  expect(html).toContain('Changed roles: Broker, Commissioner, by Ada Example')
})

test.each([
  [{ seen: 'broker' }, 422, 'Choose at least one role'],
  [{ seen: 'broker', roles: ['broker', 'sorcerer'] }, 422, 'Choose from the roles in the list'],
  [{ seen: 'broker', roles: ['broker', 'provider'] }, 422, 'Choose from the roles in the list'],
  [{ seen: 'adviser', roles: ['commissioner'] }, 409, 'A colleague has changed the roles of this person'],
])('roles sent as %o come back with a sentence and what was ticked', async (fields, status, sentence) => {
  const world = await adminWorld(database)
  const { membershipId } = await world.join('Bea Example', ['broker'])
  const answer = await world.send(`/admin/people/${membershipId}`, fields)
  expect(answer.status).toBe(status)
  expect(answer.html).toContain('<title>Error: Bea Example')
  expect(answer.html).toMatch(new RegExp(`<a href="#roles">${sentence}`))
  if ('roles' in fields) expect(answer.html).toMatch(new RegExp(`value="${fields.roles[0]}" checked`))
})

test('two administrators who change one person at the same moment: one is told, and nothing is mixed', async () => {
  const world = await adminWorld(database)
  const second = await world.join('Cat Example', ['administrator'])
  const { membershipId } = await world.join('Bea Example', ['broker'])
  const path = `/admin/people/${membershipId}`
  const answers = await Promise.all([
    world.send(path, { roles: ['adviser'], seen: 'broker' }),
    world.send(path, { roles: ['commissioner'], seen: 'broker' }, second),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.html).toContain('A colleague has changed the roles of this person')
})

test('the last administrator can neither stop being one nor be ended', async () => {
  const world = await adminWorld(database)
  const path = `/admin/people/${world.admin.membershipId}`
  const roles = await world.send(path, { roles: 'broker', seen: 'administrator' })
  expect(roles.status).toBe(409)
  expect(roles.html).toContain('This is the last administrator.')
  const page = await world.get(`${path}/end`)
  expect(page.html).toContain('End your own access')
  const end = await world.send(`${path}/end`, {})
  expect(end.status).toBe(409)
  expect(end.html).toContain('This is the last administrator.')
  expect((await world.get('/admin')).status).toBe(200)
})

test('ending somebody’s access signs them out at once, and they stand among those whose access has ended', async () => {
  const world = await adminWorld(database)
  const second = await world.join('Bea Example', ['administrator'])
  const id = idIn((await world.get('/admin/people')).html, 'Bea Example')
  expect(id).toBe(second.membershipId)
  expect((await world.get('/admin', second)).status).toBe(200)
  expect((await world.get(`/admin/people/${id}/end`)).html).toContain('will be signed out at once')
  expect((await world.send(`/admin/people/${id}/end`, {})).location).toBe('/admin/people?done=ended')
  expect((await world.get('/admin', second)).status).toBe(303)
  expect((await world.get('/admin/people')).html).not.toContain('Bea Example')
  expect((await world.get('/admin/people?ended=yes')).html).toContain('Bea Example')
  const page = await world.get(`/admin/people/${id}`)
  expect(page.html).toContain('Access ended')
  expect(page.html).not.toContain('Save roles')
  expect((await world.send(`/admin/people/${id}/end`, {})).status).toBe(404)
})

const ines = { name: 'Ines Example', email: 'Ines@Example.org', actsFor: 'staff', roles: ['broker'] }

test('an invitation goes out by mail with a link, and stands open until it is withdrawn', async () => {
  const world = await adminWorld(database)
  const sent = await world.send('/admin/people/invite', ines)
  expect(sent.status).toBe(303)
  const [message] = await sentIn(world)
  expect(message).toMatchObject({ kind: 'auth.invitation', subject: 'You are invited to work with us' })
  expect(message?.text).toMatch(/http:\/\/localhost\/sign-in\/invitation\?token=\S+/)
  const list = await world.get(sent.location ?? '')
  expect(list.html).toContain('Ines Example is invited.')
  expect(list.html).toContain('ines@example.org')
  expect(list.html).toContain('One is open')
  const [invitation] = await invited(world)
  const gone = await world.send(`/admin/invitations/${invitation?.id}/withdraw`, {})
  expect((await world.get(gone.location ?? '')).html).toContain('The invitation of Ines Example is withdrawn.')
  expect((await world.send(`/admin/invitations/${invitation?.id}/withdraw`, {})).status).toBe(404)
  expect((await world.send(`/admin/invitations/${invitation?.id}/again`, {})).status).toBe(409)
})

test('sending an invitation again makes a new link, and there is still one open', async () => {
  const world = await adminWorld(database)
  await world.send('/admin/people/invite', ines)
  const [first] = await invited(world)
  const again = await world.send(`/admin/invitations/${first?.id}/again`, {})
  expect(again.status).toBe(303)
  expect(await sentIn(world)).toHaveLength(2)
  const now = await invited(world)
  expect(now.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([false, true])
  expect((await world.get('/admin/invitations')).html).toContain('Withdrawn or replaced by a newer one')
})

test('an invitation of another partnership is not found', async () => {
  const world = await adminWorld(database)
  const other = await adminWorld(database)
  await other.send('/admin/people/invite', ines)
  const [theirs] = await invited(other)
  for (const act of ['again', 'withdraw'])
    expect((await world.send(`/admin/invitations/${theirs?.id}/${act}`, {})).status).toBe(404)
})

test.each([
  [{ name: ' ' }, 'name', 'Enter their name'],
  [{ email: 'ines' }, 'email', 'Enter an email address in the form'],
  [{ email: '' }, 'email', 'Enter their email address'],
  [{ actsFor: '' }, 'actsFor', 'Choose for whom they will act'],
  [{ roles: [] }, 'roles', 'Choose at least one role'],
  [{ roles: ['sorcerer'] }, 'roles', 'Choose from the roles in the list'],
  [{ actsFor: 'provider' }, 'organisation', 'Enter the name of the provider'],
])('an invitation with %o comes back with its mistake and everything that was typed', async (over, field, sentence) => {
  const world = await adminWorld(database)
  const { status, html } = await world.send('/admin/people/invite', { ...ines, ...over })
  expect(status).toBe(422)
  expect(html).toContain('<title>Error: Invite someone')
  expect(html).toContain(`<a href="#${field}">${sentence}`)
  if (!('name' in over)) expect(html).toContain('value="Ines Example"')
  expect(await invited(world)).toEqual([])
})

test('somebody who has access already is not invited again, and nothing typed is lost', async () => {
  const world = await adminWorld(database)
  const bea = await world.join('Bea Example', ['broker'])
  const { status, html } = await world.send('/admin/people/invite', { ...ines, email: bea.email.toUpperCase() })
  expect(status).toBe(409)
  expect(html).toContain('This person has access already.')
  expect(html).toContain('value="Ines Example"')
})

test('somebody from a provider is invited for the provider that is meant, and a new one is added only when asked', async () => {
  const world = await adminWorld(database)
  const provider = { ...ines, actsFor: 'provider', organisation: 'Sunnyside Care' }
  expect((await world.send('/admin/people/invite', provider)).status).toBe(303)
  const [first] = await invited(world)
  expect(first?.roles).toEqual(['provider'])

  const asked = await world.send('/admin/people/invite', {
    ...provider,
    email: 'other@example.org',
    organisation: 'Sunnyside',
  })
  expect(asked.status).toBe(422)
  expect(asked.html).toContain('Choose which provider you mean')
  expect(asked.html).toContain(`value="${first?.organisationId}"`)
  const meant = { ...provider, email: 'other@example.org', organisation: 'Sunnyside' }
  await world.send('/admin/people/invite', { ...meant, organisationChoice: first?.organisationId ?? '' })
  await world.send('/admin/people/invite', { ...meant, email: 'third@example.org', organisationChoice: 'new' })
  const organisations = (await invited(world)).map(({ organisationId }) => organisationId)
  expect(organisations.slice(1)).toEqual([first?.organisationId, first?.organisationId])
  expect(organisations[0]).not.toBe(first?.organisationId)
  expect((await world.get('/admin/invitations')).html).toContain('Provider: Sunnyside Care')

  // One person may act for several providers, so an invitation for another one leaves this one open.
  await world.send('/admin/people/invite', { ...provider, organisation: 'Hillside Care' })
  expect((await invited(world)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([null, null, null, null])
})

test('the first page says what there is to do', async () => {
  const world = await adminWorld(database)
  await world.send('/admin/people/invite', ines)
  const { html } = await world.get('/admin')
  expect(html).toContain('There is one administrator only')
  expect(html).toContain('<b>1</b> <a href="/admin/invitations">invitation open</a>')
  expect(html).toContain('The settings do not yet say an email address to write to.')
})

test('who may do what is told from the permissions themselves', async () => {
  const world = await adminWorld(database)
  const { html } = await world.get('/admin/permissions')
  expect(html).toMatch(/Invite people, give roles, end access<\/th><td[^>]*>Administrator</)
  expect(html).toMatch(/Import data<\/th><td[^>]*>Commissioner, Contracts officer, Administrator</)
})
