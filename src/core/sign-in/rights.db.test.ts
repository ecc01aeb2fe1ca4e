import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { inviteTo } from '../../../test/support/new-person.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { type Actor, publicActor, systemActor } from '../auth/index.ts'
import { auth } from '../auth/schema.ts'
import { asActor, type Database } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'

let database: Database
let own: { id: Id }
let other: { id: Id }
let ownStaff: Somebody
let otherStaff: Somebody
let provider: Somebody
let colleague: Somebody
const organisation = newId()
const nobody = newId()

beforeAll(async () => {
  database = await openNew()
  own = await newPartnership(database, { title: 'Own' })
  other = await newPartnership(database, { title: 'Other' })
  const people = { partnership: own.id, roles: ['administrator'] as const }
  ownStaff = await signedInAs(database, { ...people, name: 'Own Example' })
  otherStaff = await signedInAs(database, { ...people, partnership: other.id, name: 'Other Example' })
  const ofProvider = { organisation, grantedBy: own.id, roles: ['provider'] as const }
  provider = await signedInAs(database, { ...ofProvider, name: 'Provider Example' })
  colleague = await signedInAs(database, { ...ofProvider, grantedBy: other.id, name: 'Colleague Example' })
  await inviteTo(database, own.id, { email: 'own@example.org' })
  await inviteTo(database, other.id, { email: 'other@example.org' })
  await asActor(database, systemActor(), async (db) => {
    for (const { id } of [own, other]) {
      await auth(db)
        .insertInto('sign_in_event')
        .values({
          id: newId(),
          at: testNow,
          kind: 'signed-in',
          account_id: null,
          partnership_id: id,
          name_digest: null,
          address: id,
          browser: 'Firefox',
        })
        .execute()
    }
  })
})
afterAll(() => database.close())

/** Runs a statement as somebody, without any of our own queries between. */
const run = async (actor: Actor, statement: string): Promise<readonly Record<string, unknown>[]> =>
  asActor(database, actor, async (db) => (await sql.raw<Record<string, unknown>>(statement).execute(auth(db))).rows)
/** How many rows a statement changed; 0 as well when it was refused. */
const changed = async (actor: Actor, statement: string): Promise<number> => {
  try {
    return (await run(actor, `${statement} returning 1 as one`)).length
  } catch (error) {
    expect(String(error)).toMatch(/row-level security|permission denied/)
    return 0
  }
}
const seen = async (actor: Actor, column: string, table: string) =>
  (await run(actor, `select ${column} as value from ${table} order by 1`)).map(({ value }) => value)

test('who may see whom is settled beneath every query', async () => {
  const table = async (actor: Actor) => ({
    people: await seen(actor, 'name', 'account'),
    memberships: (await seen(actor, 'id', 'membership')).length,
    invitations: await seen(actor, 'email', 'invitation'),
    events: await seen(actor, 'address', 'sign_in_event'),
  })
  const nothing = { people: [], memberships: 0, invitations: [], events: [] }
  expect(await table(publicActor)).toEqual(nothing)
  expect(await table(ownStaff.actor)).toEqual({
    people: ['Own Example', 'Provider Example'],
    memberships: 2,
    invitations: ['own@example.org'],
    events: [own.id],
  })
  expect(await table(provider.actor)).toEqual({
    ...nothing,
    people: ['Colleague Example', 'Provider Example'],
    memberships: 2,
  })
})

test('nobody reaches the sign-in library’s tables', async () => {
  for (const actor of [publicActor, ownStaff.actor, provider.actor, systemActor()])
    for (const table of ['"user"', 'session', 'account', 'verification', '"twoFactor"'])
      await expect(run(actor, `select 1 from sign_in.${table}`)).rejects.toThrow('permission denied')
})

test('staff change nothing of another partnership, and public and providers nothing at all', async () => {
  const statements = (partnership: string, { membershipId, accountId }: Somebody) => [
    `update partnership set title = 'Taken' where id = '${partnership}'`,
    `update membership set roles = '{administrator}' where id = '${membershipId}'`,
    `update membership set ended_at = null where id = '${membershipId}'`,
    `delete from membership where id = '${membershipId}'`,
    `update account set name = 'Taken' where id = '${accountId}'`,
    `delete from account where id = '${accountId}'`,
    `update invitation set withdrawn_at = now() where partnership_id = '${partnership}'`,
    `delete from invitation where partnership_id = '${partnership}'`,
    `delete from sign_in_event where partnership_id = '${partnership}'`,
    `update sign_in_event set address = 'x' where partnership_id = '${partnership}'`,
    `insert into sign_in_event (id, at, kind, partnership_id, address, browser)
      values ('${newId()}', now(), 'x', '${partnership}', 'x', 'x')`,
    `insert into membership (id, account_id, partnership_id, granted_by_partnership_id, roles, since)
      values ('${newId()}', '${provider.accountId}', '${partnership}', '${partnership}', '{administrator}', now())`,
    `insert into invitation (partnership_id, id, email, name, roles, token_digest, invited_at, expires_at)
      values ('${partnership}', '${newId()}', 'x@example.org', 'X', '{administrator}', '${newId()}', now(), now())`,
    `insert into partnership_setting (partnership_id, section, version, content, changed_at)
      values ('${partnership}', 'contact', 1, '{}', now())`,
    `insert into account (id, email, name, created_at) values ('${newId()}', 'x@example.org', 'X', now())`,
  ]
  for (const [actor, partnership, of] of [
    [ownStaff.actor, other.id, otherStaff],
    [publicActor, own.id, ownStaff],
    [provider.actor, own.id, ownStaff],
    [provider.actor, own.id, provider],
    [provider.actor, other.id, colleague],
  ] as const) {
    for (const statement of statements(partnership, of)) {
      expect([actor.kind, statement, await changed(actor, statement)]).toEqual([actor.kind, statement, 0])
    }
  }
})

test('staff can’t take a membership of theirs to another partnership, nor the trail of their own back', async () => {
  for (const statement of [
    `update membership set partnership_id = '${other.id}', granted_by_partnership_id = '${other.id}'
      where id = '${ownStaff.membershipId}'`,
    `update partnership set id = '${nobody}' where id = '${own.id}'`,
    `delete from partnership where id = '${own.id}'`,
    `delete from sign_in_event where partnership_id = '${own.id}'`,
    `update partnership_setting set content = '{}' where partnership_id = '${own.id}'`,
  ])
    expect([statement, await changed(ownStaff.actor, statement)]).toEqual([statement, 0])
})
