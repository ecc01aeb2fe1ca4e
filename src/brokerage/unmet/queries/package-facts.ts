import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { PackageFacts } from '../package-facts.ts'

/** What a spell is worked out from, in one query; undefined when there is no such package. */
export async function packageFacts(db: Db, partnershipId: Id, packageId: Id): Promise<PackageFacts | undefined> {
  const own = sql`t.partnership_id = p.partnership_id and t.package_id = p.id`
  const { rows } =
    await sql<PackageFacts>`${keptPlan}select p.id, p.person_id, p.need, p.service_type_key, p.area_code, p.origin, p.state, p.ready_at, p.ended_on,
      p.unplaced_minutes, p.review_on,
      coalesce((select json_agg(json_build_object('id', t.id, 'band', t.band, 'days', t.days, 'minutes', t.minutes,
        'carers', t.carers, 'held', t.held) order by t.id) from package_line t where ${own}), '[]') as lines,
      coalesce((select json_agg(json_build_object('id', t.id, 'state', t.state, 'started_on', t.started_on,
        'ends_on', t.ends_on, 'end_reason', t.end_reason) order by t.agreed_at, t.id)
        from placement t where ${own} and t.state <> 'cancelled'), '[]') as placements,
      coalesce((select json_agg(json_build_object('placement_id', t.placement_id, 'line_id', t.line_id,
        'weekday', t.weekday, 'held', t.held)) from placed_visit t where ${own}), '[]') as placed,
      coalesce((select json_agg(json_build_object('placement_id', t.id, 'during', z.during))
        from placement t join placement_pause z on z.partnership_id = t.partnership_id and z.placement_id = t.id
        where ${own}), '[]') as pauses,
      (select json_build_object('state', t.state, 'outcome', t.outcome,
        'offers', coalesce((select json_agg(json_build_object('state', o.state, 'reason', o.reason)) from offer o
          where o.partnership_id = t.partnership_id and o.round_id = t.id and o.package_id = t.package_id), '[]'),
        'refused', (select count(*) from price_approval a where a.partnership_id = t.partnership_id
          and a.round_id = t.id and a.state = 'declined'))
        from offer_round t where ${own} order by t.number desc limit 1) as round,
      (select json_build_object('id', t.id, 'began_on', t.began_on, 'ended_on', t.ended_on, 'end_reason', t.end_reason,
        'closedAt', (select max(upper(h.known)) from unmet_piece h
          where h.partnership_id = t.partnership_id and h.subject_id = t.id and not upper_inf(h.known)),
        'pieces', coalesce((select json_agg(json_build_object('from', lower(h.held), 'until', upper(h.held),
          'knownFrom', lower(h.known), 'wantedMinutes', h.wanted_minutes, 'deliveredMinutes', h.delivered_minutes,
          'interim', h.interim, 'reason', h.reason, 'harm', h.harm, 'reviewOn', h.review_on, 'unplaced', h.unplaced)
          order by lower(h.held)) from unmet_piece h
          where h.partnership_id = t.partnership_id and h.subject_id = t.id and upper_inf(h.known)), '[]'))
        from unmet_spell t where ${own} and t.kind = 'need' order by t.began_on desc, t.id desc limit 1) as last
    from care_package p where p.partnership_id = ${partnershipId} and p.id = ${packageId}`.execute(brokerage(db))
  return rows[0]
}
