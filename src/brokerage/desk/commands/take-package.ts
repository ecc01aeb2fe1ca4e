import { type Actor, accountOf } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { type Work, working } from '../../commands/work.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { lockPackage } from '../../requests/commands/lock-package.ts'
import { brokerage } from '../../schema/index.ts'
import { brokerOf } from '../queries/brokers.ts'

/** Which package somebody takes on, as they saw it. */
export interface PackageToTake {
  readonly partnershipId: Id
  readonly packageId: Id
  readonly version: number
  readonly at: Date
}

/** Makes whoever asks the broker of a package; of two at once, one does, and the other is told who. */
export const takePackage = (
  db: Db,
  actor: Actor,
  { partnershipId, packageId, version, at }: PackageToTake,
): Promise<Outcome> =>
  working({ db, partnershipId, actor, at }, async (work) => {
    const locked = await lockPackage(work, packageId, { version })
    const accountId = accountOf(actor)
    if (locked.outcome === 'conflict') {
      const has = await brokerOf(db, partnershipId, packageId)
      if (has && has.id !== accountId) return refused('conflict', `${has.name} has this package now.`)
      return refused('conflict', locked.sentence)
    }
    const before = locked.package.brokerId
    await brokerage(db)
      .updateTable('care_package')
      .set({ broker_id: accountId })
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', packageId)
      .execute()
    work.told.push({
      event: 'brokerage.package-taken',
      subject: { kind: 'package', id: packageId },
      payload: { brokerId: accountId, before },
    })
    return { outcome: 'done' }
  })

/** Makes whoever acts for a package its broker when nobody is, as a part of other work on it. */
export async function takeIfFree(work: Work, packageId: Id): Promise<void> {
  const brokerId = accountOf(work.actor)
  const taken = await brokerage(work.db)
    .updateTable('care_package')
    .set({ broker_id: brokerId })
    .where('partnership_id', '=', work.partnershipId)
    .where('id', '=', packageId)
    .where('broker_id', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!taken) return
  const payload = { brokerId, before: null }
  work.told.push({ event: 'brokerage.package-taken', subject: { kind: 'package', id: packageId }, payload })
}
