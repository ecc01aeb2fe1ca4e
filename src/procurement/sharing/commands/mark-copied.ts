import type { Db } from '../../../core/db/index.ts'
import { procurement } from '../../schema/index.ts'
import type { ShareNamed } from '../queries/shared-part.ts'

/** Notes at the lead which version a partner's copy has; never an older one than is noted, nor of a share that has changed since. */
export async function markCopied(
  db: Db,
  {
    partnershipId,
    contractId,
    partnerId,
    version,
    revision,
  }: ShareNamed & { readonly version: number; readonly revision: number },
): Promise<void> {
  await procurement(db)
    .updateTable('contract_share')
    .set({ copied_version: version })
    .where('partnership_id', '=', partnershipId)
    .where('contract_id', '=', contractId)
    .where('partner_id', '=', partnerId)
    .where('revision', '=', revision)
    .where((share) => share.or([share('copied_version', 'is', null), share('copied_version', '<', version)]))
    .execute()
}
