import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { Course, Pause, PlacedVisit } from '../course.ts'

interface CourseRow extends Omit<Course, 'visits' | 'pauses'> {
  readonly visits: readonly (Omit<PlacedVisit, 'from' | 'until'> & { readonly held: string })[]
  readonly pauses: readonly (Omit<Pause, 'from' | 'until'> & { readonly during: string })[]
}

/** Everything that is given of a package, over all its days, the oldest placement first; one query. */
export const coursesOf = (db: Db, partnershipId: Id, packageId: Id): Promise<Course[]> =>
  courses(db, partnershipId, { packageId })

/** One placement over all its days, with the package of which it is. */
export async function courseBy(
  db: Db,
  partnershipId: Id,
  by: { readonly id: Id } | { readonly reference: string },
): Promise<(Course & { readonly packageId: Id }) | undefined> {
  const row = await brokerage(db)
    .selectFrom('placement')
    .select(['id', 'package_id'])
    .where('partnership_id', '=', partnershipId)
    .where((where) => ('id' in by ? where('id', '=', by.id) : where('reference', '=', by.reference)))
    .executeTakeFirst()
  if (!row) return undefined
  const course = (await coursesOf(db, partnershipId, row.package_id)).find(({ id }) => id === row.id)
  return course && { ...course, packageId: row.package_id }
}

async function courses(db: Db, partnershipId: Id, { packageId }: { readonly packageId: Id }): Promise<Course[]> {
  const { rows } = await sql<CourseRow>`${keptPlan}select p.id, p.reference, p.organisation_id as "organisationId",
      (select g.name from organisation g where g.id = p.organisation_id) as organisation,
      p.offer_id as "offerId", p.contract_id as "contractId", p.lot_id as "lotId", p.service_type_key as "serviceType",
      p.area_code as area, p.state, p.starts_on as "startsOn", p.started_on as "startedOn", p.ends_on as "endsOn",
      p.end_reason as "endReason", p.short_term_until as "shortTermUntil", p.committed,
      coalesce((select json_agg(json_build_object('id', v.id, 'lineId', v.line_id, 'weekday', v.weekday, 'held', v.held,
        'band', l.band, 'minutes', l.minutes, 'carers', l.carers,
        'wantedFrom', lower(l.held)) order by v.line_id, v.weekday, lower(v.held))
        from placed_visit v join package_line l on l.partnership_id = v.partnership_id and l.id = v.line_id
        where v.partnership_id = p.partnership_id and v.placement_id = p.id and v.package_id = p.package_id), '[]') as visits,
      coalesce((select json_agg(json_build_object('id', z.id, 'reason', z.reason, 'during', z.during,
        'keptUntil', z.kept_until) order by lower(z.during)) from placement_pause z
        where z.partnership_id = p.partnership_id and z.placement_id = p.id), '[]') as pauses
    from placement p where p.partnership_id = ${partnershipId} and p.package_id = ${packageId}
    order by p.agreed_at, p.id`.execute(brokerage(db))
  return rows.map(({ visits, pauses, ...course }) => ({
    ...course,
    visits: visits.map(({ held, ...visit }) => ({ ...visit, ...periodFrom(held) })),
    pauses: pauses.map(({ during, ...pause }) => ({ ...pause, ...periodFrom(during) })),
  }))
}

/** Packages of which something turns by a day: care ends, a rest begins or ends, or capacity is kept no longer. */
export async function turningPackages(db: Db, partnershipId: Id, today: IsoDate): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select t.package_id as id from placement t where t.partnership_id = ${partnershipId}
      and t.state not in ('ended', 'cancelled') and t.ends_on <= ${today}::date
    union select t.package_id from placement t where t.partnership_id = ${partnershipId}
      and t.state not in ('ended', 'cancelled') and t.ends_on is null and t.short_term_until <= ${today}::date
    union select t.package_id from placement t
      join placed_visit v on v.partnership_id = t.partnership_id and v.placement_id = t.id and v.package_id = t.package_id
      where t.partnership_id = ${partnershipId} and t.state not in ('ended', 'cancelled')
        and upper(v.held) <= ${today}::date and (t.settled_on is null or upper(v.held) > t.settled_on)
    union select p.id from care_package p where p.partnership_id = ${partnershipId}
      and p.state not in ('ended', 'withdrawn') and p.ends_on <= ${today}::date
    union select t.package_id from placement t
      join placement_pause z on z.partnership_id = t.partnership_id and z.placement_id = t.id
      where t.partnership_id = ${partnershipId} and (
        (t.state = 'suspended' and not exists (select from placement_pause y where y.partnership_id = t.partnership_id
          and y.placement_id = t.id and y.during @> ${today}::date))
        or (t.state in ('started', 'notice') and z.during @> ${today}::date)
        or (t.state = 'suspended' and z.during @> ${today}::date and upper_inf(z.during)
          and z.kept_until <= ${today}::date and t.committed <> '{}'))
    union select t.package_id from placement t
      join care_package p on p.partnership_id = t.partnership_id and p.id = t.package_id and p.state = 'placed'
      where t.partnership_id = ${partnershipId} and t.state in ('agreed', 'started') and t.ends_on is null
        and t.short_term_until <= ${today}::date + 28
    order by 1`.execute(brokerage(db))
  return rows.map(({ id }) => id)
}
