import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'
import type { NumberKnown } from '../succession.ts'
import { councilsIn, scopeOf } from './scope.ts'

/** A succession as it was told, with the names that the two numbers last bore. */
export interface StandingSuccession {
  readonly number: string
  readonly earlierNumber: string
  readonly on: IsoDate
  readonly note: string | null
  readonly name: string
  readonly earlierName: string
}

/** Every succession that was told of a regulator's services, or of those of an area; they are few, because each is told by hand. */
export async function successionsOf(db: Db, regulator: Regulator, area?: string): Promise<StandingSuccession[]> {
  const scope = area === undefined ? undefined : await scopeOf(db, area)
  const here = scope
    ? sql`and exists (select from ${councilsIn(scope)} join register_entry e on e.regulator = s.regulator
        and e.council = s.council and e.number in (t.number, t.earlier_number))`
    : sql``
  const nameOf = (
    number: string,
  ) => sql`(select s.name from register_entry e join register_detail s on s.id = e.detail_id
    where e.regulator = t.regulator and e.number = ${sql.ref(number)} order by e.as_of desc limit 1)`
  const { rows } =
    await sql<StandingSuccession>`select t.number, t.earlier_number as "earlierNumber", t.on_date as "on", t.note,
      coalesce(${nameOf('t.number')}, t.number) as name,
      coalesce(${nameOf('t.earlier_number')}, t.earlier_number) as "earlierName"
    from register_succession t where t.regulator = ${regulator} ${here}
    order by t.on_date desc, t.number, t.earlier_number`.execute(registers(db))
  return rows
}

/** When services began, by number; left out: those that no register names, or none of an area where one is given. */
export async function numbersKnown(
  db: Db,
  regulator: Regulator,
  numbers: readonly string[],
  area?: string,
): Promise<Map<string, NumberKnown>> {
  const scope = area === undefined ? undefined : await scopeOf(db, area)
  const rows = await registers(db)
    .selectFrom('register_entry as e')
    .innerJoin('register_detail as s', 's.id', 'e.detail_id')
    .select(['e.number', sql<IsoDate>`least(min(e.as_of), min(s.registered_on))`.as('begun')])
    .where('e.regulator', '=', regulator)
    .where('e.number', 'in', [...numbers])
    .where(scope ? sql<boolean>`(e.regulator, e.council) in (select * from ${councilsIn(scope)})` : sql<boolean>`true`)
    .groupBy('e.number')
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}
