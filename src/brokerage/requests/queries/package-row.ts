import { type Selectable, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { brokerage } from '../../schema/index.ts'
import type { PackageTables } from '../../schema/packages.ts'
import { bands, daysOfMask, type VisitLine } from '../../visit-line.ts'

/** The columns of a package that its domain type is made of. */
export const packageColumns = [
  'id',
  'reference',
  'request_id',
  'person_id',
  'version',
  'need',
  'service_type_key',
  'area_code',
  'district',
  'criteria_key',
  'level',
  'no_level_reason',
  'outcomes',
  'needs',
  'choices',
  'support_option',
  'origin',
  'assessed_on',
  'ready_at',
  'start_by',
  'pen_picture',
  'short_term',
  'state',
  'broker_id',
  'requested_by',
] as const satisfies readonly (keyof PackageTables['care_package'])[]

/** A package as it is read, without its visits. */
export type PackageRow = Pick<Selectable<PackageTables['care_package']>, (typeof packageColumns)[number]>

/** A package from its row and its visits. */
export const packageOf = (row: PackageRow, lines: readonly VisitLine[]): CarePackage => ({
  id: row.id,
  reference: row.reference,
  requestId: row.request_id,
  personId: row.person_id,
  version: row.version,
  need: row.need,
  serviceType: row.service_type_key,
  area: row.area_code,
  district: row.district,
  criteria: row.criteria_key,
  level: row.level,
  noLevelReason: row.no_level_reason,
  outcomes: row.outcomes,
  needs: row.needs,
  choices: row.choices,
  supportOption: row.support_option,
  origin: row.origin,
  assessedOn: row.assessed_on,
  readyAt: row.ready_at,
  startBy: row.start_by,
  penPicture: row.pen_picture,
  shortTerm: row.short_term,
  state: row.state,
  brokerId: row.broker_id,
  requestedBy: row.requested_by,
  lines,
})

/** Visits in the order of the day. */
export const byBand = (a: Pick<VisitLine, 'band'>, b: Pick<VisitLine, 'band'>): number =>
  bands.indexOf(a.band) - bands.indexOf(b.band)

/** The visits of a week wanted on a day of some packages, in the order of the day. */
export async function linesOf(
  db: Db,
  partnershipId: Id,
  packageIds: readonly Id[],
  on: IsoDate,
): Promise<Map<Id, VisitLine[]>> {
  if (packageIds.length === 0) return new Map()
  const rows = await brokerage(db)
    .selectFrom('package_line')
    .select(['id', 'package_id', 'band', 'days', 'minutes', 'carers'])
    .where('partnership_id', '=', partnershipId)
    .where('package_id', 'in', [...packageIds])
    .where(sql<boolean>`held @> ${on}::date`)
    .orderBy('id')
    .execute()
  const lines = rows.map(({ package_id, days, ...line }) => ({
    packageId: package_id,
    ...line,
    days: daysOfMask(days),
  }))
  lines.sort(byBand)
  const byPackage = Map.groupBy(lines, ({ packageId }) => packageId)
  return new Map([...byPackage].map(([id, of]) => [id, of.map(({ packageId: _, ...line }) => line)]))
}
