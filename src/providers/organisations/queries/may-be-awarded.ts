import { sql } from 'kysely'
import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import type { Regulator } from '../../register/regulator.ts'
import { awardable, type MayBeAwarded } from '../awardable.ts'
import { organisations } from '../schema.ts'

/** Who is to get a place, for what, since when, and when that is decided. */
export interface AwardQuestion {
  readonly partnership: Pick<Partnership, 'id' | 'nation'>
  readonly organisationId: Id
  readonly serviceType: string | null
  /** The first day of the place. */
  readonly on: IsoDate
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

/** Whether an organisation may be given a place in a lot: not while it is suspended, nor unregistered where the law wants it. One query. */
export async function mayBeAwarded(
  db: Db,
  { partnership, organisationId, serviceType, on, at }: AwardQuestion,
): Promise<MayBeAwarded> {
  const today = londonDate(at)
  // A place that began before the duty is judged by the law of today.
  const day = on > today ? on : today
  const { rows } = await sql<Row>`select o.name as organisation, t.name as service, d.regulator, d.source,
      r.id as "registrationId", g.reason, g.until
    from organisation o
      left join service_type t on t.key = ${serviceType}
      left join registration_duty d on d.nation = ${partnership.nation} and d.service_type_key = t.key
        and d.valid @> ${day}::date
      left join lateral (select id from organisation_registration
        where organisation_id = o.id and regulator = d.regulator order by told_at, id limit 1) r on true
      left join lateral (select reason, upper(during) as until from placement_gate
        where partnership_id = ${partnership.id} and organisation_id = o.id and kind = 'suspension'
          and (during @> ${at.toISOString()}::timestamptz or during @> (${day}::date)::timestamp at time zone 'Europe/London')
        order by upper(during) desc nulls first limit 1) g on true
    where o.id = ${organisationId}`.execute(organisations(db))
  const [found] = rows
  if (!found) throw notFound('This organisation')
  const { organisation, service, regulator, source, registrationId, reason, until } = found
  return awardable({
    organisation,
    service,
    duty: regulator && source ? { regulator, source } : null,
    registrationId,
    suspension: reason === null ? null : { until, reason },
  })
}
