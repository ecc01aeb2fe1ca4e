import { ahead, keptPlan } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { PackageState } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'

/** The states in which a package is over. */
type Over = 'ended' | 'withdrawn'

/** Says where a package stands, after `lockPackage`; one that is over says since which day and why. */
export async function setPackageState(
  work: Work,
  packageId: Id,
  ...[state, end]:
    | [state: Exclude<PackageState, Over>]
    | [state: Over, end: { readonly on: IsoDate; readonly reason: string }]
): Promise<void> {
  await ahead(
    brokerage(work.db),
    brokerage(work.db)
      .updateTable('care_package')
      .set({ state, changed_at: work.at, ended_on: end?.on ?? null, end_reason: end?.reason ?? null })
      .where('partnership_id', '=', work.partnershipId)
      .where('id', '=', packageId)
      .modifyEnd(keptPlan),
  )
}
