import * as fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Actor, publicActor, systemActor } from '../auth/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, type Database, type Db } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import { entriesOf, erasePayload, ledgerVersion, record, recordAll, sharedChain, verifyLedger } from './index.ts'
import { ledger } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const at = new Date('2026-11-24T09:30:00.123Z')
const happening = (id: string, payload: unknown = { hours: 7, reasons: ['inside the window', null] }) => ({
  event: 'test.decided',
  subject: { kind: 'package', id },
  rule: { name: 'window', version: '1' },
  payload,
})
const staffOf = (partnershipId: Id): Actor => ({ kind: 'staff', accountId: newId(), partnershipId, roles: ['broker'] })

async function chainOf(length: number): Promise<Id> {
  const { id } = await newPartnership(database)
  await asActor(database, staffOf(id), async (db) => {
    for (let made = 0; made < length; made += 1) await record(db, staffOf(id), at, happening(`P${made}`))
  })
  return id
}
const verify = (id: Id) => asActor(database, systemActor(id), (db) => verifyLedger(db, id))

test('entries come back in order with their payload, and the chain is whole', async () => {
  const id = await chainOf(3)
  await asActor(database, systemActor(id), (db) => record(db, systemActor(id), at, happening('P1', { more: true })))
  const found = await asActor(database, staffOf(id), (db) => entriesOf(db, id, { kind: 'package', id: 'P1' }))
  expect(found.map(({ seq, actorKind, payload }) => ({ seq, actorKind, payload }))).toEqual([
    { seq: 2, actorKind: 'staff', payload: { hours: 7, reasons: ['inside the window', null] } },
    { seq: 4, actorKind: 'system', payload: { more: true } },
  ])
  expect(found[0]?.at).toEqual(at)
  expect(await verify(id)).toEqual({ ok: true, entries: 4, erased: 0 })
})

test('many at once stand in the chain in their order, as if one came after the other', async () => {
  const id = await chainOf(1)
  const actor = systemActor(id)
  const many = Array.from({ length: 1200 }, (_, n) => happening(`P${n}`, { n }))
  const kept = await asActor(database, actor, async (db) => [
    ...(await recordAll(db, actor, at, many)),
    ...(await recordAll(db, actor, at, [])),
    await record(db, actor, at, happening('last')),
  ])
  expect(kept.map(({ seq }) => seq)).toEqual(Array.from({ length: 1201 }, (_, n) => n + 2))
  const [found] = await asActor(database, actor, (db) => entriesOf(db, id, { kind: 'package', id: 'P1100' }))
  expect(found).toMatchObject({ seq: 1102, id: kept[1100]?.id, payload: { n: 1100 } })
  expect(await verify(id)).toEqual({ ok: true, entries: 1202, erased: 0 })
  const provider = { kind: 'provider', accountId: newId(), organisationId: newId(), roles: [] } as const
  const torn = [id, newId()].map((partnershipId) => ({ ...happening('P'), partnershipId }))
  await expect(asActor(database, actor, (db) => recordAll(db, provider, at, torn))).rejects.toThrow('one chain')
})

test('any JSON at all can be a payload', async () => {
  const { id } = await newPartnership(database)
  // PostgreSQL's jsonb takes neither the NUL character nor half of a surrogate pair.
  const payload = fc.jsonValue({ stringUnit: 'grapheme' }).filter((value) => !JSON.stringify(value).includes('\\u0000'))
  await fc.assert(
    fc.asyncProperty(payload, async (value) => {
      await asActor(database, systemActor(id), (db) => record(db, systemActor(id), at, happening('P', value)))
      expect((await verify(id)).ok).toBe(true)
    }),
    { numRuns: 25 },
  )
})

const changes: Record<string, string> = {
  id: 'gen_random_uuid()',
  at: `at + interval '1 millisecond'`,
  actor_kind: `'provider'`,
  account_id: 'gen_random_uuid()',
  event: `event || '-not'`,
  subject_kind: `subject_kind || 's'`,
  subject_id: `subject_id || '0'`,
  rule: `rule || 's'`,
  rule_version: `'2'`,
  payload_digest: 'md5(payload_digest)',
  previous: 'md5(previous)',
  digest: 'md5(digest)',
  partnership_id: 'gen_random_uuid()',
  seq: 'seq + 1000',
}

/** Changes the database behind the product's back, checks the chain, and puts everything right again. */
async function tampered(id: Id, tamper: (owner: Kysely<unknown>) => Promise<unknown>) {
  const owner = ownerOf(database)
  const putBack = new Error('put back')
  let found: Awaited<ReturnType<typeof verifyLedger>> | undefined
  await owner
    .transaction()
    .execute(async (tx) => {
      await sql`alter table ledger_payload drop constraint ledger_payload_partnership_id_entry_id_fkey`.execute(tx)
      await tamper(tx)
      found = await verifyLedger(tx as unknown as Db, id)
      throw putBack
    })
    .catch((error: unknown) => {
      if (error !== putBack) throw error
    })
  return found
}

test('a change to any column of any entry is found at that entry', async () => {
  const id = await chainOf(6)
  for (const column of Object.keys(changes)) {
    for (let seq = 1; seq <= 6; seq += 1) {
      const found = await tampered(id, (tx) =>
        sql`update ledger_entry set ${sql.raw(`${column} = ${changes[column]}`)}
          where partnership_id = ${id} and seq = ${seq}`.execute(tx),
      )
      expect(found, `${column} of entry ${seq}`).toMatchObject({ ok: false, firstBroken: seq })
    }
  }
  expect(await verify(id)).toMatchObject({ ok: true, entries: 6 })
})

test('every column of an entry is among those that the test above changes', async () => {
  const columns = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_name = 'ledger_entry'`.execute(ownerOf(database))
  expect(columns.rows.map((row) => row.name).toSorted()).toEqual(Object.keys(changes).toSorted())
})

test.each([
  ['a changed payload', `update ledger_payload set payload = '{"hours": 8}'`],
  ['a changed salt', `update ledger_payload set salt = md5(salt)`],
  ['a dropped last entry', 'delete from ledger_entry where seq = 3'],
  ['a dropped first entry', 'delete from ledger_entry where seq = 1'],
  ['a head moved back', 'update ledger_head set seq = 2'],
  ['a dropped head', 'delete from ledger_head'],
])('%s is found', async (_what, statement) => {
  const id = await chainOf(3)
  expect((await tampered(id, (tx) => sql.raw(statement).execute(tx)))?.ok).toBe(false)
})

test('erasing what an entry says leaves the chain whole', async () => {
  const id = await chainOf(3)
  const subject = { kind: 'package', id: 'P1' }
  const [entry] = await asActor(database, systemActor(id), (db) => entriesOf(db, id, subject))
  const erase = (actor: Actor) => asActor(database, actor, (db) => erasePayload(db, id, entry?.id ?? ''))
  expect(await erase(staffOf(id))).toBe(false)
  expect(await erase(systemActor(id))).toBe(true)
  expect(await verify(id)).toEqual({ ok: true, entries: 3, erased: 1 })
  const [after] = await asActor(database, systemActor(id), (db) => entriesOf(db, id, subject))
  expect(after).toEqual({ ...entry, payload: null })
})

test('nobody has the right to change or take away an entry', async () => {
  const id = await chainOf(1)
  for (const actor of [systemActor(id), staffOf(id)]) {
    const change = asActor(database, actor, (db) =>
      ledger(db).updateTable('ledger_entry').set({ event: 'x' }).execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
    const take = asActor(database, actor, (db) => ledger(db).deleteFrom('ledger_entry').execute())
    await expect(take).rejects.toThrow(/permission denied/)
  }
})

test('a partnership reads neither entries nor payloads of another, and the public reads none', async () => {
  const [mine, theirs] = [await chainOf(1), await chainOf(1)]
  for (const actor of [staffOf(theirs), systemActor(theirs), publicActor, systemActor()]) {
    const seen = await asActor(database, actor, async (db) => [
      ...(await ledger(db).selectFrom('ledger_entry').select('partnership_id').execute()),
      ...(await ledger(db).selectFrom('ledger_payload').select('partnership_id').execute()),
    ])
    expect(seen.map((row) => row.partnership_id)).not.toContain(mine)
  }
})

test('an actor can sign only as its own kind, and staff only on their own chain', async () => {
  const [mine, theirs] = [await chainOf(1), await chainOf(1)]
  const forged = asActor(database, staffOf(mine), (db) => record(db, systemActor(mine), at, happening('P')))
  await expect(forged).rejects.toThrow(/row-level security/)
  const elsewhere = asActor(database, staffOf(mine), (db) => record(db, staffOf(theirs), at, happening('P')))
  await expect(elsewhere).rejects.toThrow(/row-level security/)
})

test('what a provider does goes on the chain of the partnership it deals with', async () => {
  const id = await chainOf(1)
  const provider: Actor = { kind: 'provider', accountId: newId(), organisationId: newId(), roles: ['provider'] }
  await asActor(database, provider, (db) => record(db, provider, at, { ...happening('P'), partnershipId: id }))
  expect(await verify(id)).toMatchObject({ ok: true, entries: 2 })
})

test('the version of the data moves with either chain, and anyone may read it', async () => {
  const id = await chainOf(2)
  const version = () => asActor(database, publicActor, (db) => ledgerVersion(db, id))
  const [before, sharedBefore] = (await version()).split('.').map(Number)
  expect(before).toBe(2)
  await asActor(database, systemActor(), (db) => record(db, systemActor(), at, happening('S12')))
  expect(await version()).toBe(`2.${(sharedBefore ?? 0) + 1}`)
  expect(await asActor(database, systemActor(), (db) => verifyLedger(db, sharedChain))).toMatchObject({ ok: true })
})

test('writers at the same time make one unbroken chain', async () => {
  const { id } = await newPartnership(database)
  const writer = async (name: string) => {
    for (let turn = 0; turn < 10; turn += 1) {
      await asActor(database, systemActor(id), (db) => record(db, systemActor(id), at, happening(`${name}${turn}`)))
    }
  }
  await Promise.all([writer('a'), writer('b'), writer('c')])
  expect(await verify(id)).toEqual({ ok: true, entries: 30, erased: 0 })
})

test('an entry of a transaction that fails leaves no hole', async () => {
  const id = await chainOf(1)
  const failing = asActor(database, systemActor(id), async (db) => {
    await record(db, systemActor(id), at, happening('P'))
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await asActor(database, systemActor(id), (db) => record(db, systemActor(id), at, happening('P')))
  expect(await verify(id)).toEqual({ ok: true, entries: 2, erased: 0 })
})

test('the end of a chain can be checked alone, and a change to it is found', async () => {
  const id = await chainOf(5)
  const end = (last: number) => asActor(database, systemActor(id), (db) => verifyLedger(db, id, { last }))
  expect(await end(2)).toMatchObject({ ok: true, entries: 5 })
  expect(await end(50)).toMatchObject({ ok: true, entries: 5 })
  await sql`update ledger_entry set event = 'test.forged' where partnership_id = ${id} and seq = 4`.execute(
    ownerOf(database),
  )
  expect(await end(2)).toMatchObject({ ok: false, firstBroken: 4 })
  expect(await end(1)).toMatchObject({ ok: true })
})
