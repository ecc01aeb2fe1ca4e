import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { newDatabase } from '../../../test/support/new-database.ts'
import { ownerOf } from './database.ts'

const inTransaction = async <T>(work: (owner: Kysely<unknown>) => Promise<T>): Promise<T> =>
  ownerOf(await newDatabase())
    .transaction()
    .execute(work)

test('a statement that is asked again and again answers from what the tables hold, also once they have other columns', () =>
  inTransaction(async (owner) => {
    await sql`create table thing (id integer primary key, made timestamptz, tree jsonb, days date[])`.execute(owner)
    const thing = async (id: number) => (await sql`select * from thing where id = ${id}`.execute(owner)).rows
    const made = new Date('2026-11-22T18:00:00Z')
    for (let id = 1; id <= 210; id += 1) {
      const tree = JSON.stringify({ id })
      await sql`insert into thing values (${id}, ${made}, cast(${tree} as text)::jsonb, ${['2026-02-28']})`.execute(
        owner,
      )
      expect(await thing(id)).toEqual([{ id, made, tree: { id }, days: expect.anything() }])
    }
    await sql`alter table thing add column note text default 'none'`.execute(owner)
    expect(await thing(1)).toMatchObject([{ id: 1, made, tree: { id: 1 }, note: 'none' }])
    const changed = await sql`update thing set note = ${'some'} where id <= ${3}`.execute(owner)
    expect(changed.numAffectedRows).toBe(3n)
  }))

test('a kept statement that fails can be undone to a savepoint, and asked again', () =>
  inTransaction(async (owner) => {
    const part = (by: number) => sql<{ part: number }>`select 6 / ${by}::integer as part`.execute(owner)
    for (let time = 0; time < 3; time += 1) {
      expect((await part(2)).rows).toEqual([{ part: 3 }])
      await sql`savepoint here`.execute(owner)
      await expect(part(0)).rejects.toMatchObject({ code: '22012' })
      await expect(part(2)).rejects.toMatchObject({ code: '25P02' })
      await sql`rollback to savepoint here`.execute(owner)
    }
  }))

test('no plan is kept for a list of values, which may be of ten or of thousands', () =>
  inTransaction(async (owner) => {
    for (let time = 0; time < 4; time += 1) {
      const { rows } = await sql`select 1 as there where 3 = any(${[time, 3]}::integer[])`.execute(owner)
      expect(rows).toEqual([{ there: 1 }])
    }
    const kept =
      await sql`select statement from pg_prepared_statements where statement like '%as there where 3%'`.execute(owner)
    expect(kept.rows).toEqual([])
  }))
