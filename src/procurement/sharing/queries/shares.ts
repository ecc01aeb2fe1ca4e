import { allPartnerships } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { ShareEnd } from '../../contract.ts'
import { procurement } from '../../schema/index.ts'

/** A partnership that a contract is shared with. */
export interface Share {
  readonly partnerId: Id
  readonly partner: string
  readonly lotIds: readonly Id[]
  readonly from: IsoDate
  /** The version of the contract that its copy has; null before it was first copied. */
  readonly copiedVersion: number | null
  /** How it was withdrawn, if it was. */
  readonly ended: ShareEnd | undefined
}

/** With whom a contract is shared, by name. */
export async function sharesOf(db: Db, partnershipId: Id, contractId: Id): Promise<Share[]> {
  const rows = await procurement(db)
    .selectFrom('contract_share as s')
    .select(['s.partner_id as partnerId', 's.lot_ids as lotIds', 's.from_day as from'])
    .select(['s.copied_version as copiedVersion', 's.until_day', 's.end_reason'])
    .where('s.partnership_id', '=', partnershipId)
    .where('s.contract_id', '=', contractId)
    .execute()
  if (rows.length === 0) return []
  const titles = new Map((await allPartnerships(db)).map(({ id, title }) => [id, title]))
  return rows
    .map(({ until_day, end_reason, ...row }) => ({
      ...row,
      ended: until_day && end_reason ? { until: until_day, reason: end_reason } : undefined,
      partner: titles.get(row.partnerId) ?? 'A partnership',
    }))
    .toSorted((a, b) => a.partner.localeCompare(b.partner, 'en-GB'))
}
