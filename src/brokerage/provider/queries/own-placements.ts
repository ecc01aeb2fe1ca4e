import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { PlacementState } from '../../placement.ts'
import { brokerage } from '../../schema/index.ts'
import type { VisitLine, Weekday } from '../../visit-line.ts'

/** A placement as its provider sees it. */
export interface OwnPlacement {
  readonly id: Id
  readonly partnership: { readonly id: Id; readonly slug: string; readonly title: string }
  readonly reference: string
  readonly packageId: Id
  readonly contractId: Id | null
  readonly serviceType: string
  readonly service: string
  readonly area: string
  readonly state: PlacementState
  readonly startsOn: IsoDate
  readonly startedOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly shortTermUntil: IsoDate | null
  /** Visits a week on the day asked about. */
  readonly visits: number
  /** Who it is for, as was told with its offer or when it was taken over; nobody once it is over. */
  readonly person: Readonly<Record<string, string>> | null
}

type Row = Omit<OwnPlacement, 'partnership'> & {
  readonly partnershipId: Id
  readonly slug: string
  readonly title: string
}

/** Which of a provider's placements. */
export interface OwnPlacementsAsked {
  readonly organisationId: Id
  readonly on: IsoDate
  readonly limit: number
  /** Those that are over, rather than those that are not. */
  readonly over?: boolean | undefined
  readonly which?: { readonly partnershipId: Id; readonly reference: string } | undefined
}

/** A provider's placements in every partnership, those that start last first; read under its own actor, who finds its own only. */
export async function ownPlacements(
  db: Db,
  { organisationId, on, limit, over = false, which }: OwnPlacementsAsked,
): Promise<OwnPlacement[]> {
  const wanted = which
    ? sql`p.partnership_id = ${which.partnershipId} and p.reference = ${which.reference}`
    : over
      ? sql`p.state in ('ended', 'cancelled')`
      : sql`p.state not in ('ended', 'cancelled')`
  const { rows } = await sql<Row>`
    select p.id, p.partnership_id as "partnershipId", n.slug, n.title, p.reference, p.package_id as "packageId",
      p.contract_id as "contractId", p.service_type_key as "serviceType", t.name as service,
      coalesce((select a.name from area a where a.code = p.area_code), p.area_code) as area, p.state,
      p.starts_on as "startsOn", p.started_on as "startedOn", p.ends_on as "endsOn",
      p.short_term_until as "shortTermUntil",
      (select count(*)::integer from placed_visit v where v.partnership_id = p.partnership_id
        and v.placement_id = p.id and v.held @> greatest(${on}::date, p.starts_on)) as visits,
      (select r.content from reveal r where r.partnership_id = p.partnership_id and r.package_id = p.package_id
        and r.organisation_id = p.organisation_id and (r.placement_id = p.id or r.offer_id = p.offer_id)
        and r.stage = 'person' and r.withdrawn_at is null
        and p.state not in ('ended', 'cancelled') and (p.ends_on is null or p.ends_on > ${on}::date)
        order by r.revealed_at desc limit 1) as person
    from placement p
    join partnership n on n.id = p.partnership_id
    join service_type t on t.key = p.service_type_key
    where p.organisation_id = ${organisationId} and ${wanted}
    order by p.starts_on desc, p.id desc limit ${limit}`.execute(brokerage(db))
  return rows.map(({ partnershipId, slug, title, ...row }) => ({
    ...row,
    partnership: { id: partnershipId, slug, title },
  }))
}

/** The visits of a week that a placement has on a day; of the lines of a package only the partnership and the product read. */
export async function visitsGiven(
  db: Db,
  { partnershipId, placementId, on }: { readonly partnershipId: Id; readonly placementId: Id; readonly on: IsoDate },
): Promise<VisitLine[]> {
  const { rows } = await sql<VisitLine & { readonly days: Weekday[] }>`
    select l.id, l.band, l.minutes, l.carers, array_agg(v.weekday::integer order by v.weekday) as days
    from placed_visit v
    join package_line l on l.partnership_id = v.partnership_id and l.id = v.line_id
    where v.partnership_id = ${partnershipId} and v.placement_id = ${placementId} and v.held @> ${on}::date
    group by l.id, l.band, l.minutes, l.carers order by l.id`.execute(brokerage(db))
  return rows
}
