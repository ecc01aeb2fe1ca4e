import { systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { week } from '../schema.ts'

/** How long, in real time, a player's word holds after it was last heard of. */
const leaseMs = 60_000

/** Says which moment of a partnership is played now, so that workers on the real clock leave what falls due to the player. */
export const keepPlayed = (database: Database, partnershipId: Id, at: Date, now: Date): Promise<unknown> =>
  asActor(database, systemActor(partnershipId), (db) => {
    const until = new Date(now.getTime() + leaseMs)
    return week(db)
      .insertInto('played_clock')
      .values({ partnership_id: partnershipId, at, until })
      .onConflict((conflict) => conflict.column('partnership_id').doUpdateSet({ at, until }))
      .execute()
  })

/** The partnership goes by the real clock again. */
export const endPlayed = (database: Database, partnershipId: Id): Promise<unknown> =>
  asActor(database, systemActor(partnershipId), (db) =>
    week(db).deleteFrom('played_clock').where('partnership_id', '=', partnershipId).execute(),
  )
