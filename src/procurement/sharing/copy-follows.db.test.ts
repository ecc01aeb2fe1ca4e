import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { at, copiesWaiting, copyShared, type SharedWorld, sharedWorld } from '../../../test/support/shared-contract.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { removePartnerships } from '../../core/db/remove-partnerships.ts'
import { fileByDigest } from '../../core/files/index.ts'
import { prepareJobs } from '../../core/jobs/index.ts'
import type { Id } from '../../core/values/index.ts'
import { liftSuspension, suspendProvider } from '../../providers/index.ts'
import { addDocument } from '../register/commands/add-document.ts'
import { documentsOf } from '../register/queries/documents.ts'
import { askCopies } from './commands/ask-copies.ts'
import { copySharedJob } from './jobs.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
  await prepareJobs(database, [copySharedJob])
})
afterAll(() => database.close())

const keepDocument = (
  w: SharedWorld,
  partnershipId: Id,
  kind: 'specification' | 'decision',
  text: string,
  minute = 1,
) => {
  const actor = systemActor(partnershipId)
  return asActor(database, actor, (db) =>
    addDocument(db, actor, {
      partnership: { id: partnershipId },
      contractId: w.contractId,
      document: {
        kind,
        title: `The ${kind}`,
        name: `${kind}.txt`,
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(`${text}, ${w.contractId}`),
        holdsFrom: '2026-04-01',
      },
      at: at(minute),
    }),
  )
}

test('the specification goes with it and its next version follows, what was decided does not', async () => {
  const w = await sharedWorld(database)
  await keepDocument(w, w.partnership.id, 'specification', 'What care is to be')
  await keepDocument(w, w.partnership.id, 'decision', 'Who got it and why')
  await w.share()
  await copyShared(w, 2)
  const theirs = () => w.onPartner((db) => documentsOf(db, w.partner.id, w.contractId))
  const [first] = await theirs()
  const { bytes } = await w.onPartner((db) => fileByDigest(db, first?.digest ?? ''))
  expect(new TextDecoder().decode(bytes)).toContain('What care is to be')

  const before = await copiesWaiting(w)
  await keepDocument(w, w.partnership.id, 'specification', 'What care is to be now', 3)
  expect(await copiesWaiting(w)).toBe((before ?? 0) + 1)
  await copyShared(w, 4)
  expect((await theirs()).map(({ title, version }) => [title, version])).toEqual([
    ['The specification', 2],
    ['The specification', 1],
  ])
  await w.onPartner((db) => fileByDigest(db, first?.digest ?? ''))
})

test('the specification of a shared contract is its lead’s; what the partner keeps beside it is its own', async () => {
  const w = await sharedWorld(database)
  await w.share()
  await copyShared(w, 2)
  await expect(keepDocument(w, w.partner.id, 'specification', 'Ours')).rejects.toThrow('led by another partnership')
  await keepDocument(w, w.partner.id, 'decision', 'Why we joined')
  await keepDocument(w, w.partnership.id, 'specification', 'What care is to be', 3)
  await copyShared(w, 4)
  const titles = await w.onPartner((db) => documentsOf(db, w.partner.id, w.contractId))
  expect(titles.map(({ title }) => title)).toEqual(['The decision', 'The specification'])
})

test('once the partner places with a provider again, its place comes back', async () => {
  const w = await sharedWorld(database)
  const partnershipId = w.partner.id
  const suspended = await w.onPartner((db) =>
    suspendProvider(db, systemActor(partnershipId), {
      partnershipId,
      organisationId: w.east.id,
      from: '2026-05-04',
      until: null,
      reason: 'Grades fell',
      at: new Date('2026-05-03T22:00:00Z'),
    }),
  )
  if (suspended.outcome !== 'suspended') throw new Error(suspended.sentence)
  await w.share()
  await copyShared(w, 2)
  const standing = async () => (await w.read(partnershipId))?.lots[0]?.standings.map((each) => each.organisationId)
  expect(await standing()).toEqual([w.west.id])
  const before = await copiesWaiting(w)
  await w.onPartner(async (db) => {
    await askCopies(db, partnershipId)
    const lift = { partnershipId, id: suspended.id, reason: 'Grades rose', at: at(6) }
    expect(await liftSuspension(db, systemActor(partnershipId), lift)).toEqual({ outcome: 'lifted' })
  })
  expect(await copiesWaiting(w)).toBe((before ?? 0) + 1)
  await copyShared(w, 7)
  expect(await standing()).toEqual([w.west.id, w.east.id])
})

test('what a partnership led stays with the partner when the lead is taken away, and is its own', async () => {
  const w = await sharedWorld(database)
  await w.share()
  await copyShared(w, 2)
  await removePartnerships(database, [w.partnership.id])
  expect(await w.read(w.partner.id)).toMatchObject({ id: w.contractId, sharedFrom: null, lots: [{ id: w.second.id }] })
})
