import { sql } from 'kysely'
import { byColumn, type Columns, type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { type Band, daysOfMask, type VisitLine, type Weekday } from '../../visit-line.ts'
import type { CareToPlace } from '../care-to-place.ts'
import type { GivenCare } from '../placing-ground.ts'

/** Minutes a week that each organisation gives, or has agreed to give, by service and area; those of some placements left out. One query. */
export async function careGiven(db: Db, partnershipId: Id, leftOut: readonly Id[] = []): Promise<GivenCare[]> {
  const { rows } = await sql<GivenCare>`${keptPlan}select p.service_type_key as "serviceType", p.area_code as area,
      p.organisation_id as "organisationId", o.name as organisation, sum(c.value::integer)::integer as minutes
    from placement p join organisation o on o.id = p.organisation_id, jsonb_each_text(p.committed) c
    where p.partnership_id = ${partnershipId} and p.state in ('agreed', 'started', 'suspended', 'notice')
      and not p.id = any(${leftOut}::uuid[])
    group by 1, 2, 3, 4 order by 1, 2, 3`.execute(brokerage(db))
  return rows
}

interface VisitRow {
  readonly id: Id
  readonly band: Band
  readonly weekday: Weekday
  readonly minutes: number
  readonly carers: 1 | 2
}

const visitRows = byColumn<VisitRow>({
  id: 'l.id',
  band: 'l.band',
  weekday: 'v.weekday',
  minutes: 'l.minutes',
  carers: 'l.carers',
})

type Row = Omit<CareToPlace, 'lines' | 'declined' | 'current' | 'locked'> & {
  readonly placementId: Id
  readonly organisationId: Id
  readonly visits: Columns<VisitRow>
}

/** Care that is given, placement by placement: what of a package one organisation gives. */
export type GivenPlacement = CareToPlace & { readonly placementId: Id }

/** The placements that hold on a day as care with who gives it now; to be planned together with others, or moved. One query. */
export async function placementsGiven(db: Db, partnershipId: Id, on: IsoDate): Promise<GivenPlacement[]> {
  const { rows } = await sql<Row>`${keptPlan}select t.id as "placementId", t.organisation_id as "organisationId",
      p.id as "packageId", p.reference, p.version, p.service_type_key as "serviceType", p.area_code as area, p.origin,
      p.level, p.start_by as "startBy",
      ${visitRows.from(sql`placed_visit v join package_line l on l.partnership_id = v.partnership_id and l.id = v.line_id
        where v.partnership_id = ${partnershipId} and v.placement_id = t.id and v.held @> ${on}::date
          and l.held @> ${on}::date`)} as visits
    from placement t join care_package p on p.partnership_id = t.partnership_id and p.id = t.package_id
    where t.partnership_id = ${partnershipId} and t.state in ('agreed', 'started', 'suspended', 'notice')
      and (t.ends_on is null or t.ends_on > ${on}::date)
    order by p.reference, t.id`.execute(brokerage(db))
  return rows.flatMap(({ visits, organisationId, ...row }): GivenPlacement[] => {
    const lines = linesOf(visitRows.rows(visits))
    if (lines.length === 0) return []
    return [{ ...row, lines, declined: [], current: { organisationId, weeklyPence: null }, locked: true }]
  })
}

const linesOf = (visits: readonly VisitRow[]): VisitLine[] =>
  [...Map.groupBy(visits, ({ id }) => id).values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const { weekday: _, ...line } = first
    return [{ ...line, days: daysOfMask(some.reduce((mask, { weekday }) => mask | (1 << (weekday - 1)), 0)) }]
  })
