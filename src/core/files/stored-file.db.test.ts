import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Actor, publicActor, systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { type Id, newId, sha256 } from '../values/index.ts'
import { fileByDigest, keepFile, largestFile } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const at = new Date('2026-11-22T09:00:00Z')
const everyByte = (seed: string) => new Uint8Array([...Array(256).keys(), ...new TextEncoder().encode(seed)])
const staffOf = (partnershipId: Id): Actor => ({
  kind: 'staff',
  accountId: newId(),
  partnershipId,
  roles: ['commissioner'],
})
const keep = (actor: Actor, bytes: Uint8Array, over: { partnershipId?: Id; published?: boolean } = {}) =>
  asActor(database, actor, (db) => keepFile(db, { name: 'figures.csv', mediaType: 'text/csv', bytes, at, ...over }))
const fetch = (actor: Actor, digest: string) => asActor(database, actor, (db) => fileByDigest(db, digest))

test('content comes back byte for byte, as a plain Uint8Array on either engine', async () => {
  const { id } = await newPartnership(database)
  const bytes = everyByte('round trip')
  const kept = await keep(staffOf(id), bytes, { partnershipId: id })
  expect(kept).toEqual({ digest: sha256(bytes), size: bytes.length })
  const found = await fetch(staffOf(id), kept.digest)
  expect(Object.getPrototypeOf(found.bytes)).toBe(Uint8Array.prototype)
  expect(found).toEqual({ ...kept, mediaType: 'text/csv', firstStoredAt: at, bytes })
})

test('the same content is stored once, and publishing it later is not lost', async () => {
  const { id } = await newPartnership(database)
  const bytes = everyByte('twice')
  const first = await keep(staffOf(id), bytes, { partnershipId: id })
  await expect(fetch(publicActor, first.digest)).rejects.toThrow('The file was not found.')
  await keep(staffOf(id), bytes, { partnershipId: id, published: true })
  await keep(staffOf(id), bytes, { partnershipId: id })
  expect((await fetch(publicActor, first.digest)).size).toBe(first.size)
})

test('a partnership does not see the content of another, even when it knows the digest', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  const { digest } = await keep(staffOf(theirs.id), everyByte('secret'), { partnershipId: theirs.id })
  await expect(fetch(staffOf(mine.id), digest)).rejects.toThrow('The file was not found.')
  await expect(keep(staffOf(mine.id), everyByte('forged'), { partnershipId: theirs.id })).rejects.toThrow(
    /row-level security/,
  )
})

test('shared content is written only by the product at work for all, and read by staff but not the public', async () => {
  const { id } = await newPartnership(database)
  const bytes = everyByte('shared')
  await expect(keep(staffOf(id), bytes)).rejects.toThrow(/row-level security/)
  await expect(keep(systemActor(id), bytes)).rejects.toThrow(/row-level security/)
  const { digest } = await keep(systemActor(), bytes)
  expect((await fetch(staffOf(id), digest)).size).toBe(bytes.length)
  await expect(fetch(publicActor, digest)).rejects.toThrow('The file was not found.')
})

test('an empty file and one above 64 MiB are refused in a sentence', async () => {
  await expect(keep(systemActor(), new Uint8Array())).rejects.toThrow('figures.csv is empty.')
  await expect(keep(systemActor(), new Uint8Array(largestFile + 1))).rejects.toThrow(
    'figures.csv is larger than 64 MiB, the most that can be kept in one file.',
  )
})

test('a file of the full 64 MiB is kept and found', async () => {
  const { digest } = await keep(systemActor(), new Uint8Array(largestFile).fill(7))
  const { bytes } = await fetch(systemActor(), digest)
  expect(bytes.length).toBe(largestFile)
  expect(sha256(bytes)).toBe(digest)
}, 600_000)
