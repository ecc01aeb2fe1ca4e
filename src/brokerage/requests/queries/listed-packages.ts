import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Origin, PackageState } from '../../care-package.ts'
import { brokerage } from '../../schema/index.ts'
import type { VisitLine } from '../../visit-line.ts'
import type { ShownState } from '../forms/packages-query.ts'
import { linesOf } from './package-row.ts'

/** A package as a list shows it: nothing of who it is for but their reference. */
export interface ListedPackage {
  readonly id: Id
  readonly reference: string
  readonly person: string
  readonly serviceType: string
  readonly area: string
  readonly district: string
  readonly needs: readonly string[]
  readonly origin: Origin
  readonly readyAt: Date
  readonly startBy: IsoDate
  readonly state: PackageState
  /** Carers' minutes a week that are wanted on the day asked about. */
  readonly weeklyMinutes: number
}

/** What a list of packages is narrowed by. */
export interface PackageFilter {
  readonly q?: string | undefined
  readonly state: ShownState
  readonly service?: string | undefined
  readonly area?: string | undefined
  readonly origin?: Origin | undefined
  readonly requestedBy?: Id | undefined
  readonly brokerId?: Id | undefined
}

/** As many as a page lists, and as a file holds. */
export const packagesPerPage = 50
const mostInFile = 50_000

const filtered = (db: Db, partnershipId: Id, filter: PackageFilter) => {
  const { state, q } = filter
  let query = brokerage(db).selectFrom('care_package as c').where('c.partnership_id', '=', partnershipId)
  if (state === 'live') query = query.where('c.state', 'not in', ['ended', 'withdrawn'])
  else if (state !== 'all') query = query.where('c.state', '=', state)
  if (filter.service) query = query.where('c.service_type_key', '=', filter.service)
  if (filter.area) query = query.where('c.area_code', '=', filter.area)
  if (filter.origin) query = query.where('c.origin', '=', filter.origin)
  if (filter.requestedBy) query = query.where('c.requested_by', '=', filter.requestedBy)
  if (filter.brokerId) query = query.where('c.broker_id', '=', filter.brokerId)
  if (q) query = query.where('c.id', 'in', referredTo(db, partnershipId, q))
  return query
}

/** The packages that a reference is of, or of whose person it is; each way along an index of its own. */
function referredTo(db: Db, partnershipId: Id, q: string) {
  const exact = q.toUpperCase()
  const packages = brokerage(db)
    .selectFrom('care_package as r')
    .select('r.id')
    .where('r.partnership_id', '=', partnershipId)
  return packages.where('r.reference', '=', exact).union(
    packages.where('r.person_id', 'in', (people) =>
      people
        .selectFrom('person as p')
        .select('p.id')
        .where('p.partnership_id', '=', partnershipId)
        .where((either) => either.or([either('p.reference', '=', exact), either('p.own_reference', '=', q)])),
    ),
  )
}

interface Slice {
  readonly limit: number
  readonly offset: number
}

/** The packages are cut out first, along their index: with the people beside them, all would be put together and sorted. */
const rows = (db: Db, partnershipId: Id, filter: PackageFilter, on: IsoDate, { limit, offset }: Slice) =>
  brokerage(db)
    .selectFrom(
      filtered(db, partnershipId, filter)
        .selectAll('c')
        .orderBy('c.ready_at', 'desc')
        .orderBy('c.id')
        .limit(limit)
        .offset(offset)
        .as('c'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.partnership_id', '=', 'c.partnership_id').onRef('p.id', '=', 'c.person_id'),
    )
    .select([
      ...(['c.id', 'c.reference', 'p.reference as person', 'c.service_type_key as serviceType'] as const),
      ...(['c.area_code as area', 'c.district', 'c.needs', 'c.origin', 'c.ready_at as readyAt'] as const),
      ...(['c.start_by as startBy', 'c.state'] as const),
    ])
    .select((column) =>
      column
        .selectFrom('package_line as l')
        .select(
          sql<number>`coalesce(sum(l.minutes * l.carers * bit_count(l.days::integer::bit(7))), 0)::integer`.as('m'),
        )
        .whereRef('l.partnership_id', '=', 'c.partnership_id')
        .whereRef('l.package_id', '=', 'c.id')
        .where(sql<SqlBool>`l.held @> ${on}::date`)
        .$asScalar()
        .$notNull()
        .as('weeklyMinutes'),
    )
    .orderBy('c.ready_at', 'desc')
    .orderBy('c.id')

/** One page of the packages that a filter leaves, the last to be ready first, with their visits and how many there are. */
export async function listedPackages(
  db: Db,
  partnershipId: Id,
  filter: PackageFilter,
  { page, on }: { readonly page: number; readonly on: IsoDate },
): Promise<{ packages: ListedPackage[]; lines: ReadonlyMap<Id, VisitLine[]>; count: number }> {
  const { count } = await filtered(db, partnershipId, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const slice = { limit: packagesPerPage, offset: (page - 1) * packagesPerPage }
  const packages = await rows(db, partnershipId, filter, on, slice).execute()
  const lines = await linesOf(
    db,
    partnershipId,
    packages.map(({ id }) => id),
    on,
  )
  return { packages, lines, count: Number(count) }
}

/** All packages that a filter leaves, for a file. */
export const packagesForFile = (
  db: Db,
  partnershipId: Id,
  filter: PackageFilter,
  on: IsoDate,
): Promise<ListedPackage[]> => rows(db, partnershipId, filter, on, { limit: mostInFile, offset: 0 }).execute()
