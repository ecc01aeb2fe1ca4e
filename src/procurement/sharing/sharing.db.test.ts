import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { staffOf } from '../../../test/support/sample-contract.ts'
import { at, copiesWaiting, copyShared, sharedWorld } from '../../../test/support/shared-contract.ts'
import { systemActor } from '../../core/auth/index.ts'
import { partnershipById } from '../../core/auth/partnership.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { prepareJobs } from '../../core/jobs/index.ts'
import { entriesOf, verifyLedger } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { suspendProvider } from '../../providers/index.ts'
import { askChange } from '../changes/commands/ask-change.ts'
import { lotsFor } from '../queries/lots.ts'
import { procurement } from '../schema/index.ts'
import { shareContract } from './commands/share-contract.ts'
import { copySharedJob } from './jobs.ts'
import { sharesOf } from './queries/shares.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
  await prepareJobs(database, [copySharedJob])
})
afterAll(() => database.close())

test('a partner gets its part, under a reference of its own, and no more of it', async () => {
  const w = await sharedWorld(database)
  expect(await w.share()).toEqual({ outcome: 'shared' })
  await copyShared(w, 2)
  const theirs = await w.read(w.partner.id)
  expect(theirs).toMatchObject({
    id: w.contractId,
    version: w.original.version,
    sharedFrom: { partnershipId: w.partnership.id, contractId: w.contractId },
    terms: w.original.terms,
    detail: { ...w.original.detail, yearlyPence: null, yearlyBasis: null },
  })
  expect(theirs?.reference).not.toBe(w.original.reference)
  expect(theirs?.options).toEqual(w.original.options)
  expect(theirs?.lots.map(({ id }) => id)).toEqual([w.second.id])
  // Nobody stands there before the partner's part began; prices and ranks are the lead's.
  expect(theirs?.lots[0]?.standings.map(({ organisationId, rank, from }) => [organisationId, rank, from])).toEqual([
    [w.west.id, 1, '2026-05-01'],
    [w.east.id, 2, '2026-05-01'],
  ])
  expect(theirs?.lots[0]?.rateLines).toEqual(w.second.rateLines)
  const offers = (on: string) =>
    w.onPartner((db) =>
      lotsFor(db, { partnershipId: w.partner.id, serviceType: 'care-at-home', area: 'S12000040', on }),
    )
  expect((await offers('2026-06-01')).map(({ provider, rank, rate }) => [provider.id, rank, rate?.pence])).toEqual([
    [w.west.id, 1, 2100],
    [w.east.id, 2, 2150],
  ])
  expect(await offers('2026-04-30')).toEqual([])
  const [share] = await asActor(database, w.commissioner, (db) => sharesOf(db, w.partnership.id, w.contractId))
  expect(share).toMatchObject({ partnerId: w.partner.id, copiedVersion: w.original.version })
})

test('doing the work again changes nothing, and a change of the lead follows', async () => {
  const w = await sharedWorld(database)
  await w.share()
  await copyShared(w, 2)
  const told = () => w.onPartner((db) => entriesOf(db, w.partner.id, { kind: 'contract', id: w.contractId }))
  const before = await w.read(w.partner.id)
  await copyShared(w, 3)
  expect(await w.read(w.partner.id)).toEqual(before)
  expect(await told()).toHaveLength(1)

  const [option] = w.original.options
  const extended = await w.change({ kind: 'extension', optionId: option?.id ?? '' }, w.original.version, 10)
  expect(extended).toMatchObject({ outcome: 'applied' })
  expect((await w.read(w.partner.id))?.options[0]?.decision).toBe('open')
  await Promise.all([copyShared(w, 11), copyShared(w, 11)])
  const after = await w.read(w.partner.id)
  const original = await w.read(w.partnership.id)
  expect(after).toMatchObject({ version: w.original.version + 1, terms: original?.terms, options: original?.options })
  expect(after?.reference).toBe(before?.reference)
  expect(await told()).toHaveLength(2)
  // As it was known before the change, it is as it was.
  expect((await w.read(w.partner.id, '2026-06-01', at(5)))?.terms).toEqual(w.original.terms)
  const verified = await w.onPartner((db) => verifyLedger(db, w.partner.id))
  expect(verified).toMatchObject({ ok: true })
})

test('a change of a shared contract has its copies brought up to date, and one that nobody shares none', async () => {
  const w = await sharedWorld(database)
  expect(await copiesWaiting(w)).toBe(0)
  await w.change({ kind: 'suspension', lotProviderId: null, until: null }, w.original.version, 3)
  expect(await copiesWaiting(w)).toBe(0)
  await w.share()
  expect(await copiesWaiting(w)).toBe(1)
  await w.change({ kind: 'resumption', lotProviderId: null }, w.original.version + 1, 6)
  expect(await copiesWaiting(w)).toBe(2)
})

test('whom the partner places nothing with is left out there, and said so', async () => {
  const w = await sharedWorld(database)
  await w.onPartner(async (db) => {
    const suspended = await suspendProvider(db, systemActor(w.partner.id), {
      partnershipId: w.partner.id,
      organisationId: w.east.id,
      from: '2026-05-04',
      until: null,
      reason: 'Grades fell',
      at: new Date('2026-05-03T22:00:00Z'),
    })
    expect(suspended.outcome).toBe('suspended')
  })
  await w.share({ lotIds: [w.first.id, w.second.id] })
  await copyShared(w, 2)
  const theirs = await w.read(w.partner.id)
  expect(theirs?.lots.map(({ standings }) => standings.map(({ organisationId }) => organisationId))).toEqual([
    [],
    [w.west.id],
  ])
  // A lot that has lost its lead there is not offered from.
  const inEast = { partnershipId: w.partner.id, serviceType: 'care-at-home', area: 'S12000010', on: '2026-06-01' }
  expect(await w.onPartner((db) => lotsFor(db, inEast))).toEqual([])
  const [entry] = await w.onPartner((db) => entriesOf(db, w.partner.id, { kind: 'contract', id: w.contractId }))
  expect(entry?.payload).toMatchObject({ leftOut: [w.east.id] })
})

test('neither partnership reaches the other’s rows, and the copy is changed by the lead alone', async () => {
  const w = await sharedWorld(database)
  await w.share()
  await copyShared(w, 2)
  const rowsOf = (partnershipId: Id, reader: Id) =>
    asActor(database, systemActor(reader), async (db) => {
      const tables = [
        'contract',
        'contract_detail',
        'contract_term',
        'lot',
        'standing',
        'rate',
        'contract_share',
      ] as const
      const counts: number[] = []
      for (const table of tables) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
          where partnership_id = ${partnershipId}`.execute(procurement(db))
        counts.push(rows[0]?.n ?? -1)
      }
      return counts
    })
  expect(await rowsOf(w.partnership.id, w.partner.id)).toEqual([0, 0, 0, 0, 0, 0, 0])
  expect(await rowsOf(w.partner.id, w.partnership.id)).toEqual([0, 0, 0, 0, 0, 0, 0])
  expect((await rowsOf(w.partner.id, w.partner.id)).slice(0, 4)).toEqual([1, 1, 1, 1])
  const theirOfficer = staffOf(w.partner, 'commissioner', 'contracts-officer')
  const refused = await asActor(database, theirOfficer, async (db) =>
    askChange(db, theirOfficer, {
      partnership: await partnershipById(db, w.partner.id),
      contractId: w.contractId,
      asked: {
        change: { kind: 'early-end' },
        effectiveOn: '2026-07-01',
        reason: 'Ours to end?',
        documentId: null,
        baseVersion: w.original.version,
      },
      at: at(9),
    }),
  )
  expect(refused).toMatchObject({ outcome: 'refused', because: 'led-by-another' })
  const again = await asActor(database, theirOfficer, (db) =>
    shareContract(db, theirOfficer, {
      partnershipId: w.partner.id,
      contractId: w.contractId,
      partnerId: w.partnership.id,
      lotIds: [w.second.id],
      fromDay: '2026-05-01',
      at: at(9),
    }),
  )
  expect(again).toMatchObject({ outcome: 'refused', because: 'led-by-another' })
})

test('a share grows, and is refused in a sentence where it can’t be', async () => {
  const w = await sharedWorld(database)
  const refused = async (over: Parameters<typeof w.share>[0], because: string) =>
    expect(await w.share(over)).toMatchObject({ outcome: 'refused', because })
  await refused({ lotIds: [] }, 'no-lot')
  await refused({ lotIds: [w.contractId] }, 'unknown-lot')
  await refused({ partnerId: w.partnership.id }, 'itself')
  await refused({ fromDay: '2028-04-01' }, 'over')
  await w.share()
  await copyShared(w, 2)
  await refused({ lotIds: [w.first.id] }, 'taken-away')
  await w.share({ lotIds: [w.first.id, w.second.id] })
  await copyShared(w, 3)
  expect((await w.read(w.partner.id))?.lots.map(({ id }) => id)).toEqual([w.first.id, w.second.id])
  const [share] = await asActor(database, w.commissioner, (db) => sharesOf(db, w.partnership.id, w.contractId))
  expect(share).toMatchObject({ lotIds: [w.first.id, w.second.id], copiedVersion: w.original.version })
})
