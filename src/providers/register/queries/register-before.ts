import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'

/** Whose register, of which day, and whether it is invented. */
export interface RegisterDay {
  readonly regulator: Regulator
  readonly asOf: IsoDate
  readonly demonstration: boolean
}

/** The other day for which a file of these bytes stands; none when it stands for this day too. */
export async function otherDayOf(
  db: Db,
  { regulator, asOf }: RegisterDay,
  digest: string,
): Promise<IsoDate | undefined> {
  const found = await registers(db)
    .selectFrom('register_file as f')
    .innerJoin('register_coverage as c', 'c.file_id', 'f.id')
    .select(sql<IsoDate>`f.as_of::text`.as('asOf'))
    .where('f.regulator', '=', regulator)
    .where('f.digest', '=', digest)
    .orderBy(({ eb }) => eb('f.as_of', '=', asOf), 'desc')
    .orderBy('f.as_of', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.asOf === asOf ? undefined : found?.asOf
}

/** As many services as two registers must share before it is odd that they say the same of all of them. */
const fewServices = 20

/** Another day on which the register of the incoming councils says just what the incoming rows say. */
export async function dayOfSameContent(
  db: Db,
  { regulator, asOf }: RegisterDay,
  importId: Id,
): Promise<IsoDate | undefined> {
  // Only a day with as many services in each of the councils can be alike: that leaves few to compare.
  const { rows } = await sql<{ asOf: IsoDate }>`with councils as materialized (
      select council, count(*) as services from register_incoming where import_id = ${importId} group by council
    ), days as materialized (
      select c.as_of, sum(k.services) as services
        from councils k join register_coverage c
          on c.regulator = ${regulator} and c.council = k.council and c.services = k.services and c.as_of <> ${asOf}
        group by c.as_of having count(*) = (select count(*) from councils) and sum(k.services) > ${fewServices}
    )
    select days.as_of::text as "asOf" from days where days.services = (
      select count(*) from register_incoming i
        join register_entry e on e.regulator = ${regulator} and e.as_of = days.as_of and e.number = i.number
        join register_detail d on d.id = e.detail_id and d.digest = i.digest
        where i.import_id = ${importId})
      order by days.as_of desc limit 1`.execute(registers(db))
  return rows[0]?.asOf
}

/** The file before, with how many of its councils are in the incoming one and which are not. */
export interface FileBefore {
  readonly rows: number
  readonly asOf: IsoDate
  readonly shared: number
  readonly missing: readonly string[]
}

/** The latest file of the register by that day; of files of one day the one with most services. */
export async function fileBefore(db: Db, { regulator, asOf, demonstration }: RegisterDay, importId: Id) {
  const { rows } = await sql<FileBefore>`with incoming as materialized (
      select distinct council from register_incoming where import_id = ${importId}
    ), before as (
      select f.id, f.as_of from register_file f
        where f.regulator = ${regulator} and f.as_of <= ${asOf} and f.demonstration = ${demonstration}
          and exists (select from register_coverage c join incoming i on i.council = c.council where c.file_id = f.id)
        order by f.as_of desc, f.rows desc, f.id desc limit 1
    ), councils as (
      select c.council, c.services,
          exists (select from incoming i where i.council = c.council) as there
        from register_coverage c join before on c.file_id = before.id
    )
    select (select as_of::text from before) as "asOf", sum(k.services)::integer as rows,
        (count(*) filter (where k.there))::integer as shared,
        coalesce(json_agg(coalesce(a.name, nullif(k.council, ''), 'no council') order by k.council)
          filter (where not k.there), '[]') as missing
      from councils k left join area a on a.code = k.council
      having count(*) > 0`.execute(registers(db))
  return rows[0]
}

/** How the incoming rows stand to what was known of their councils on that day or before. */
export interface RegisterDifference {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly closed: number
  /** Services that were known. */
  readonly before: number
  /** The latest day that they were known of. */
  readonly since: IsoDate | undefined
  /** Whether every council was known of on this very day. */
  readonly sameDay: boolean
}

/** Compares the incoming rows with what each council's register said last, by that day. */
export async function differenceFrom(
  db: Db,
  { regulator, asOf }: RegisterDay,
  importId: Id,
): Promise<RegisterDifference> {
  const { rows } = await sql<Omit<RegisterDifference, 'since'> & { since: IsoDate | null }>`with councils as (
      select distinct council from register_incoming where import_id = ${importId}
    ), days as (
      select k.council, (select max(c.as_of) from register_coverage c
          where c.regulator = ${regulator} and c.council = k.council and c.as_of <= ${asOf}) as as_of
        from councils k
    ), earlier as (
      select distinct on (e.number) e.number, d.digest
        from days join register_entry e
          on e.regulator = ${regulator} and e.council = days.council and e.as_of = days.as_of
        join register_detail d on d.id = e.detail_id
        order by e.number, e.as_of desc
    ), incoming as (
      select number, digest from register_incoming where import_id = ${importId}
    )
    select (count(*) filter (where e.number is null))::integer as added,
        (count(*) filter (where i.digest <> e.digest))::integer as changed,
        (count(*) filter (where i.digest = e.digest))::integer as unchanged,
        (count(*) filter (where i.number is null))::integer as closed,
        count(e.number)::integer as before,
        (select max(as_of)::text from days) as since,
        (select coalesce(bool_and(as_of is not distinct from ${asOf}::date), true) from days) as "sameDay"
      from incoming i full join earlier e using (number)`.execute(registers(db))
  const [found] = rows
  if (!found) throw new Error('A count gave no row.')
  return { ...found, since: found.since ?? undefined }
}
