import { type Kysely, sql } from 'kysely'
import { forward, type Migrations } from '../../core/db/index.ts'

/** What lets a desk be read quickly however many packages, offers and rounds lie in the past. */
export const deskMigrations: Migrations = {
  '2026-11-22T2150-desk': forward(async (db) => {
    const run = (text: string) => sql.raw(text).execute(db)
    await run('alter table care_package add unplaced_minutes integer not null default 0 check (unplaced_minutes >= 0)')
    await run('alter table care_package add review_on date')
    await run(`create index care_package_desk on care_package (partnership_id, state, origin, ready_at)
      include (id, broker_id, area_code, unplaced_minutes, review_on) where state in ('waiting', 'offering', 'unmet')`)
    await run(`create index offer_live on offer (partnership_id, package_id)
      where state in ('open', 'asked', 'proposed')`)
    await run(`create index offer_answered on offer (partnership_id, answered_at) include (sent_at)
      where state in ('accepted', 'part-accepted', 'declined')`)
    await run(`create index offer_accepted on offer (partnership_id, answered_at) include (step)
      where state in ('accepted', 'part-accepted')`)
    await run(`create index offer_round_over on offer_round (partnership_id, closed_at) include (package_id)
      where outcome in ('unmet', 'part')`)
    await run(`create index placement_starting on placement (partnership_id, starts_on) where state = 'agreed'`)
  }),
  '2026-11-23T0016-unplaced-before': forward(noteUnplacedBefore),
}

/** Works out for packages from before these columns what the next change of each would have: what nobody gives on the first day on which anything is missing. */
export async function noteUnplacedBefore(db: Kysely<unknown>): Promise<void> {
  const today = `(now() at time zone 'Europe/London')::date`
  await sql
    .raw(`with given as (
        select v.partnership_id, v.line_id, v.weekday, bool_or(upper_inf(v.held)) as on_and_on, max(upper(v.held)) as until
        from placed_visit v
          join placement t on t.partnership_id = v.partnership_id and t.id = v.placement_id and t.state <> 'cancelled'
        group by v.partnership_id, v.line_id, v.weekday
      ), visit as (
        select l.partnership_id, l.package_id, l.minutes * l.carers as minutes, upper(l.held) as until,
          greatest(lower(l.held), ${today}, (p.ready_at at time zone 'Europe/London')::date, g.until) as missing_on
        from care_package p
          join package_line l on l.partnership_id = p.partnership_id and l.package_id = p.id
          cross join generate_series(1, 7) as w (day)
          left join given g on g.partnership_id = l.partnership_id and g.line_id = l.id and g.weekday = w.day
        where p.state not in ('ended', 'withdrawn') and l.days & (1 << (w.day - 1)) <> 0
          and not coalesce(g.on_and_on, false)
      ), missing as (
        select *, min(missing_on) over (partition by partnership_id, package_id) as first_on
        from visit where until is null or missing_on < until
      ), unplaced as (
        select partnership_id, package_id, sum(minutes)::integer as minutes from missing
        where missing_on = first_on group by partnership_id, package_id
      )
      update care_package p set unplaced_minutes = u.minutes from unplaced u
      where p.partnership_id = u.partnership_id and p.id = u.package_id and p.unplaced_minutes = 0`)
    .execute(db)
  await sql
    .raw(`update care_package p set review_on = (select h.review_on from unmet_spell s
          join unmet_piece h on h.partnership_id = s.partnership_id and h.subject_id = s.id and upper_inf(h.known)
        where s.partnership_id = p.partnership_id and s.package_id = p.id and s.kind = 'need' and s.ended_on is null
        order by s.began_on desc, lower(h.held) desc limit 1)
      where p.review_on is null and p.state not in ('ended', 'withdrawn')
        and exists (select from unmet_spell s where s.partnership_id = p.partnership_id and s.package_id = p.id
          and s.kind = 'need' and s.ended_on is null)`)
    .execute(db)
}
