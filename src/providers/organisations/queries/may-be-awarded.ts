import { sql } from 'kysely'
import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import type { Regulator } from '../../register/regulator.ts'
import { awardable, type MayBeAwarded } from '../awardable.ts'
import { organisations } from '../schema.ts'

/** Who is to get a place, for what, and since when. */
export interface PlaceQuestion {
  readonly organisationId: Id
  readonly serviceType: string | null
  /** The first day of the place. */
  readonly on: IsoDate
}

/** In whose contracts, and when that is decided. */
export interface AwardDecision {
  readonly partnership: Pick<Partnership, 'id' | 'nation'>
  /** The instant of the decision, by which the database goes too. */
  readonly at: Date
}

interface Row {
  readonly organisation: string
  readonly service: string | null
  readonly regulator: Regulator | null
  readonly source: string | null
  readonly registrationId: Id | null
  readonly reason: string | null
  readonly until: Date | null
}

/**
 * Whether organisations may be given places in lots, in the order of the places: not while one is suspended, nor
 * unregistered where the law wants it. One query.
 */
export async function mayBeAwarded(
  db: Db,
  { partnership, at }: AwardDecision,
  places: readonly PlaceQuestion[],
): Promise<MayBeAwarded[]> {
  if (places.length === 0) return []
  const today = londonDate(at)
  const [ids, services, days] = [
    places.map(({ organisationId }) => organisationId),
    places.map(({ serviceType }) => serviceType ?? ''),
    // A place that began before the duty is judged by the law of today.
    places.map(({ on }) => (on > today ? on : today)),
  ]
  const { rows } = await sql<Row>`select o.name as organisation, t.name as service, d.regulator, d.source,
      r.id as "registrationId", g.reason, g.until
    from unnest(${ids}::uuid[], ${services}::text[], ${days}::date[]) with ordinality
        as asked (organisation_id, service, day, place)
      join organisation o on o.id = asked.organisation_id
      left join service_type t on t.key = asked.service
      left join registration_duty d on d.nation = ${partnership.nation} and d.service_type_key = t.key
        and d.valid @> asked.day
      left join lateral (select id from organisation_registration
        where organisation_id = o.id and regulator = d.regulator order by told_at, id limit 1) r on true
      left join lateral (select reason, upper(during) as until from placement_gate
        where partnership_id = ${partnership.id} and organisation_id = o.id and kind = 'suspension'
          and (during @> ${at.toISOString()}::timestamptz or during @> asked.day::timestamp at time zone 'Europe/London')
        order by upper(during) desc nulls first limit 1) g on true
    order by asked.place`.execute(organisations(db))
  if (rows.length !== places.length) throw notFound('This organisation')
  return rows.map(({ organisation, service, regulator, source, registrationId, reason, until }) =>
    awardable({
      organisation,
      service,
      duty: regulator && source ? { regulator, source } : null,
      registrationId,
      suspension: reason === null ? null : { until, reason },
    }),
  )
}
