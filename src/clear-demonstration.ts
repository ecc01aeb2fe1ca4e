import { allPartnerships, publicActor, systemActor } from './core/auth/index.ts'
import { asActor, type Database, removePartnerships } from './core/db/index.ts'
import { record } from './core/ledger/index.ts'
import { removeDemonstrationAccounts } from './core/sign-in/index.ts'
import type { Clock } from './core/values/index.ts'
import { demonstration } from './demonstration.ts'
import { clearInvented } from './providers/index.ts'

/** Takes the demonstration's partnerships away with every row of theirs, and the invented registers; what else all partnerships share (areas, sources, populations) stays. */
export async function clearDemonstration(
  database: Database,
  clock: Clock,
): Promise<{ partnerships: number; rows: number }> {
  const standing = await asActor(database, publicActor, allPartnerships)
  const ids = standing.filter((one) => one.demonstration).map((one) => one.id)
  if (ids.length === 0) return { partnerships: 0, rows: 0 }
  const rows = await removePartnerships(database, ids)
  await removeDemonstrationAccounts(database)
  // The shared chain says that it happened, and moves the version of the data, so that no kept page outlives it.
  await asActor(database, systemActor(), async (db) => {
    const registers = await clearInvented(db)
    await record(db, systemActor(), clock.now(), {
      event: 'demonstration.cleared',
      subject: demonstration,
      payload: { partnerships: ids.length, rows, registers },
    })
  })
  return { partnerships: ids.length, rows }
}
