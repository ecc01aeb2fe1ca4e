import type { Db } from '../../../core/db/index.ts'
import { entriesOf } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { decisionsIn, type KeptDecision } from '../../kept-decision.ts'

/** What was decided about whom to ask for a package, in order; of one round only where it is named. Read as the partnership or the product. */
export const keptDecisions = async (
  db: Db,
  partnershipId: Id,
  { packageId, roundId }: { readonly packageId: Id; readonly roundId?: Id | undefined },
): Promise<KeptDecision[]> =>
  decisionsIn(await entriesOf(db, partnershipId, { kind: 'package', id: packageId }), roundId)
