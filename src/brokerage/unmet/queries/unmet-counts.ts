import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { UnmetCount, UnmetWeek } from '../kept-count.ts'
import type { ToldCount } from '../told-counts.ts'
import type { ToldWeekCount } from '../told-weeks.ts'

/** All counts of a partnership as they are kept, small numbers and all: only its own people and the count itself read them. One query. */
export const keptCounts = (
  db: Db,
  partnershipId: Id,
): Promise<{ readonly counts: readonly UnmetCount[]; readonly weeks: readonly UnmetWeek[] }> =>
  brokerage(db)
    .selectNoFrom([
      sql<
        UnmetCount[]
      >`coalesce((select json_agg(json_build_array(c.month, c.service_type_key, c.area_code, c.reason, c.band, c.carers,
        c.people, c.minutes) order by c.month, c.service_type_key, c.area_code, c.reason, c.band, c.carers)
        from unmet_count c where c.partnership_id = ${partnershipId}), '[]')`.as('counts'),
      sql<
        UnmetWeek[]
      >`coalesce((select json_agg(json_build_array(w.week_on, w.service_type_key, w.origin, w.met, w.people, w.minutes)
        order by w.week_on, w.service_type_key, w.origin, w.met)
        from unmet_week w where w.partnership_id = ${partnershipId}), '[]')`.as('weeks'),
    ])
    .executeTakeFirstOrThrow()

/** Which counts are wanted. */
export interface UnmetAsked {
  readonly service?: string | undefined
  /** The last month that was counted and the one before it; all without. */
  readonly latest?: boolean
}

/** SQL for counts of unmet need by month as anyone may be told of them, to stand in the query that reads what they are shown with. */
export function unmetTold(partnershipId: Id, { service, latest = false }: UnmetAsked = {}): RawBuilder<ToldCount[]> {
  const ofService = service === undefined ? sql`` : sql`and c.service_type_key = ${service}`
  const ofLatest = latest
    ? sql`and c.month >= date_trunc('month', ${unmetCountedOn(partnershipId)}) - interval '1 month'`
    : sql``
  return sql<
    ToldCount[]
  >`coalesce((select json_agg(json_build_object('month', c.month, 'service', c.service_type_key, 'area', c.area_code,
    'reason', c.reason, 'part', case when c.band is not null then json_build_object('band', c.band, 'carers', c.carers) end,
    'people', c.people, 'minutes', c.minutes) order by c.place)
    from unmet_told c where c.partnership_id = ${partnershipId} ${ofService} ${ofLatest}), '[]')`
}

/** SQL for the day up to which unmet need was counted; null before it ever was. */
export const unmetCountedOn = (partnershipId: Id): RawBuilder<IsoDate | null> =>
  sql<IsoDate | null>`(select u.counted_on from unmet_counted u where u.partnership_id = ${partnershipId})`

/** SQL for counts of unmet need on Mondays as anyone may be told of them. */
export const unmetWeeksTold = (partnershipId: Id): RawBuilder<ToldWeekCount[]> =>
  sql<
    ToldWeekCount[]
  >`coalesce((select json_agg(json_build_object('week', w.week_on, 'service', w.service_type_key, 'origin', w.origin,
    'met', w.met, 'people', w.people, 'minutes', w.minutes) order by w.place)
    from unmet_week_told w where w.partnership_id = ${partnershipId}), '[]')`
