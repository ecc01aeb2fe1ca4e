import { allPartnerships, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { type Work, working } from '../../commands/work.ts'
import { undoneIf } from '../../offers/commands/attempting.ts'
import { lockPackage } from '../../requests/commands/lock-package.ts'
import { isPlayedBehind } from '../../week/queries/is-played-behind.ts'
import { turningPackages } from '../queries/courses.ts'
import { noteSettled } from './settle-capacity.ts'
import { settlePackage } from './settle-package.ts'

/**
 * Does what days by themselves change, in one partnership or all: care or notice is over, a rest begins or ends, capacity
 * is kept no longer, a short term is nearly over. Tells how many packages turned; done again on one day, it finds none.
 */
export async function turnDays(
  database: Database,
  at: Date,
  only?: Id | null,
  isStopped: () => boolean = () => false,
): Promise<number> {
  const partnershipIds = only ? [only] : (await asActor(database, systemActor(), allPartnerships)).map(({ id }) => id)
  let turned = 0
  for (const partnershipId of partnershipIds) {
    const actor = systemActor(partnershipId)
    if (await asActor(database, actor, (db) => isPlayedBehind(db, partnershipId, at))) continue
    const due = await asActor(database, actor, (db) => turningPackages(db, partnershipId, londonDate(at)))
    for (const packageId of due) {
      if (isStopped()) return turned
      const hasTurned = await asActor(database, actor, (db) =>
        working({ db, partnershipId, actor, at }, (work) => turn(work, packageId)),
      )
      turned += hasTurned ? 1 : 0
    }
  }
  return turned
}

/** Brings one package up to today; when nothing of it turned, its version stays what it was. */
async function turn(work: Work, packageId: Id): Promise<boolean> {
  const hasTurned = await undoneIf(
    work,
    async () => {
      const locked = await lockPackage(work, packageId)
      const settled = await settlePackage(work, packageId)
      // Days only ever give capacity back.
      if (settled.outcome === 'refused') throw new Error(settled.sentence)
      return locked.outcome === 'locked' && settled.changed
    },
    (changed) => !changed,
  )
  if (!hasTurned) await noteSettled(work, packageId, londonDate(work.at))
  return hasTurned
}
