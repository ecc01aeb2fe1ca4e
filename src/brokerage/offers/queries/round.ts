import type { Selectable } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { OfferTables } from '../../schema/offers.ts'
import type { Round } from '../round.ts'

/** A round from its row. */
export const roundOf = (row: Selectable<OfferTables['offer_round']>): Round => ({
  id: row.id,
  packageId: row.package_id,
  number: row.number,
  ruleVersionId: row.rule_version_id,
  step: row.step,
  fromStep: row.from_step,
  state: row.state,
  outcome: row.outcome,
  lines: row.lines,
  startBy: row.start_by,
  openedAt: row.opened_at,
  openedBy: row.opened_by,
  pausedAt: row.paused_at,
  closedAt: row.closed_at,
  goesWith: row.goes_with,
})

const rounds = (db: Db, partnershipId: Id, packageId: Id) =>
  brokerage(db)
    .selectFrom('offer_round')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', packageId)

/** The round of a package that is not over; there is one at most. */
export async function openRoundOf(db: Db, partnershipId: Id, packageId: Id): Promise<Round | undefined> {
  const row = await rounds(db, partnershipId, packageId)
    .where('state', 'in', ['running', 'paused', 'approval'])
    .executeTakeFirst()
  return row && roundOf(row)
}

/** Every round of a package, the newest first. */
export const roundsOf = async (db: Db, partnershipId: Id, packageId: Id): Promise<Round[]> =>
  (await rounds(db, partnershipId, packageId).orderBy('number', 'desc').execute()).map(roundOf)
