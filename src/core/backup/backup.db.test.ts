import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { dumpSchema } from '../../../test/support/dump-schema.ts'
import { newDatabase, openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import { migrations } from '../../migrations.ts'
import { systemActor } from '../auth/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, type Database, forward, migrate, openEmbedded } from '../db/index.ts'
import { defineJob, enqueue, type JobPayload, prepareJobs } from '../jobs/index.ts'
import { backup, type PendingJob, restore } from './index.ts'

// An embedded database that starts from nothing takes 3 s on an idle machine, and far more on a busy one.
vi.setConfig({ testTimeout: 600_000 })

const at = new Date('2026-11-22T09:00:00Z')
let folder: string
/** A database that tests only read, and a backup of it. */
let standing: { original: Database; file: string; counts: Awaited<ReturnType<typeof backup>> }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mercat-backup-'))
  const [original, file] = [await filled(await openNew()), newFile()]
  standing = { original, file, counts: await backup(original, file, at) }
}, 600_000)
afterAll(async () => {
  await standing.original.close()
  await rm(folder, { recursive: true, force: true })
})
let made = 0
const newFile = () => {
  made += 1
  return join(folder, `${made}.backup`)
}

/** Every kind of value that JSON or JavaScript could spoil, keys that point forwards and round in a ring. */
const odd = {
  ...migrations,
  '2099-01-01T0000-odd': forward(async (db) => {
    await sql`create table odd (id integer generated always as identity primary key, t text, exact numeric, counted bigint,
      floating double precision, raw json, tree jsonb, content bytea, days date[], period tstzrange, at timestamptz,
      lasting interval, doubled bigint generated always as (counted * 2) stored, parent integer references odd (id),
      ring integer)`.execute(db)
    await sql`create table odd_ring ("select" integer primary key, odd integer references odd (id) deferrable)`.execute(
      db,
    )
    await sql`alter table odd add foreign key (ring) references odd_ring ("select")`.execute(db)
    await sql`insert into odd_ring values (9, null)`.execute(db) // a migration's own row, which the backup has too
  }),
}

async function fillOdd(owner: Kysely<unknown>): Promise<void> {
  await sql`insert into odd (t, exact, counted, floating, raw, tree, content, days, period, at, lasting) values
    (e'tab\t, line\nfeed, "quote", back\\slash, £ − 🏴 \u0001', 12345678901234567890.123456789012345678, 9223372036854775800 / 2,
      0.1::float8 + 0.2, e'{"b": 1.10,\n "a": 1, "a": 2}', '{"big": 12345678901234567890.5, "a": null}', '\\x00ff0a22',
      '{2026-02-28,infinity}', '[2026-01-01 00:00:00.123456+00,)', '0044-03-15 12:00:00+00 BC', '1 year 2 months -3 days 04:05:06.7'),
    (null, 'NaN', null, 'Infinity', null, 'null', '', '{}', 'empty', 'infinity', '0'),
    ('', -0.00, 0, '-0', '[]', '[]', null, '{null}', null, '-infinity', null)`.execute(owner)
  await sql`insert into odd_ring select 1, max(id) from odd`.execute(owner)
  await sql`update odd set parent = (select max(id) from odd), ring = 1`.execute(owner)
}

async function contentOf(database: Database): Promise<string[]> {
  return ownerOf(database)
    .transaction()
    .execute(async (owner) => {
      await sql`set local timezone = 'UTC'`.execute(owner)
      const tables = await sql<{ name: string }>`select tablename as name from pg_tables
        where schemaname = 'public' and tablename not like 'mercat_migration%' order by tablename collate "C"`.execute(
        owner,
      )
      const all: string[] = []
      for (const { name } of tables.rows) {
        const rows = await sql<{
          row: string
        }>`select ${name} || ': ' || replace(row_to_json(x)::text, e'\\n', ' ') as row
          from ${sql.table(name)} x order by row_to_json(x)::text collate "C"`.execute(owner)
        all.push(...rows.rows.map(({ row }) => row))
      }
      return all
    })
}

async function empty(engine: 'embedded' | 'the same'): Promise<Database> {
  if (engine === 'the same') return newDatabase()
  return openEmbedded(undefined)
}

async function filled(database: Database): Promise<Database> {
  await migrate(database, odd)
  await newPartnership(database)
  await newPartnership(database, { name: 'Œuvre “quoted” Partnership', website: null })
  await fillOdd(ownerOf(database))
  return database
}

async function expectSame(copy: Database, original: Database): Promise<void> {
  expect(await contentOf(copy)).toEqual(await contentOf(original))
  expect(await dumpSchema(ownerOf(copy))).toBe(await dumpSchema(ownerOf(original)))
}

test('what a backup holds comes back digit for digit, with keys, sequences and rights as they were', async () => {
  const { original, file, counts } = standing
  expect(counts.rows).toBe((await contentOf(original)).length)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const copy = await empty('the same')
  const restored = await restore(copy, file, odd)
  expect(restored).toEqual({ madeAt: at.toISOString(), rows: counts.rows, jobs: 0, migrated: [], leftOut: [] })
  await expectSame(copy, original)
  const next = await sql<{ id: number }>`insert into odd (t) values ('next') returning id`.execute(ownerOf(copy))
  expect(next.rows[0]?.id).toBe(4)
  expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([])
})

test.runIf(inject('database').kind === 'postgres')(
  'a backup goes from PostgreSQL to the embedded database and back',
  async () => {
    const original = await filled(await newDatabase())
    const embedded = await empty('embedded')
    const [there, back] = [newFile(), newFile()]
    await backup(original, there, at)
    await restore(embedded, there, odd)
    await expectSame(embedded, original)
    await backup(embedded, back, at)
    await embedded.close()
    const again = await empty('the same')
    await restore(again, back, odd)
    await expectSame(again, original)
  },
)

test('a row longer than a batch comes back whole', async () => {
  const original = await newDatabase()
  await migrate(original, odd)
  await sql`insert into odd (t, content)
    select n::text, decode(repeat(md5(n::text), 163840), 'hex') from generate_series(1, 3) n`.execute(ownerOf(original))
  const file = newFile()
  await backup(original, file, at)
  const copy = await empty('the same')
  await restore(copy, file, odd)
  const digests = (database: Database) =>
    sql`select t, octet_length(content) as size, md5(content) as digest from odd order by t`.execute(ownerOf(database))
  const found = (await digests(copy)).rows
  expect(found).toEqual((await digests(original)).rows)
  // Written as two characters a byte, which is more than the 4 MB of a batch.
  expect(found[0]).toMatchObject({ size: 2.5 * 1024 * 1024 })
})

test('an older backup is loaded into the schema of its day and then migrated', async () => {
  const { file } = standing
  const later = {
    ...odd,
    '2099-02-01T0000-later': forward(async (db) => {
      await sql`alter table odd add column shout text`.execute(db)
      await sql`update odd set shout = upper(coalesce(t, 'none'))`.execute(db)
      await sql`alter table odd alter column shout set not null, drop column floating`.execute(db)
    }),
  }
  const copy = await empty('the same')
  const restored = await restore(copy, file, later)
  expect(restored.migrated).toEqual(['2099-02-01T0000-later'])
  const found = await sql<{ shout: string }>`select shout from odd where t is null`.execute(ownerOf(copy))
  expect(found.rows).toEqual([{ shout: 'NONE' }])
})

test('a database with partnerships is replaced only when asked, and then nothing of it is left', async () => {
  const { original, file } = standing
  const used = await newDatabase()
  await newPartnership(used, { slug: 'another' })
  const before = await contentOf(used)
  await expect(restore(used, file, odd)).rejects.toThrow('The database already holds partnerships')
  expect(await contentOf(used)).toEqual(before)
  await restore(used, file, odd, { replace: true })
  await expectSame(used, original)
})

test('an empty database has nothing to back up; one of another program is left alone, even when it is to be replaced', async () => {
  const { file } = standing
  const before = await readFile(file)
  const theirs = await openEmbedded(undefined)
  await expect(backup(theirs, file, at)).rejects.toThrow('never migrated')
  expect(await readFile(file)).toEqual(before)
  await sql`create table theirs (id integer primary key)`.execute(ownerOf(theirs))
  await expect(restore(theirs, file, odd, { replace: true })).rejects.toThrow('tables of another program')
  expect((await sql`select * from theirs`.execute(ownerOf(theirs))).rows).toEqual([])
  await theirs.close()
})

test('a table that no version of Mercat made is left out and named', async () => {
  const original = await filled(await newDatabase())
  await sql`create table report (id integer primary key)`.execute(ownerOf(original))
  await sql`insert into report values (1)`.execute(ownerOf(original))
  const file = newFile()
  await backup(original, file, at)
  const restored = await restore(await empty('the same'), file, odd)
  expect(restored.leftOut).toEqual(['report'])
})

test('rows that break a rule of the schema leave the database as it was', async () => {
  const original = await filled(await newDatabase())
  await sql`alter table odd_ring drop constraint odd_ring_odd_fkey`.execute(ownerOf(original))
  await sql`insert into odd_ring values (2, 77)`.execute(ownerOf(original))
  const file = newFile()
  await backup(original, file, at)
  const copy = await empty('the same')
  const before = [await contentOf(copy), await dumpSchema(ownerOf(copy))]
  await expect(restore(copy, file, odd)).rejects.toThrow(/odd_ring_odd_fkey/)
  expect([await contentOf(copy), await dumpSchema(ownerOf(copy))]).toEqual(before)
})

test('jobs that had not ended are handed back after the data stands', async () => {
  interface Payload extends JobPayload {
    text: string
  }
  const job = defineJob<Payload>('test.backup')
  const original = await newDatabase()
  await prepareJobs(original, [job])
  const { id } = await newPartnership(original)
  const startAfter = new Date('2030-01-01T00:00:00.123Z')
  await asActor(original, systemActor(id), (db) => enqueue(db, job, { partnershipId: id, text: 'later' }, startAfter))
  const file = newFile()
  expect(await backup(original, file, at)).toMatchObject({ jobs: 1 })
  await asActor(original, systemActor(id), (db) => enqueue(db, job, { partnershipId: id, text: 'stale' }, startAfter))
  const handed: PendingJob[] = []
  const restored = await restore(original, file, migrations, {
    replace: true,
    enqueue: async (jobs) => {
      handed.push(...jobs)
    },
  })
  const data = { partnershipId: id, text: 'later' }
  expect(handed).toEqual([{ queue: 'test.backup', data, startAfter: startAfter.toISOString(), singletonKey: null }])
  expect(restored.jobs).toBe(1)
  const left = await sql`select id from pgboss.job where name = 'test.backup'`.execute(ownerOf(original))
  expect(left.rows).toEqual([])
})

test.runIf(inject('database').kind === 'postgres')(
  'a backup is of one moment, however much is written meanwhile',
  async () => {
    const busy = await newDatabase()
    await migrate(busy, odd)
    let writing = true
    const writer = async () => {
      for (let n = 10; writing; n += 1) {
        // Both tables change together; odd is written to the file before odd_ring, so only one moment has equal counts.
        await ownerOf(busy)
          .transaction()
          .execute(async (tx) => {
            await sql`insert into odd (t) values (${String(n)})`.execute(tx)
            await sql`insert into odd_ring values (${n}, null)`.execute(tx)
          })
      }
    }
    const written = writer()
    const counts: unknown[] = []
    try {
      for (let round = 0; round < 5; round += 1) {
        const file = newFile()
        await backup(busy, file, at)
        const copy = await empty('the same')
        await restore(copy, file, odd)
        const found = await sql<{ same: boolean; some: boolean }>`select
      (select count(*) from odd) + 1 = (select count(*) from odd_ring) as same, exists (select from odd) as some`.execute(
          ownerOf(copy),
        )
        counts.push(found.rows[0]?.same)
      }
    } finally {
      writing = false
      await written
    }
    expect(counts).toEqual([true, true, true, true, true])
  },
)

test('a backup that cannot be made says why and leaves the one before it', async () => {
  const { file } = standing
  const before = await readFile(file)
  await expect(backup(standing.original, join(folder, 'missing', 'x.backup'), at)).rejects.toThrow(
    /The folder of .* does not exist/,
  )
  expect(await readFile(file)).toEqual(before)
})

test('accounts with their passwords and second steps come back; sessions and links do not', async () => {
  const from = await newDatabase()
  const { id } = await newPartnership(from)
  const { email } = await signedInAs(from, { partnership: id, roles: ['broker'] })
  const file = newFile()
  await backup(from, file, at)
  const to = await newDatabase()
  await restore(to, file, migrations)
  const found = await sql<{
    email: string
    sessions: number
  }>`select u.email, (select count(*) from sign_in.session) as sessions
    from sign_in."user" u join account a on a.sign_in_user = u.id join membership m on m.account_id = a.id`.execute(
    ownerOf(to),
  )
  expect(found.rows).toEqual([{ email, sessions: 0 }])
})
