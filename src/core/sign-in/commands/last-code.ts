import { sql } from 'kysely'
import { systemActor } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { asActor } from '../../db/index.ts'
import type { Id } from '../../values/index.ts'
import type { Door } from '../door.ts'
import { decrypted, libraryOf } from '../library.ts'
import { totpStep } from '../totp.ts'

/**
 * Uses up the time step of a right code, in one statement for all processes: no code opens twice, nor does one from
 * before it (RFC 6238, section 5.2). A wrong code is left to the library, which counts it.
 */
export async function useUp(door: Door, account: { id: Id; userId: string }, code: string): Promise<'fresh' | 'used'> {
  const { context } = await libraryOf(door)
  const where = [{ field: 'userId', value: account.userId }]
  const standing = await context.adapter.findOne<{ secret: string }>({ model: 'twoFactor', where })
  // By the machine's clock, because the authenticator goes by it as well.
  const step = standing && totpStep(await decrypted(context, standing.secret), code, new Date())
  if (step === undefined || step === null) return 'fresh'
  return asActor(door.database, systemActor(), async (db) => {
    const taken = await auth(db)
      .insertInto('last_code')
      .values({ account_id: account.id, time_step: step })
      .onConflict((known) =>
        known.column('account_id').doUpdateSet({ time_step: step }).where(sql<boolean>`last_code.time_step < ${step}`),
      )
      .returning('account_id')
      .executeTakeFirst()
    return taken ? 'fresh' : 'used'
  })
}

/** The code that took a new authenticator into use is its first; what was kept of another one counts no more. */
export const startWith = (door: Door, accountId: Id, step: number): Promise<unknown> =>
  asActor(door.database, systemActor(), (db) =>
    auth(db)
      .insertInto('last_code')
      .values({ account_id: accountId, time_step: step })
      .onConflict((known) => known.column('account_id').doUpdateSet({ time_step: step }))
      .execute(),
  )
