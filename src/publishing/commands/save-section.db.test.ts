import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, paragraph } from '../../../test/support/blocks.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Actor, publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../core/db/index.ts'
import { entriesOf, verifyLedger } from '../../core/ledger/index.ts'
import { newId } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { blockBounds } from '../block-reader.ts'
import { draftsOf, sectionDraft, sectionHistory, sectionVersion } from '../queries/drafts.ts'
import { restoreVersion } from './restore-version.ts'
import { saveSection } from './save-section.ts'

const at = new Date('2026-11-22T18:00:00Z')
const [one, two] = [paragraph(1, 'One.'), paragraph(2, 'Two.')]

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

async function written() {
  const { id: partnershipId } = await newPartnership(database)
  const writer: Actor = { kind: 'staff', accountId: newId(), partnershipId, roles: ['commissioner'] }
  const on = { partnershipId, section: 'demand', at } as const
  const within = <T>(work: (db: Db) => Promise<T>) => asActor(database, writer, work)
  const save = (base: number, blocks: readonly Block[]) =>
    within((db) => saveSection(db, writer, { ...on, base, blocks }))
  const draft = () => within((db) => sectionDraft(db, partnershipId, 'demand'))
  return { database, partnershipId, writer, on, within, save, draft }
}

test('each saving is a version with its writer, and saving the same again is none', async () => {
  const { writer, save, draft, within, partnershipId } = await written()
  expect(await draft()).toMatchObject({ version: 0, blocks: [], writtenBy: null })
  expect(await save(0, [one])).toEqual({ outcome: 'saved', version: 1, blocks: [one] })
  expect(await save(1, [one, two])).toMatchObject({ outcome: 'saved', version: 2 })
  expect(await save(2, [one, two])).toMatchObject({ outcome: 'unchanged', version: 2 })
  expect(await draft()).toEqual({
    version: 2,
    blocks: [one, two],
    writtenAt: at,
    writtenBy: 'accountId' in writer ? writer.accountId : null,
    origin: 'written',
  })
  const history = await within((db) => sectionHistory(db, partnershipId, 'demand', { limit: 1 }))
  expect(history).toMatchObject({ versions: [{ version: 2 }], next: 2 })
  const rest = await within((db) => sectionHistory(db, partnershipId, 'demand', { before: 2, limit: 1 }))
  expect(rest).toMatchObject({ versions: [{ version: 1 }], next: null })
  expect([...(await within((db) => draftsOf(db, partnershipId))).keys()]).toEqual(['demand'])
})

test('who saves after a colleague gets both changes', async () => {
  const { save, draft } = await written()
  await save(0, [one, two])
  await save(1, [paragraph(1, 'One, by them.'), two])
  const blocks = [paragraph(1, 'One, by them.'), paragraph(2, 'Two, by me.')]
  expect(await save(1, [one, paragraph(2, 'Two, by me.')])).toEqual({
    outcome: 'merged',
    version: 3,
    blocks,
    theirVersion: 2,
  })
  expect(await draft()).toMatchObject({ version: 3, blocks, origin: 'merged' })
})

test('the same block changed twice is not saved: both texts come back, and the choice is saved over theirs', async () => {
  const { save, draft } = await written()
  await save(0, [one])
  await save(1, [paragraph(1, 'Theirs.')])
  const saving = await save(1, [paragraph(1, 'Mine.')])
  expect(saving).toMatchObject({
    outcome: 'conflict',
    theirVersion: 2,
    conflicts: [{ id: idOf(1), base: one, mine: { text: 'Mine.' }, theirs: { text: 'Theirs.' } }],
  })
  expect(await draft()).toMatchObject({ version: 2 })
  expect(await save(2, [paragraph(1, 'Mine and theirs.')])).toMatchObject({ outcome: 'saved', version: 3 })
})

test('many who save at the same moment lose nothing', async () => {
  const { save, draft, database, partnershipId } = await written()
  await save(0, [one])
  const numbers = [2, 3, 4, 5, 6]
  const savings = await Promise.all(numbers.map((number) => save(1, [one, paragraph(number, `Block ${number}.`)])))
  expect(savings.every(({ outcome }) => outcome === 'saved' || outcome === 'merged')).toBe(true)
  const { version, blocks } = await draft()
  expect(version).toBe(6)
  expect(blocks.map(({ id }) => id).toSorted()).toEqual([1, ...numbers].map(idOf))
  const found = await asActor(database, systemActor(partnershipId), async (db) => ({
    chain: await verifyLedger(db, partnershipId),
    entries: await entriesOf(db, partnershipId, { kind: 'section', id: 'demand' }),
  }))
  expect(found.chain).toMatchObject({ ok: true, entries: 6 })
  expect(found.entries.map(({ event }) => event)).toEqual(Array(6).fill('publishing.section-written'))
})

test('an earlier version stands again as a new one, and what stood since stays in the history', async () => {
  const { save, draft, within, writer, on } = await written()
  await save(0, [one])
  await save(1, [two])
  expect(await within((db) => restoreVersion(db, writer, { ...on, version: 1 }))).toEqual({
    outcome: 'saved',
    version: 3,
  })
  expect(await draft()).toMatchObject({ version: 3, blocks: [one], origin: 'restored' })
  expect(await within((db) => restoreVersion(db, writer, { ...on, version: 1 }))).toEqual({
    outcome: 'unchanged',
    version: 3,
  })
  expect(await within((db) => sectionVersion(db, on.partnershipId, 'demand', 2))).toMatchObject({ blocks: [two] })
})

test('a version that does not exist is not found', async () => {
  const { save, within, writer, on } = await written()
  await expect(save(7, [one])).rejects.toMatchObject({ kind: 'not-found' })
  await expect(within((db) => restoreVersion(db, writer, { ...on, version: 7 }))).rejects.toMatchObject({
    kind: 'not-found',
  })
})

test('two halves of a section that together are too much are refused in a sentence', async () => {
  const { save } = await written()
  const many = (from: number) => Array.from({ length: blockBounds.blocks - 1 }, (_, at) => paragraph(from + at, 'x'))
  await save(0, many(0))
  await expect(save(0, many(1000))).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('The section has 398 blocks, and 200 is the most.'),
    advice: 'It is about the section “Need”.',
  })
})

test('drafts are seen by nobody else: not by the public, not by another partnership', async () => {
  const { database, partnershipId, save } = await written()
  await save(0, [one])
  const { id: other } = await newPartnership(database)
  for (const actor of [publicActor, systemActor(other)]) {
    expect(await asActor(database, actor, (db) => sectionDraft(db, partnershipId, 'demand'))).toMatchObject({
      version: 0,
    })
    const save = asActor(database, actor, (db) =>
      saveSection(db, actor, { partnershipId, section: 'supply', base: 0, blocks: [one], at }),
    )
    await expect(save).rejects.toThrow(/row-level security/)
  }
})
