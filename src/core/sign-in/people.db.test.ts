import { afterAll, beforeAll, expect, test } from 'vitest'
import { testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { inviteTo } from '../../../test/support/new-person.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import { publicActor, systemActor } from '../auth/index.ts'
import { partnershipById } from '../auth/partnership.ts'
import { auth } from '../auth/schema.ts'
import { asActor, type Database } from '../db/index.ts'
import { verifyLedger } from '../ledger/index.ts'
import { newId } from '../values/index.ts'
import {
  accessTrail,
  endMembership,
  invitationsOf,
  invite,
  memberBy,
  membersOf,
  setRoles,
  withdrawInvitation,
} from './index.ts'
import { onForgetSignIns } from './jobs.ts'

const at = testNow

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

async function world() {
  const [first, second] = [await newPartnership(database), await newPartnership(database)]
  const admin = await signedInAs(database, { partnership: first.id, roles: ['administrator'], name: 'Isla Example' })
  const broker = await signedInAs(database, { partnership: first.id, roles: ['broker'], name: 'Duncan Example' })
  const other = await signedInAs(database, { partnership: second.id, roles: ['administrator'], name: 'Other Example' })
  return { database, first, second, admin, broker, other }
}

test('an administrator sees the partnership’s people and no others, and the public sees nobody', async () => {
  const { database, first, second, admin } = await world()
  const everyone = [{ ended: false }, { offset: 0, limit: 50 }] as const
  const seen = await asActor(database, admin.actor, (db) => membersOf(db, first.id, ...everyone))
  expect(seen.members.map(({ name, roles }) => [name, roles])).toEqual([
    ['Duncan Example', ['broker']],
    ['Isla Example', ['administrator']],
  ])
  expect(await asActor(database, admin.actor, (db) => membersOf(db, second.id, ...everyone))).toEqual({
    members: [],
    total: 0,
  })
  for (const actor of [publicActor, admin.actor]) {
    const accounts = await asActor(database, actor, (db) => auth(db).selectFrom('account').select('name').execute())
    expect(accounts.map(({ name }) => name)).not.toContain('Other Example')
    if (actor === publicActor) expect(accounts).toEqual([])
  }
})

test('one partnership’s administrator can’t touch another’s people or invitations', async () => {
  const { database, first, admin, broker, other, second } = await world()
  await inviteTo(database, first.id, { email: 'new@example.org' })
  const [invitation] = await asActor(database, admin.actor, (db) => invitationsOf(db, first.id))
  const theirs = { partnershipId: second.id, membershipId: broker.membershipId }
  const forged = { partnershipId: first.id, membershipId: broker.membershipId }
  for (const ref of [theirs, forged]) {
    await expect(
      asActor(database, other.actor, (db) => memberBy(db, ref.partnershipId, ref.membershipId)),
    ).rejects.toThrow('not found')
    await expect(
      asActor(database, other.actor, (db) => setRoles(db, other.actor, at, { ...ref, roles: ['broker'] })),
    ).rejects.toThrow('not found')
    await expect(endMembership(database, other.actor, at, ref)).rejects.toThrow('not found')
    await expect(
      asActor(database, other.actor, (db) =>
        withdrawInvitation(db, other.actor, at, { partnershipId: ref.partnershipId, id: invitation?.id ?? newId() }),
      ),
    ).rejects.toThrow('not found')
  }
  await expect(
    asActor(database, other.actor, async (db) =>
      invite(db, other.actor, at, {
        partnership: await partnershipById(db, first.id),
        email: 'forged@example.org',
        name: 'Forged Example',
        roles: ['administrator'],
        origin: 'http://localhost',
      }),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('roles change and access ends, each with an entry in the ledger', async () => {
  const { database, first, admin, broker } = await world()
  const ref = { partnershipId: first.id, membershipId: broker.membershipId }
  await asActor(database, admin.actor, (db) =>
    setRoles(db, admin.actor, at, { ...ref, roles: ['broker', 'commissioner'] }),
  )
  expect(await asActor(database, admin.actor, (db) => memberBy(db, first.id, broker.membershipId))).toMatchObject({
    roles: ['broker', 'commissioner'],
  })
  await endMembership(database, admin.actor, at, ref)
  expect(
    await asActor(database, admin.actor, (db) => membersOf(db, first.id, { ended: false }, { offset: 0, limit: 50 })),
  ).toMatchObject({ total: 1 })
  const trail = await asActor(database, admin.actor, (db) => accessTrail(db, first.id))
  expect(trail.map(({ words, subjectName, byName, kind }) => [words, subjectName, byName, kind])).toEqual([
    ['Ended access', 'Duncan Example', 'Isla Example', 'rights'],
    ['Changed roles', 'Duncan Example', 'Isla Example', 'rights'],
  ])
  expect(await asActor(database, systemActor(first.id), (db) => verifyLedger(db, first.id))).toMatchObject({
    ok: true,
    entries: 2,
  })
})

test('the last administrator stays one, whoever asks', async () => {
  const { database, first, admin } = await world()
  const ref = { partnershipId: first.id, membershipId: admin.membershipId }
  await expect(
    asActor(database, admin.actor, (db) => setRoles(db, admin.actor, at, { ...ref, roles: ['broker'] })),
  ).rejects.toThrow('last administrator')
  await expect(endMembership(database, admin.actor, at, ref)).rejects.toThrow('last administrator')
  await signedInAs(database, { partnership: first.id, roles: ['administrator'] })
  await endMembership(database, admin.actor, at, ref)
})

test('whoever is a member already is not invited again', async () => {
  const { database, first, broker } = await world()
  await expect(inviteTo(database, first.id, { email: broker.email.toUpperCase() })).rejects.toThrow(
    'has access already',
  )
})

test('the trail is read page by page, by part and by person', async () => {
  const { database, first, admin, broker } = await world()
  const note = (kind: string, accountId: string | null, days = 0) =>
    asActor(database, systemActor(), async (db) => {
      await auth(db)
        .insertInto('sign_in_event')
        .values({
          id: newId(),
          at: new Date(at.getTime() - days * 24 * 3_600_000),
          kind,
          account_id: accountId,
          partnership_id: first.id,
          name_digest: null,
          address: '192.0.2.0',
          browser: 'Firefox on Linux',
        })
        .execute()
    })
  await note('signed-in', broker.accountId, 401)
  await note('wrong-password', broker.accountId)
  await note('signed-in', admin.accountId)
  await inviteTo(database, first.id, { email: 'new@example.org', name: 'New Example' })
  const trail = (filter = {}) => asActor(database, admin.actor, (db) => accessTrail(db, first.id, filter))
  expect((await trail()).map(({ words }) => words)).toEqual([
    'Invited',
    'Signed in',
    'Gave a wrong password',
    'Signed in',
  ])
  const [newest] = await trail({ limit: 1 })
  expect(newest).toMatchObject({ subjectName: 'New Example', roles: ['commissioner'] })
  expect(await trail({ before: newest?.id })).toHaveLength(3)
  expect((await trail({ kind: 'door' })).map(({ browser }) => browser)).toEqual(Array(3).fill('Firefox on Linux'))
  expect(await trail({ accountId: broker.accountId })).toHaveLength(2)
  await onForgetSignIns(database, { now: () => at }).handle(undefined as never, {} as never)
  expect(await trail({ kind: 'door' })).toHaveLength(2)
})
