import { sql } from 'kysely'
import type { Partnership } from '../../../core/auth/index.ts'
import { calendarOfPartnership, type WorkingCalendar } from '../../../core/calendar/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type IsoDate, londonDate } from '../../../core/values/index.ts'
import { criteriaOn } from '../../requests/need-criteria.ts'
import { needCriteriaOf } from '../../requests/queries/need-criteria.ts'
import { ruleFor } from '../../rules/queries/rule.ts'
import { brokerage } from '../../schema/index.ts'
import type { Ground } from '../invented-request.ts'

/** What a played week stands on. */
export interface WeekGround {
  readonly calendar: WorkingCalendar
  /** Where care is asked for, each as often as it was so far; only where a rule says who is asked. */
  readonly grounds: readonly (readonly [Ground, number])[]
  /** A level of need at which care has to be given. */
  readonly level: string
  readonly people: number
}

/** What stands in a partnership for a week to be played on. */
export async function weekGround(db: Db, partnership: Partnership, at: Date): Promise<WeekGround> {
  const { id } = partnership
  const on = londonDate(at)
  const { rows } = await sql<Ground & { asked: number }>`select area_code as area, district,
      service_type_key as "serviceType", count(*)::integer as asked
    from care_package where partnership_id = ${id} group by 1, 2, 3 order by 1, 2, 3`.execute(brokerage(db))
  const grounds: (readonly [Ground, number])[] = []
  for (const { asked, ...ground } of rows) if (await isRuled(db, id, ground, on)) grounds.push([ground, asked])
  const people = await brokerage(db)
    .selectFrom('person')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('partnership_id', '=', id)
    .executeTakeFirstOrThrow()
  const criteria = criteriaOn(await needCriteriaOf(db, partnership.nation), on)
  return {
    calendar: await calendarOfPartnership(db, partnership),
    grounds,
    level: criteria?.levels.find(({ eligible }) => eligible)?.key ?? '',
    people: people.count,
  }
}

const isRuled = async (db: Db, partnershipId: string, { serviceType, area }: Ground, on: IsoDate): Promise<boolean> =>
  (await ruleFor(db, partnershipId, { serviceType, area, on })) !== undefined
