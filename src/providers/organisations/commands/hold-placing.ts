import { sql } from 'kysely'
import { ahead, type Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { organisations } from '../schema.ts'

interface Placing {
  readonly partnershipId: Id
  readonly organisationId: Id
}

const keyOf = ({ partnershipId, organisationId }: Placing) =>
  sql`hashtextextended(${`placing ${partnershipId} ${organisationId}`}, 0)`

/**
 * Before something is placed with a provider, or taken of its capacity: as long as the transaction lasts nobody suspends it
 * or declares less. Several may place at once. Taken before its numbers are locked, so that nobody waits in a ring.
 */
export const holdPlacing = (db: Db, placing: Placing): Promise<void> =>
  ahead(organisations(db), sql`select pg_advisory_xact_lock_shared(${keyOf(placing)})`)

/** Before what may be placed with a provider is changed: those who are placing come to an end first, and others wait. */
export const holdProvider = (db: Db, placing: Placing): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${keyOf(placing)})`.execute(organisations(db))
