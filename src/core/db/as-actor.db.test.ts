import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { newDatabase } from '../../../test/support/new-database.ts'
import { type Actor, publicActor, systemActor } from '../auth/actor.ts'
import { type Id, newId } from '../values/index.ts'
import { ahead } from './ahead.ts'
import { asActor } from './as-actor.ts'
import { openPostgres, ownerOf } from './database.ts'
import { type Db, tables } from './db.ts'
import { partnershipTable } from './rights.ts'

const notes = tables<{ note: { partnership_id: string; id: string; published: boolean; text: string } }>()

async function databaseWithNotes() {
  const database = await newDatabase()
  await sql`create table if not exists note (partnership_id uuid not null, id uuid not null, published boolean not null,
    text text not null, primary key (partnership_id, id))`.execute(ownerOf(database))
  await partnershipTable(ownerOf(database), 'note', { published: 'published' })
  const [mine, theirs] = [newId(), newId()]
  for (const [partnershipId, published] of [
    [mine, true],
    [theirs, false],
  ] as const) {
    await asActor(database, systemActor(partnershipId), (db) =>
      notes(db)
        .insertInto('note')
        .values({ partnership_id: partnershipId, id: newId(), published, text: partnershipId })
        .execute(),
    )
  }
  return { database, mine, theirs }
}

test('a query that forgets to name the partnership sees nothing of another partnership', async () => {
  const { database, mine, theirs } = await databaseWithNotes()
  const seen = await asActor(
    database,
    { kind: 'staff', accountId: newId(), partnershipId: theirs, roles: ['commissioner'] },
    async (db) => {
      await notes(db).updateTable('note').set({ text: 'changed' }).execute()
      return notes(db).selectFrom('note as n').select(['n.partnership_id', 'n.text']).execute()
    },
  )
  expect(seen).toContainEqual({ partnership_id: theirs, text: 'changed' })
  expect(seen).toContainEqual({ partnership_id: mine, text: mine }) // published, so anyone reads it; unchanged
  expect(seen).toHaveLength(2)
})

test('the public sees published rows only', async () => {
  const { database, mine } = await databaseWithNotes()
  const seen = await asActor(database, publicActor, (db) => notes(db).selectFrom('note as n').selectAll().execute())
  expect(seen.map((note) => note.partnership_id)).toEqual([mine])
})

test('the public cannot write, and staff cannot write for another partnership', async () => {
  const { database, mine, theirs } = await databaseWithNotes()
  const row = { partnership_id: mine, id: newId(), published: true, text: 'forged' }
  const insert = (actor: Parameters<typeof asActor>[1]) =>
    asActor(database, actor, (db) => notes(db).insertInto('note').values(row).execute())
  await expect(insert(publicActor)).rejects.toThrow(/row-level security/)
  await expect(insert(systemActor(theirs))).rejects.toThrow(/row-level security/)
})

test('opening a second transaction inside one is refused instead of waiting for ever', async () => {
  const database = await newDatabase()
  await expect(asActor(database, publicActor, () => asActor(database, publicActor, async () => 1))).rejects.toThrow(
    /pass its db on/,
  )
})

test('an actor with a forged identifier never reaches the database', async () => {
  const database = await newDatabase()
  await expect(asActor(database, systemActor(`x'; drop table note; --`), async () => 1)).rejects.toThrow(/identifier/)
  const forged = { kind: 'staff', accountId: newId(), partnershipId: newId(), roles: [`x'; --`] } as unknown as Actor
  await expect(asActor(database, forged, async () => 1)).rejects.toThrow(/role/)
})

test('nothing of an actor is left on the connection after its transaction', async () => {
  const database = await newDatabase()
  await asActor(database, systemActor(newId()), async () => 1)
  const left = await sql<{ role: string; kind: string | null }>`select current_user as role,
    current_setting('app.kind', true) as kind`.execute(ownerOf(database))
  expect(left.rows[0]?.role).not.toBe('mercat_app')
  expect(left.rows[0]?.kind ?? '').toBe('')
})

test('whoever waits too long for a connection is told to try again, and the next is served', async ({ skip }) => {
  const { database } = await databaseWithNotes()
  if (database.engine.kind !== 'postgres')
    return skip('The embedded engine has one connection, and a queue without an end.')
  const narrow = openPostgres(database.engine.pool.options.connectionString ?? '', 1, 200)
  onTestFinished(() => narrow.close())
  const one = () => asActor(narrow, publicActor, (db) => notes(db).selectFrom('note').select('id').execute())
  const held = Promise.withResolvers<void>()
  const holding = asActor(narrow, publicActor, () => held.promise)
  await expect(one()).rejects.toMatchObject({
    status: 503,
    message: 'More people are using this service at this moment than it can answer.',
  })
  held.resolve()
  await holding
  expect(await one()).toHaveLength(1)
})

test('a server that went away is told as such, before anything was begun', async ({ skip }) => {
  const { database } = await databaseWithNotes()
  if (database.engine.kind !== 'postgres') return skip('There is no server to go away.')
  const away = openPostgres('postgres://nobody@127.0.0.1:1/none', 1)
  onTestFinished(() => away.close())
  await expect(asActor(away, publicActor, async () => {})).rejects.toMatchObject({
    status: 503,
    message: 'This service can’t reach its database at this moment.',
  })
})

test('what is sent ahead is done before what is asked after it, and is undone with the rest', async () => {
  const { database, mine } = await databaseWithNotes()
  const actor = systemActor(mine)
  const texts = (db: Db) => notes(db).selectFrom('note').select('text').where('partnership_id', '=', mine).execute()
  const renamed = (db: Db, text: string) =>
    notes(db).updateTable('note').set({ text }).where('partnership_id', '=', mine)
  const seen = await asActor(database, actor, async (db) => {
    await ahead(notes(db), renamed(db, 'first'))
    await ahead(notes(db), renamed(db, 'second'))
    return texts(db)
  })
  expect(seen).toEqual([{ text: 'second' }])
  const stopped = asActor(database, actor, async (db) => {
    await ahead(notes(db), renamed(db, 'third'))
    throw new Error('Something else went wrong.')
  })
  await expect(stopped).rejects.toThrow('Something else went wrong.')
  expect(await asActor(database, actor, texts)).toEqual([{ text: 'second' }])
})

test('when what was sent ahead fails, nothing is kept, and its own error is told rather than that of what came after', async () => {
  const { database, mine } = await databaseWithNotes()
  const actor = systemActor(mine)
  const insert = (db: Db, partnership_id: Id, id: Id) =>
    notes(db).insertInto('note').values({ partnership_id, id, published: false, text: 'new' })
  const id = newId()
  for (const goesOn of [false, true]) {
    const twice = asActor(database, actor, async (db) => {
      await ahead(notes(db), insert(db, mine, id))
      await ahead(notes(db), insert(db, mine, id))
      if (goesOn) await notes(db).selectFrom('note').select('id').execute()
    })
    await expect(twice).rejects.toMatchObject({ code: '23505' })
  }
  const wrong = asActor(database, actor, (db) =>
    ahead(notes(db), insert(db, mine, id), ({ numAffectedRows }) => {
      if (numAffectedRows === 1n) throw new Error('One is too many.')
    }),
  )
  await expect(wrong).rejects.toThrow('One is too many.')
  const kept = asActor(database, actor, (db) =>
    notes(db).selectFrom('note').select('id').where('id', '=', id).execute(),
  )
  expect(await kept).toEqual([])
})
