import { sql } from 'kysely'
import { systemActor } from '../../src/core/auth/index.ts'
import { partnershipById } from '../../src/core/auth/partnership.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import { asActor, type Database, type Db } from '../../src/core/db/index.ts'
import type { Id } from '../../src/core/values/index.ts'
import type { Change } from '../../src/procurement/change.ts'
import { askChange } from '../../src/procurement/changes/commands/ask-change.ts'
import { awardContract } from '../../src/procurement/changes/commands/award-contract.ts'
import { contractAt } from '../../src/procurement/queries/contract.ts'
import { shareContract } from '../../src/procurement/sharing/commands/share-contract.ts'
import { copySharedJob, onCopyShared } from '../../src/procurement/sharing/jobs.ts'
import { newPartnership } from './new-partnership.ts'
import { newProvider, sampleAward, sampleLot, staffOf } from './sample-contract.ts'

/** Minutes of the morning on which it all happens. */
export const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 9, minute))

/** A contract of a lead in two lots with a lead provider each, and a partner. */
export async function sharedWorld(database: Database) {
  const { id } = await newPartnership(database)
  const partner = await newPartnership(database)
  const [east, west, taker] = [await newProvider(database), await newProvider(database), await newProvider(database)]
  const partnership = await asActor(database, systemActor(id), (db) => partnershipById(db, id))
  const commissioner = staffOf(partnership, 'commissioner', 'contracts-officer')
  const lots = [
    sampleLot([east.id], { number: '1', name: 'East', areas: ['S12000010'] }),
    sampleLot([west.id, east.id], { number: '2', name: 'West', areas: ['S12000040'] }),
  ]
  const contractId = await asActor(database, commissioner, async (db) => {
    const outcome = await awardContract(db, commissioner, {
      partnership,
      award: sampleAward(lots),
      effectiveOn: '2025-04-01',
      reason: 'Tender of 2025',
      through: 'award',
      published: false,
      at: at(0),
    })
    if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome))
    return outcome.contractId
  })
  const read = (partnershipId: Id, on = '2026-06-01', known?: Date) =>
    asActor(database, systemActor(partnershipId), (db) =>
      contractAt(db, partnershipId, { id: contractId }, { on, known }),
    )
  const original = await read(id)
  const [first, second] = original?.lots ?? []
  if (!original || !first || !second) throw new Error('The contract has not two lots.')
  const share = (over: Partial<Parameters<typeof shareContract>[2]> = {}) =>
    asActor(database, commissioner, (db) =>
      shareContract(db, commissioner, {
        partnershipId: id,
        contractId,
        partnerId: partner.id,
        lotIds: [second.id],
        fromDay: '2026-05-01',
        at: at(1),
        ...over,
      }),
    )
  const change = (asked: Change, version: number, minute: number) =>
    asActor(database, commissioner, (db) =>
      askChange(db, commissioner, {
        partnership,
        contractId,
        asked: { change: asked, effectiveOn: '2026-06-01', reason: 'Agreed', documentId: null, baseVersion: version },
        at: at(minute),
      }),
    )
  const onPartner = <T>(work: (db: Db) => Promise<T>) => asActor(database, systemActor(partner.id), work)
  return {
    database,
    partnership,
    partner,
    commissioner,
    contractId,
    original,
    first,
    second,
    east,
    west,
    taker,
    read,
    share,
    change,
    onPartner,
  }
}

export type SharedWorld = Awaited<ReturnType<typeof sharedWorld>>

/** Does the work of the job, as the worker would. */
export const copyShared = ({ database, partnership, partner, contractId }: SharedWorld, minute: number) => {
  const job = onCopyShared(database, { now: () => at(minute) })
  const context = {
    act: () => Promise.reject(new Error('It acts for two partnerships.')),
    signal: new AbortController().signal,
  }
  return job.handle({ partnershipId: partnership.id, contractId, partnerId: partner.id } as never, context)
}

/** Jobs of copying that wait for a contract. */
export const copiesWaiting = async ({ database, contractId }: SharedWorld) => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pgboss.job
    where name = ${copySharedJob.name} and data ->> 'contractId' = ${contractId}`.execute(ownerOf(database))
  return rows[0]?.count
}
