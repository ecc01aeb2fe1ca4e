import { type RawBuilder, sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import { addDays, type Id, londonDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { type DeskGroup, perPage, shownOf, soonMinutes, startsWithin } from '../desk-group.ts'
import type { Standing, Starting } from '../desk-row.ts'

/** What a desk is narrowed to. */
export interface DeskFilter {
  /** Packages of one broker, or of nobody. */
  readonly broker?: { readonly id: Id | null } | undefined
  readonly area?: string | undefined
  readonly needs?: string | undefined
}

/** Which of a group are wanted: the first few, or a page of one group alone. */
export interface DeskPart {
  readonly group?: DeskGroup | undefined
  readonly page: number
}

const narrowed = ({ broker, area, needs }: DeskFilter): RawBuilder<unknown> =>
  sql.join(
    [
      sql``,
      ...(broker ? [broker.id === null ? sql`p.broker_id is null` : sql`p.broker_id = ${broker.id}`] : []),
      ...(area ? [sql`p.area_code = ${area}`] : []),
      ...(needs ? [sql`${needs} = any(p.needs)`] : []),
    ],
    sql` and `,
  )

const spanOf = (group: DeskGroup, { group: alone, page }: DeskPart): { first: number; last: number } =>
  alone === undefined
    ? { first: 1, last: shownOf[group] }
    : alone === group
      ? { first: (page - 1) * perPage + 1, last: page * perPage }
      : { first: 1, last: 0 }

/** The packages that a desk shows, group by group, discharges first, then what is due or waits longest. One query. */
export async function deskRows(
  db: Db,
  partnershipId: Id,
  { filter, part, now }: { readonly filter: DeskFilter; readonly part: DeskPart; readonly now: Date },
): Promise<Standing[]> {
  const [act, send, with_] = [spanOf('act', part), spanOf('send', part), spanOf('with', part)]
  const soon = new Date(now.getTime() + soonMinutes * 60_000)
  // What is told of a package is gathered by its identifier, not joined: where a plan was kept while few offers were live, a
  // join went through all of them for each package.
  const { rows } = await sql<Standing>`${keptPlan}with told as (
      select p.id, p.state, p.origin, p.ready_at, null::timestamptz as due_at, null::boolean as asked,
        null::boolean as proposed, null::text as round
      from care_package p
      where p.partnership_id = ${partnershipId} and p.state in ('waiting', 'offering', 'unmet')
        and (p.state <> 'unmet' or p.review_on is null or p.review_on <= ${londonDate(now)}::date)${narrowed(filter)}
      union all
      select o.package_id, null, null, null, o.due_at, o.state = 'asked', o.state = 'proposed', null
      from offer o where o.partnership_id = ${partnershipId} and o.state in ('open', 'asked', 'proposed')
      union all
      select r.package_id, null, null, null, null, null, null, r.state
      from offer_round r where r.partnership_id = ${partnershipId} and r.state in ('running', 'paused', 'approval')
    ), standing as (
      select id, min(state) as state, min(origin) as origin, min(ready_at) as ready_at, min(due_at) as due_at,
        bool_or(asked) as asked, bool_or(proposed) as proposed, min(round) as round
      from told group by id having min(state) is not null
    ), desk as (
      select id, origin, coalesce(due_at, ready_at) as at,
        case
          when state = 'unmet' then 'unmet'
          when state = 'waiting' then 'unsent'
          when round is null then 'stuck'
          when asked then 'question'
          when proposed then 'proposal'
          when round = 'approval' then 'approval'
          when due_at <= ${now.toISOString()}::timestamptz then 'late'
          when due_at <= ${soon.toISOString()}::timestamptz then 'soon'
          when round = 'paused' then 'paused'
          else 'waiting' end as why
      from standing
    ), grouped as (
      select id, why, at, origin, case
        when why in ('paused', 'waiting') then 'with'
        when why = 'unsent' and origin <> 'hospital' then 'send'
        else 'act' end as "group"
      from desk
    ), placed as (
      select id, why, "group", count(*) over (partition by "group")::integer as count,
        row_number() over (partition by "group" order by (origin = 'hospital') desc, at, id) as place
      from grouped
    )
    select id as "packageId", why, "group", count from placed
    where ("group" = 'act' and place between ${act.first}::integer and ${act.last}::integer)
      or ("group" = 'send' and place between ${send.first}::integer and ${send.last}::integer)
      or ("group" = 'with' and place between ${with_.first}::integer and ${with_.last}::integer)
    order by place`.execute(brokerage(db))
  return rows
}

/** Placements agreed that are to begin within days, or should have; the earliest first. One query. */
export async function deskStarts(
  db: Db,
  partnershipId: Id,
  { filter, part, now }: { readonly filter: DeskFilter; readonly part: DeskPart; readonly now: Date },
): Promise<Starting[]> {
  const { first, last } = spanOf('start', part)
  if (last === 0) return []
  const { rows } =
    await sql<Starting>`select s.id as "placementId", s.package_id as "packageId", s.reference, s.version,
      g.name as organisation, s.starts_on as "startsOn", o.step, s.count,
      coalesce(o.accepted_minutes, 0) as minutes
    from (
      select t.*, count(*) over ()::integer as count from placement t
        join care_package p on p.partnership_id = t.partnership_id and p.id = t.package_id
      where t.partnership_id = ${partnershipId} and t.state = 'agreed'
        and t.starts_on < ${addDays(londonDate(now), startsWithin)}::date${narrowed(filter)}
      order by t.starts_on, t.id offset ${first - 1} limit ${last - first + 1}
    ) s
      join organisation g on g.id = s.organisation_id
      left join offer o on o.partnership_id = s.partnership_id and o.id = s.offer_id
    order by s.starts_on, s.id`.execute(brokerage(db))
  return rows
}
