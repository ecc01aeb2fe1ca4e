import type { Db } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import type { DeskPackage, DeskWhy } from '../desk-row.ts'
import { deskPackages } from './desk-packages.ts'
import { deskRows } from './desk-rows.ts'

/** Pressing packages that a first page names. */
const most = 5

/** What presses most on a broker's own desk, or on that of nobody, and how many press. */
export async function pressingPackages(
  db: Db,
  partnershipId: Id,
  { broker, now }: { readonly broker: Id | null; readonly now: Date },
): Promise<{
  readonly packages: readonly { readonly why: DeskWhy; readonly package: DeskPackage }[]
  readonly count: number
}> {
  const part = { group: 'act' as const, page: 1 }
  const rows = await deskRows(db, partnershipId, { filter: { broker: { id: broker } }, part, now })
  const ids = rows.slice(0, most).map(({ packageId }) => packageId)
  const found = await deskPackages(db, partnershipId, { ids, on: londonDate(now) })
  return {
    packages: rows.flatMap(({ packageId, why }) => {
      const of = found.get(packageId)
      return of ? [{ why, package: of }] : []
    }),
    count: rows[0]?.count ?? 0,
  }
}
