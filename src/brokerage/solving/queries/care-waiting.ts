import { sql } from 'kysely'
import { byColumn, type Columns, type Db, keptPlan } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import type { DeclineReason } from '../../offer.ts'
import { unplacedFrom } from '../../offers/unplaced.ts'
import { brokerage } from '../../schema/index.ts'
import { type Band, daysOfMask, type Weekday } from '../../visit-line.ts'
import type { CareToPlace } from '../care-to-place.ts'

/** Which of those who wait. */
export interface WaitingFilter {
  readonly serviceType?: string | undefined
  readonly area?: string | undefined
  /** At most so many, those from hospital first, then those who wait longest. */
  readonly most: number
}

interface LineRow {
  readonly id: Id
  readonly band: Band
  readonly days: number
  readonly minutes: number
  readonly carers: 1 | 2
  readonly held: string
}

interface VisitRow {
  readonly line: Id
  readonly weekday: Weekday
  readonly held: string
}

interface NoRow {
  readonly organisationId: Id
  readonly reason: DeclineReason
  readonly at: string
}

const lineRows = byColumn<LineRow>({
  id: 'l.id',
  band: 'l.band',
  days: 'l.days',
  minutes: 'l.minutes',
  carers: 'l.carers',
  held: 'l.held',
})
const visitRows = byColumn<VisitRow>({ line: 'v.line_id', weekday: 'v.weekday', held: 'v.held' })
const noRows = byColumn<NoRow>({ organisationId: 'o.organisation_id', reason: 'o.reason', at: 'o.answered_at' })

interface Row
  extends Pick<
    CareToPlace,
    'packageId' | 'reference' | 'version' | 'serviceType' | 'area' | 'origin' | 'level' | 'startBy'
  > {
  readonly count: number
  readonly lines: Columns<LineRow>
  readonly visits: Columns<VisitRow>
  readonly no: Columns<NoRow>
}

/**
 * The packages that wait while nobody is being asked, each with what nobody gives of it yet and who said no to it; and how
 * many wait in all. One query, however many.
 */
export async function careWaiting(
  db: Db,
  partnershipId: Id,
  today: IsoDate,
  { serviceType, area, most }: WaitingFilter,
): Promise<{ readonly care: CareToPlace[]; readonly count: number }> {
  const own = sql`where l.partnership_id = ${partnershipId} and l.package_id = p.id
    and (upper_inf(l.held) or upper(l.held) > ${today}::date)`
  const { rows } = await sql<Row>`${keptPlan}select p.id as "packageId", p.reference, p.version,
      p.service_type_key as "serviceType", p.area_code as area, p.origin, p.level, p.start_by as "startBy", p.count,
      ${lineRows.from(sql`(select * from package_line l ${own} order by l.id) l`)} as lines,
      ${visitRows.from(sql`placed_visit v where v.partnership_id = ${partnershipId} and v.package_id = p.id
        and (upper_inf(v.held) or upper(v.held) > ${today}::date)`)} as visits,
      ${noRows.from(sql`(select * from offer o where o.partnership_id = ${partnershipId} and o.package_id = p.id
        and o.state = 'declined' and o.reason is not null order by o.answered_at desc) o`)} as no
    from (select *, count(*) over ()::integer as count from care_package
      where partnership_id = ${partnershipId} and state in ('waiting', 'unmet')
        ${serviceType === undefined ? sql`` : sql`and service_type_key = ${serviceType}`}
        ${area === undefined ? sql`` : sql`and area_code = ${area}`}
      order by (origin = 'hospital') desc, ready_at, id limit ${most}) p
    order by (p.origin = 'hospital') desc, p.ready_at, p.id`.execute(brokerage(db))
  const care = rows.flatMap(({ count: _, lines, visits, no, ...row }): CareToPlace[] => {
    const wanted = lineRows
      .rows(lines)
      .map(({ days, held, ...line }) => ({ line: { ...line, days: daysOfMask(days) }, ...periodFrom(held) }))
    const given = visitRows
      .rows(visits)
      .map(({ line: lineId, weekday, held }) => ({ lineId, weekday, ...periodFrom(held) }))
    const unplaced = unplacedFrom(wanted, given, today)
    if (!unplaced) return []
    const declined = noRows.rows(no).map(({ at, ...one }) => ({ ...one, on: londonDate(new Date(at)) }))
    return [{ ...row, lines: unplaced.lines, declined, current: null, locked: false }]
  })
  return { care, count: rows[0]?.count ?? 0 }
}
