import { LRUCache } from 'lru-cache'
import type { Db } from '../../../core/db/index.ts'
import { ledgerState } from '../../../core/ledger/index.ts'
import { type PlanningOwner, planningOf } from '../../planning/queries/planning.ts'
import type { AsAt } from '../as-at.ts'
import { dated, type WordableContract } from '../listed-contract.ts'
import { registerRows } from './register-rows.ts'

/** Registers that are kept, of so many contracts together: one takes a kilobyte or two. */
const kept = new LRUCache<string, readonly WordableContract[]>({
  maxSize: 20_000,
  sizeCalculation: (contracts) => contracts.length + 1,
})

/** Every awarded contract of a partnership with the days of its decisions, for its staff and the product at work for it. */
export async function datedRegister(
  db: Db,
  partnership: PlanningOwner,
  time: AsAt,
): Promise<readonly WordableContract[]> {
  const planning = await planningOf(db, partnership)
  const rows = await registerRows(db, partnership.id, time)
  return rows.map((row) => dated(row, planning, time.on))
}

/**
 * The same for pages, which are turned, sorted and filtered one after another: until anything of the partnership's is
 * written, what was worked out for the first serves the next.
 */
export async function keptRegister(
  db: Db,
  partnership: PlanningOwner,
  time: AsAt,
): Promise<readonly WordableContract[]> {
  // Read before the rows, which may be newer than it says but never older.
  const state = await ledgerState(db, partnership.id)
  if (state === undefined) return datedRegister(db, partnership, time)
  const key = [partnership.id, time.on, time.known?.toISOString(), state].join()
  const contracts = kept.get(key) ?? (await datedRegister(db, partnership, time))
  kept.set(key, contracts)
  return contracts
}
