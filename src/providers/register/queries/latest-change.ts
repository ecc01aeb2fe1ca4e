import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { registers } from '../schema.ts'
import { counts, daysOn, type Scope, scopeOf } from './scope.ts'

/** What the latest register of an area changed against the one before it, over its adult active services. */
export interface LatestChange {
  /** The day of the register before. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly new: number
  readonly gone: number
  readonly lowestGradeUp: number
  readonly lowestGradeDown: number
  /** Places added to and taken from services that are on both days. */
  readonly placesGained: number
  readonly placesLost: number
}

/**
 * Counts what the latest register changed, for a page that anyone reads: only services whose details differ are looked
 * at, and no service is named. Undefined where an area has no two registers.
 */
export async function latestChange(db: Db, area: string): Promise<LatestChange | undefined> {
  const scope = await scopeOf(db, area)
  if (scope.councils.length === 0) return undefined
  const { rows } = await sql<Found>`with latest as ${daysOn(scope, undefined)},
      pairs as (
        select l.regulator, l.council, l.as_of as later, p.as_of as earlier
          from latest l cross join lateral (select max(c.as_of) as as_of from register_coverage c
            where c.regulator = l.regulator and c.council = l.council and c.as_of < l.as_of) p
          where p.as_of is not null
      ),
      ${entriesOf('earlier')}, ${entriesOf('later')},
      changed as (
        select counted_a as after, counted_b as before,
            sa.lowest_grade as grade_after, sb.lowest_grade as grade_before,
            coalesce(sa.places, 0) - coalesce(sb.places, 0) as more
          from in_later a full join in_earlier b using (regulator, number)
            left join register_detail sa on sa.id = a.detail_id
            left join register_detail sb on sb.id = b.detail_id
            cross join lateral (select ${isCounted(scope, 'sa')} as counted_a, ${isCounted(scope, 'sb')} as counted_b) counted
          where a.detail_id is distinct from b.detail_id
      )
    select (select max(earlier) from pairs) as from, (select max(later) from pairs) as to,
      count(*) filter (where after and not before) as new,
      count(*) filter (where before and not after) as gone,
      count(*) filter (where after and before and grade_after > grade_before) as "lowestGradeUp",
      count(*) filter (where after and before and grade_after < grade_before) as "lowestGradeDown",
      coalesce(sum(more) filter (where after and before and more > 0), 0) as "placesGained",
      coalesce(-sum(more) filter (where after and before and more < 0), 0) as "placesLost"
    from changed`.execute(registers(db))
  const [found] = rows
  if (!found?.from || !found.to) return undefined
  const { from, to, ...counts } = found
  return { from, to, ...counts }
}

type Found = Omit<LatestChange, 'from' | 'to'> & { readonly from: IsoDate | null; readonly to: IsoDate | null }

const entriesOf = (day: 'earlier' | 'later') => sql`${sql.raw(`in_${day}`)} as (
    select e.regulator, e.number, e.detail_id from pairs p
      join register_entry e on e.regulator = p.regulator and e.council = p.council and e.as_of = p.${sql.raw(day)}
  )`

/** Whether a service is an adult active one of the area. */
const isCounted = (scope: Scope, detail: 'sa' | 'sb') => sql`coalesce(${sql.ref(`${detail}.client_group`)} = 'adults'
  and ${sql.ref(`${detail}.status`)} = 'active'
  and ${counts(scope, `${detail}.place`)}, false)`
