import { allPartnerships, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { working } from '../../commands/work.ts'
import { isPlayedBehind } from '../../week/queries/is-played-behind.ts'
import { duePackages } from '../queries/due-packages.ts'
import { type Settled, settleDue } from './settle-due.ts'

/** Packages that are looked up at a time. */
const atOnce = 200

/**
 * Does everything that is due by an instant, of one partnership or of all: each package in a transaction of its own, in
 * the order in which it fell due. It goes by the tables alone, so that nothing is lost with a hint or a worker; done
 * again, or twice at once, it changes nothing. A package that fails keeps no other waiting.
 */
export async function dueWork(
  database: Database,
  at: Date,
  partnershipId?: Id,
  given: () => boolean = () => false,
): Promise<Settled> {
  const partnerships = partnershipId ? [{ id: partnershipId }] : await asActor(database, systemActor(), allPartnerships)
  let sum: Settled = { lapsed: 0, reminded: 0, escalated: 0 }
  const failures: unknown[] = []
  for (const { id } of partnerships) {
    if (await asActor(database, systemActor(id), (db) => isPlayedBehind(db, id, at))) continue
    const seen = new Set<Id>()
    while (!given()) {
      const due = await asActor(database, systemActor(id), (db) => duePackages(db, id, at, atOnce + failures.length))
      const left = due.filter((packageId) => !seen.has(packageId))
      if (left.length === 0) break
      for (const packageId of left) {
        if (given()) break
        seen.add(packageId)
        try {
          sum = added(sum, await settleOne(database, at, id, packageId))
        } catch (error) {
          failures.push(error)
        }
      }
    }
  }
  if (failures.length > 0) throw failures[0]
  return sum
}

const settleOne = (database: Database, at: Date, partnershipId: Id, packageId: Id): Promise<Settled> => {
  const actor = systemActor(partnershipId)
  return asActor(database, actor, (db) =>
    working({ db, partnershipId, actor, at }, (work) => settleDue(work, packageId)),
  )
}

const added = (a: Settled, b: Settled): Settled => ({
  lapsed: a.lapsed + b.lapsed,
  reminded: a.reminded + b.reminded,
  escalated: a.escalated + b.escalated,
})
