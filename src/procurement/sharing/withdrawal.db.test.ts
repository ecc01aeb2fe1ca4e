import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { at, copiesWaiting, copyShared, type SharedWorld, sharedWorld } from '../../../test/support/shared-contract.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { prepareJobs } from '../../core/jobs/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { lotsFor } from '../queries/lots.ts'
import { procurement } from '../schema/index.ts'
import { withdrawShare } from './commands/withdraw-share.ts'
import { copySharedJob } from './jobs.ts'
import { sharesOf } from './queries/shares.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
  await prepareJobs(database, [copySharedJob])
})
afterAll(() => database.close())

const reason = 'East Lothian buys for itself'

const withdraw = (w: SharedWorld, untilDay: string, minute: number) =>
  asActor(database, w.commissioner, (db) =>
    withdrawShare(db, w.commissioner, {
      partnershipId: w.partnership.id,
      contractId: w.contractId,
      partnerId: w.partner.id,
      untilDay,
      reason,
      at: at(minute),
    }),
  )

const told = (w: SharedWorld, partnershipId: Id) =>
  asActor(database, systemActor(partnershipId), (db) =>
    entriesOf(db, partnershipId, { kind: 'contract', id: w.contractId }),
  )

test('the partner’s copy is told once that its part ends, keeps what was, and places nobody from that day', async () => {
  const w = await sharedWorld(database)
  await w.share()
  await copyShared(w, 2)
  const before = await w.read(w.partner.id)
  const waiting = (await copiesWaiting(w)) ?? 0
  expect(await withdraw(w, '2026-07-01', 3)).toEqual({ outcome: 'withdrawn' })
  expect(await copiesWaiting(w)).toBe(waiting + 1)
  await Promise.all([copyShared(w, 4), copyShared(w, 5)])
  const after = await w.read(w.partner.id)
  await copyShared(w, 6)
  expect(await w.read(w.partner.id)).toEqual(after)
  expect(await told(w, w.partner.id)).toHaveLength(2)
  expect((await told(w, w.partnership.id)).at(-1)).toMatchObject({
    event: 'procurement.share-withdrawn',
    payload: { partnerId: w.partner.id, untilDay: '2026-07-01', reason },
  })

  expect(after?.sharedFrom?.ended).toEqual({ until: '2026-07-01', reason })
  expect(after?.lots[0]?.standings.map(({ from, until }) => [from, until])).toEqual([
    ['2026-05-01', '2026-07-01'],
    ['2026-05-01', '2026-07-01'],
  ])
  expect(after?.terms.at(-1)?.until).toBe('2026-07-01')
  // What only the lead can still extend is nothing to decide there.
  expect(after?.options.map(({ decision }) => decision)).toEqual(['declined', 'declined'])
  const offered = async (on: string) =>
    (
      await w.onPartner((db) =>
        lotsFor(db, { partnershipId: w.partner.id, serviceType: 'care-at-home', area: 'S12000040', on }),
      )
    ).length
  expect([await offered('2026-06-30'), await offered('2026-07-01')]).toEqual([2, 0])
  // As it was known before, nothing was to end.
  const asKnown = await w.read(w.partner.id, '2026-06-01', at(2))
  expect(asKnown?.terms).toEqual(before?.terms)
  expect(asKnown?.options).toEqual(before?.options)
  expect(asKnown?.lots).toEqual(before?.lots)
  // The lead's own stays as it was.
  expect(await w.read(w.partnership.id)).toEqual(w.original)
  const [share] = await asActor(database, w.commissioner, (db) => sharesOf(db, w.partnership.id, w.contractId))
  expect(share).toMatchObject({ ended: { until: '2026-07-01', reason }, copiedVersion: w.original.version })
})

test('a change of the lead reaches the copy for the days that it is still shared, and no others', async () => {
  const w = await sharedWorld(database)
  await w.share()
  await withdraw(w, '2026-07-01', 3)
  const [option] = w.original.options
  await w.change({ kind: 'extension', optionId: option?.id ?? '' }, w.original.version, 4)
  await copyShared(w, 5)
  const theirs = await w.read(w.partner.id)
  expect(theirs?.version).toBe(w.original.version + 1)
  expect(theirs?.terms.at(-1)?.until).toBe('2026-07-01')
})

test('a share withdrawn before its day comes can go on, and one that has ended can’t', async () => {
  const w = await sharedWorld(database)
  await w.share()
  await copyShared(w, 2)
  const before = await w.read(w.partner.id)
  await withdraw(w, '2026-07-01', 3)
  await copyShared(w, 4)
  expect(await w.share({ fromDay: '2026-06-01', at: at(5) })).toEqual({ outcome: 'shared' })
  await copyShared(w, 6)
  expect(await w.read(w.partner.id)).toEqual(before)
  await withdraw(w, '2026-05-04', 7)
  expect(await w.share({ at: at(8) })).toMatchObject({ outcome: 'refused', because: 'ended', field: 'partner' })
  expect(await withdraw(w, '2026-07-01', 9)).toMatchObject({ outcome: 'refused', because: 'ended' })
})

test('a share is not withdrawn for days that have passed, nor before it began, nor without a reason', async () => {
  const w = await sharedWorld(database)
  await w.share()
  expect(await withdraw(w, '2026-05-03', 3)).toMatchObject({ outcome: 'refused', because: 'past' })
  expect(await withdraw(w, '2026-04-30', 3)).toMatchObject({ outcome: 'refused', because: 'before-it-began' })
  await expect(withdraw({ ...w, partner: w.partnership } as SharedWorld, '2026-07-01', 3)).rejects.toThrow('not found')
  const raw = asActor(database, w.commissioner, (db) =>
    procurement(db)
      .updateTable('contract_share')
      .set({ until_day: '2026-07-01', ended_at: at(3) })
      .where('partnership_id', '=', w.partnership.id)
      .execute(),
  )
  await expect(raw).rejects.toThrow('an_ended_share_says_why')
})
