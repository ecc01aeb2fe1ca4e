import { keptPlan } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { linesOf, type PackageRow, packageColumns, packageOf } from '../queries/package-row.ts'

/** A package that is one's own until the transaction ends, or the sentence on why it is not. */
export type LockedPackage =
  | { readonly outcome: 'locked'; readonly package: CarePackage }
  | { readonly outcome: 'conflict'; readonly sentence: string }

/**
 * Takes a package for the rest of the transaction and moves its version on, if it still is at the version seen (any,
 * when left out). First in every command on a package: all who touch one stand in its row's queue. Of another
 * partnership, or of none, it throws "not found".
 */
export async function lockPackage(
  work: Work,
  packageId: Id,
  seen: { readonly version?: number | undefined } = {},
): Promise<LockedPackage> {
  const locked = await lockRow(work, packageId, seen)
  if (locked.outcome === 'conflict') return locked
  // Only now: read with the update, they would be those from before the wait.
  const lines = await linesOf(work.db, work.partnershipId, [packageId], londonDate(work.at))
  return { outcome: 'locked', package: packageOf(locked.row, lines.get(packageId) ?? []) }
}

/** The same without its visits, for whoever reads those with what else is to be read. */
export async function lockRow(
  { db, partnershipId, at }: Work,
  packageId: Id,
  { version }: { readonly version?: number | undefined } = {},
): Promise<
  { readonly outcome: 'locked'; readonly row: PackageRow } | Extract<LockedPackage, { readonly outcome: 'conflict' }>
> {
  const row = await brokerage(db)
    .updateTable('care_package')
    .set((column) => ({ version: column('version', '+', 1), changed_at: at }))
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', packageId)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .returning(packageColumns)
    .modifyEnd(keptPlan)
    .executeTakeFirst()
  if (row) return { outcome: 'locked', row }
  const other = await brokerage(db)
    .selectFrom('care_package')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', packageId)
    .executeTakeFirst()
  if (!other) throw notFound('This package')
  return {
    outcome: 'conflict',
    sentence: 'Something happened to this package since you opened it: look at it again, then repeat what you want.',
  }
}
