import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { type ComparableService, compareServices, type Matched } from '../compare-services.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'
import { adultServices, daysOn, scopeOf } from './scope.ts'
import { noRegister } from './tally.ts'

/** A service as a comparison lists it. */
export interface ComparedService extends ComparableService {
  readonly regulator: Regulator
  readonly name: string
  /** The regulator's words. */
  readonly careService: string
  readonly subtype: string | null
  readonly providerName: string | null
  /** The number under which it goes on, or under which it was before, where that was told. */
  readonly goesOnAs: string | null
  readonly wentBefore: string | null
}

/** What differs between the registers of an area on two days, over its adult active services. */
export interface RegisterComparison {
  readonly area: string
  /** The days that answer: the latest registers up to the days asked for. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly matched: number
  readonly new: number
  readonly gone: number
  readonly lowestGradeUp: number
  readonly lowestGradeDown: number
  /** How many services have another number of places. */
  readonly resized: number
  /** Places added to and taken from services that are on both days. */
  readonly placesGained: number
  readonly placesLost: number
  /** Places of services that only one of the days has. */
  readonly placesNew: number
  readonly placesGone: number
  /** Names of councils that are left out, because no register of them is known by the earlier day. */
  readonly leftOut: readonly string[]
  /** The services behind the counts, by name; only so many of each. */
  readonly services: {
    readonly new: readonly ComparedService[]
    readonly gone: readonly ComparedService[]
    readonly regraded: readonly Matched<ComparedService>[]
    readonly resized: readonly Matched<ComparedService>[]
  }
}

/** Between which days, of which area, and how many services are listed at the most. */
export interface ComparisonAsked {
  readonly area: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly most?: number
}

interface Found {
  readonly fromDay: IsoDate | null
  readonly toDay: IsoDate | null
  /** Councils that both days know, and that the later one does. */
  readonly compared: readonly string[]
  readonly known: readonly string[]
  /** How many services both days say the same of; the others stand below. */
  readonly same: number
  readonly before: readonly ComparedService[]
  readonly after: readonly ComparedService[]
}

/** Compares the registers of an area on two days; "not found" when there is none by one of them. */
export async function compareRegister(
  db: Db,
  { area, from, to, most = 200 }: ComparisonAsked,
): Promise<RegisterComparison> {
  const scope = await scopeOf(db, area)
  if (scope.councils.length === 0) throw noRegister(area, from)
  const { rows } = await sql<Found>`with days_from as ${daysOn(scope, from)}, days_to as ${daysOn(scope, to)},
      -- A council that only one day knows would be all new or all gone.
      earlier as (select f.* from days_from f join days_to t using (regulator, council)),
      later as (select t.* from days_to t join days_from f using (regulator, council)),
      before as (select s.* from ${adultServices(scope, 'earlier')}),
      after as (select s.* from ${adultServices(scope, 'later')})
    select (select max(as_of) from days_from) as "fromDay", (select max(as_of) from days_to) as "toDay",
      coalesce((select json_agg(council) from earlier), '[]') as compared,
      coalesce((select json_agg(council) from days_to), '[]') as known,
      (select count(*) from before join after using (id)) as same,
      ${changed('before', 'after')} as before, ${changed('after', 'before')} as after`.execute(registers(db))
  const [found] = rows
  if (!found?.fromDay) throw noRegister(area, from)
  if (!found.toDay) throw noRegister(area, to)
  const changes = compareServices(found.before, found.after)
  const regraded = [...changes.down, ...changes.up]
  return {
    area,
    from: found.fromDay,
    to: found.toDay,
    matched: changes.matched + found.same,
    new: changes.new.length,
    gone: changes.gone.length,
    lowestGradeUp: changes.up.length,
    lowestGradeDown: changes.down.length,
    resized: changes.resized.length,
    placesGained: changes.placesGained,
    placesLost: changes.placesLost,
    placesNew: changes.placesNew,
    placesGone: changes.placesGone,
    leftOut: scope.councils.flatMap(({ council, name }) =>
      found.known.includes(council) && !found.compared.includes(council) ? [name] : [],
    ),
    services: {
      new: changes.new.slice(0, most),
      gone: changes.gone.slice(0, most),
      regraded: regraded.slice(0, most),
      resized: changes.resized.slice(0, most),
    },
  }
}

/** The services of a day of which the other day does not say the same; most services change little from month to month. */
const changed = (day: 'before' | 'after', other: 'before' | 'after') => sql`coalesce((select json_agg(json_build_object(
    'regulator', s.regulator, 'number', s.number, 'name', s.name, 'careService', s.care_service, 'subtype', s.subtype,
    'providerName', s.provider_name, 'lowestGrade', s.lowest_grade, 'places', s.places,
    'goesOnAs', (select min(t.number) from register_succession t
      where t.regulator = s.regulator and t.earlier_number = s.number),
    'wentBefore', (select min(t.earlier_number) from register_succession t
      where t.regulator = s.regulator and t.number = s.number)) order by s.name, s.number)
  from ${sql.table(day)} s where s.id not in (select id from ${sql.table(other)})), '[]')`
