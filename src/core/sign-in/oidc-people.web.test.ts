import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrowser } from '../../../test/support/browser.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { inviteTo } from '../../../test/support/new-person.ts'
import {
  alertOn,
  doorEventsOf,
  newOidcEmail,
  oidcWorld,
  thereAnd,
  thereAndBack,
} from '../../../test/support/oidc-world.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import { ownerOf } from '../db/database.ts'
import type { Database } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { endAccount } from './index.ts'

let database: Database
let partnership: { id: Id; slug: string }
beforeAll(async () => {
  database = await openNew()
  partnership = await newPartnership(database, { title: 'First', name: 'First Partnership' })
})
afterAll(() => database.close())

/** Somebody with an account and a password session, made through the real tables. */
const member = () => signedInAs(database, { partnership: partnership.id, roles: ['broker'], at: new Date() })

test.each([[false], [undefined], ['true']])(
  'an address of which the service says that it is verified: %j, opens nothing',
  async (email_verified) => {
    const { email, accountId } = await member()
    const here = await oidcWorld(database, { email, email_verified })
    const { browser, back } = await thereAndBack(here)
    expect([back.status, alertOn(back.html)]).toEqual([
      422,
      expect.stringContaining('does not vouch for your email address'),
    ])
    expect((await browser.get('/account')).status).toBe(303)
    expect(await doorEventsOf(database, accountId)).toEqual([])
  },
)

test('nobody gets an account by themselves', async () => {
  const here = await oidcWorld(database)
  const { back } = await thereAndBack(here)
  expect([back.status, alertOn(back.html)]).toEqual([
    422,
    `Nobody with the email address ${here.email} has access here. Ask an administrator of your partnership to invite you`,
  ])
  const { rows } = await sql`select from account where email = ${here.email}`.execute(ownerOf(database))
  expect(rows).toHaveLength(0)
})

test('the same address with another subject is somebody else, and stays out', async () => {
  const { email, accountId } = await member()
  const here = await oidcWorld(database, { email })
  expect((await thereAndBack(here)).back.status).toBe(303)
  here.service.account = { sub: 'somebody who was given the address later', email, email_verified: true }
  const { browser, back } = await thereAndBack(here)
  expect([back.status, alertOn(back.html)]).toEqual([
    422,
    expect.stringContaining('belongs to somebody who had that address before'),
  ])
  expect(browser.jar.has('mercat.session_token')).toBe(false)
  expect((await doorEventsOf(database, accountId)).at(-1)).toBe('oidc-refused')
  // Who came first still comes in, also under a new address.
  here.service.account = { sub: `subject of ${email}`, email: newOidcEmail(), email_verified: true }
  expect((await thereAndBack(here)).back.status).toBe(303)
})

test('an open invitation to the address lets somebody new in, as what they were invited to be', async () => {
  const here = await oidcWorld(database)
  const other = await newPartnership(database, { title: 'Other', name: 'Other Partnership' })
  const link = await inviteTo(database, partnership.id, {
    email: here.email,
    name: 'Morag Example',
    roles: ['adviser'],
  })
  await inviteTo(database, other.id, { email: here.email, roles: ['broker'] })
  const shown = await newBrowser(here.app).get(link)
  expect(shown.html).toContain('Accept with Council account')
  // Of two, the one whose link was followed.
  const { browser, back } = await thereAndBack(here, link)
  expect([back.status, back.location]).toEqual([303, '/account'])
  const account = await browser.get('/account')
  expect(
    ['Morag Example', 'Adviser', 'You act for First Partnership.'].filter((one) => !account.html.includes(one)),
  ).toEqual([])
  const { rows } = await sql`select from ledger_entry where event = 'auth.invitation-accepted'
    and partnership_id = ${partnership.id}`.execute(ownerOf(database))
  expect(rows).toHaveLength(1)
  // No password comes to it by mail.
  await newBrowser(here.app).post('/sign-in/forgotten', { email: here.email })
  const mails = await sql`select from outbox_message where recipient = ${here.email} and kind = 'auth.password-reset'`
  expect((await mails.execute(ownerOf(database))).rows).toHaveLength(0)
})

test('an invitation that ran out, or was withdrawn, lets nobody in', async () => {
  const here = await oidcWorld(database)
  await inviteTo(database, partnership.id, { email: here.email, at: new Date(Date.now() - 8 * 24 * 3_600_000) })
  expect((await thereAndBack(here)).back.status).toBe(422)
  await inviteTo(database, partnership.id, { email: here.email })
  await sql`update invitation set withdrawn_at = now() where email = ${here.email}`.execute(ownerOf(database))
  expect((await thereAndBack(here)).back.status).toBe(422)
})

test('access that was ended opens nothing, until an invitation begins it again, also to another person', async () => {
  const { email } = await member()
  const here = await oidcWorld(database, { email })
  expect((await thereAndBack(here)).back.status).toBe(303)
  await endAccount(database, new Date(), email)
  const { back } = await thereAndBack(here)
  expect([back.status, alertOn(back.html)]).toEqual([422, expect.stringContaining('has ended')])
  await inviteTo(database, partnership.id, { email, name: 'Next Example' })
  here.service.account = { sub: 'the next one', email, email_verified: true }
  const next = await thereAndBack(here)
  expect(next.back.status).toBe(303)
  expect((await next.browser.get('/account')).html).toContain('Next Example')
  here.service.account = { sub: `subject of ${email}`, email, email_verified: true }
  expect((await thereAndBack(here)).back.status).toBe(422)
})

test('two at once by one invitation leave one account', async () => {
  const here = await oidcWorld(database)
  await inviteTo(database, partnership.id, { email: here.email })
  const ways = await Promise.all([thereAnd(here), thereAnd(here)])
  const backs = await Promise.all(ways.map(({ browser, callback }) => browser.get(callback)))
  expect(backs.map(({ status }) => status)).toEqual([303, 303])
  const { rows } = await sql`select from account where email = ${here.email}`.execute(ownerOf(database))
  expect(rows).toHaveLength(1)
})
