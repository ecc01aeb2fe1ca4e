import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { nextReference, nextReferences } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const next = (id: Id, kind = 'PKG', prefix = 'WL') =>
  asActor(database, systemActor(id), (db) => nextReference(db, { id, prefix }, kind))

test('references count from one, by partnership and kind', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  expect(await next(mine.id)).toBe('WL-PKG-00001')
  expect(await next(mine.id)).toBe('WL-PKG-00002')
  expect(await next(mine.id, 'OFF')).toBe('WL-OFF-00001')
  expect(await next(theirs.id, 'PKG', 'IN')).toBe('IN-PKG-00001')
})

test('several at once follow each other, and the next one follows them', async () => {
  const { id } = await newPartnership(database)
  const several = (count: number) =>
    asActor(database, systemActor(id), (db) => nextReferences(db, { id, prefix: 'WL' }, 'PKG', count))
  expect(await several(0)).toEqual([])
  expect(await several(2)).toEqual(['WL-PKG-00001', 'WL-PKG-00002'])
  expect(await next(id)).toBe('WL-PKG-00003')
  expect(await several(2)).toEqual(['WL-PKG-00004', 'WL-PKG-00005'])
})

test('a transaction that fails gives its number back, so there is no gap', async () => {
  const { id } = await newPartnership(database)
  await next(id)
  const failing = asActor(database, systemActor(id), async (db) => {
    expect(await nextReference(db, { id, prefix: 'WL' }, 'PKG')).toBe('WL-PKG-00002')
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await next(id)).toBe('WL-PKG-00002')
})

test('no number is given twice to those who ask at the same time', async () => {
  const { id } = await newPartnership(database)
  const given = await Promise.all(Array.from({ length: 20 }, () => next(id)))
  expect(given.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `WL-PKG-000${String(n + 1).padStart(2, '0')}`))
})

test('a partnership cannot count for another', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  const reach = asActor(database, systemActor(mine.id), (db) =>
    nextReference(db, { id: theirs.id, prefix: 'X' }, 'PKG'),
  )
  await expect(reach).rejects.toThrow(/row-level security/)
})
