import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dumpSchema } from '../../../test/support/dump-schema.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { migrations } from '../../migrations.ts'
import { allPartnerships, publicActor } from '../auth/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, type Database } from '../db/index.ts'
import { MercatError } from '../errors/index.ts'
import { backup, restore } from './index.ts'

let folder: string
let database: Database
let whole: Buffer
let before: unknown
const state = async () => [await dumpSchema(ownerOf(database)), await asActor(database, publicActor, allPartnerships)]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mercat-bad-backup-'))
  database = await openNew()
  await newPartnership(database)
  const file = join(folder, 'whole')
  await backup(database, file, new Date('2026-11-22T09:00:00Z'))
  whole = await readFile(file)
  before = await state()
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(async () => {
  expect(await state()).toEqual(before)
})

/** Restores the bytes with leave to replace everything, and returns the sentence of the refusal. */
async function sentenceFor(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'bad')
  await writeFile(file, bytes)
  const error = await restore(database, file, migrations, { replace: true }).catch((thrown: unknown) => thrown)
  if (!(error instanceof MercatError)) throw new Error('It was not refused in a sentence.', { cause: error })
  return error.message.replace(file, 'FILE')
}

const edited = (edit: (text: string) => string) => gzipSync(edit(gunzipSync(whole).toString()))

test('a file that is no backup is told as that', async () => {
  const sentence = 'FILE is not a Mercat backup.'
  expect(await sentenceFor(Buffer.from('area,year,age\nS12000040,2024,75\n'))).toBe(sentence)
  expect(await sentenceFor(gzipSync('{"format":"something else"}\n'))).toBe(sentence)
  expect(await sentenceFor(gzipSync(Buffer.alloc(3_000_000)))).toBe(sentence)
})

test('an empty file, and an empty file that was compressed, are told as empty', async () => {
  expect(await sentenceFor(new Uint8Array())).toBe('FILE is empty.')
  expect(await sentenceFor(gzipSync(''))).toBe('FILE is empty.')
})

test('a file cut short anywhere is refused', async () => {
  for (let share = 1; share < 20; share += 1) {
    const sentence = await sentenceFor(whole.subarray(0, Math.floor((whole.length * share) / 20)))
    expect(sentence).toBe('FILE is cut short: its end is missing.')
  }
  expect(await sentenceFor(whole.subarray(0, -1))).toBe('FILE is cut short: its end is missing.')
  expect(await sentenceFor(edited((text) => text.slice(0, text.lastIndexOf('{"end"'))))).toBe(
    'FILE is cut short: its end is missing.',
  )
})

test('a file with a byte changed anywhere is refused', async () => {
  for (let share = 1; share < 40; share += 1) {
    const bytes = Buffer.from(whole)
    const place = Math.floor((bytes.length * share) / 40)
    bytes[place] = (bytes[place] ?? 0) ^ 0x10
    expect(await sentenceFor(bytes)).toMatch(/^FILE (was changed or damaged|is cut short)/)
  }
})

test('a file that was unpacked, edited and packed again is refused', async () => {
  const sentence = 'FILE was changed or damaged after it was made.'
  expect(await sentenceFor(edited((text) => text.replace('#2f3b52', '#ff0000')))).toBe(sentence)
  expect(
    await sentenceFor(
      edited((text) => text.replace('{"table":"partnership","rows":1}', '{"table":"partnership","rows":2}')),
    ),
  ).toBe(sentence)
  expect(await sentenceFor(edited((text) => `${text}{"more":1}\n`))).toBe(sentence)
  expect(await sentenceFor(edited((text) => text.replace('"migrations":[', '"migrations":{')))).toBe(sentence)
})

test('a backup of a newer version is refused, by its format and by its migrations', async () => {
  const sentence = 'FILE was made by a newer version of Mercat than this one.'
  expect(await sentenceFor(edited((text) => text.replace('"version":1', '"version":2')))).toBe(sentence)
  const file = join(folder, 'whole')
  const older = Object.fromEntries(Object.entries(migrations).slice(0, -1))
  await expect(restore(database, file, older, { replace: true })).rejects.toThrow('newer version of Mercat')
})

test('a missing file and a folder get a sentence', async () => {
  const missing = join(folder, 'missing')
  await expect(restore(database, missing, migrations)).rejects.toThrow(`There is no file ${missing}.`)
  const inside = join(folder, 'folder')
  await mkdir(inside)
  await expect(restore(database, inside, migrations)).rejects.toThrow(`${inside} is a folder, not a backup.`)
})
