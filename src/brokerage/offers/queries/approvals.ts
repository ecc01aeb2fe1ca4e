import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** A price above the limit that somebody has to agree to, or has decided about. */
export interface PriceApproval {
  readonly id: Id
  readonly roundId: Id
  readonly packageId: Id
  readonly step: number
  readonly organisationId: Id
  readonly hourlyPence: number
  readonly abovePence: number
  readonly weeklyPence: number
  readonly state: 'asked' | 'approved' | 'declined'
  readonly askedAt: Date
  readonly decidedAt: Date | null
  readonly decidedBy: Id | null
  readonly words: string
}

const approvals = (db: Db, partnershipId: Id) =>
  brokerage(db)
    .selectFrom('price_approval')
    .select([
      'id',
      'round_id as roundId',
      'package_id as packageId',
      'step',
      'organisation_id as organisationId',
      'hourly_pence as hourlyPence',
      'above_pence as abovePence',
      'weekly_pence as weeklyPence',
      'state',
      'asked_at as askedAt',
      'decided_at as decidedAt',
      'decided_by as decidedBy',
      'words',
    ])
    .where('partnership_id', '=', partnershipId)

/** Those of a package, in the order in which they were asked for. */
export const approvalsOfPackage = (db: Db, partnershipId: Id, packageId: Id): Promise<PriceApproval[]> =>
  approvals(db, partnershipId).where('package_id', '=', packageId).orderBy('id').execute()

/** One of a partnership. */
export const approvalBy = (db: Db, partnershipId: Id, id: Id): Promise<PriceApproval | undefined> =>
  approvals(db, partnershipId).where('id', '=', id).executeTakeFirst()
