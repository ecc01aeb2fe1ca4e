import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import type { RegisterDay } from '../queries/register-before.ts'
import { registers } from '../schema.ts'
import { writeRegisterTally } from './write-register-tally.ts'

/** The file whose rows are taken. */
export interface TakenFile extends RegisterDay {
  readonly importId: Id
  readonly name: string
  readonly digest: string
  readonly sourceKey: string
  readonly rows: number
  readonly at: Date
}

/** Takes the rows on their way in as the register of their councils on that day, in place of what stood for it. */
export async function takeRegister(db: Db, file: TakenFile): Promise<void> {
  const { regulator, asOf, importId, demonstration, sourceKey } = file
  const fileId = newId()
  await registers(db)
    .insertInto('register_file')
    .values({
      id: fileId,
      regulator,
      as_of: asOf,
      name: file.name,
      digest: file.digest,
      source_key: sourceKey,
      imported_at: file.at,
      rows: file.rows,
      demonstration,
    })
    .execute()
  await addDetails(db, file)
  const emptied = await emptyDay(db, file)
  await sql`insert into register_entry (regulator, as_of, council, number, detail_id)
    select ${regulator}, ${asOf}::date, i.council, i.number, d.id
      from register_incoming i
      join register_detail d on d.regulator = ${regulator} and d.number = i.number and d.digest = i.digest
      where i.import_id = ${importId}`.execute(registers(db))
  await sql`insert into register_coverage as c (regulator, as_of, council, file_id, services, source_key, demonstration)
    select ${regulator}, ${asOf}::date, council, ${fileId}::uuid, count(*), ${sourceKey}, ${demonstration}
      from register_incoming where import_id = ${importId} group by council
    on conflict (regulator, council, as_of) do update set file_id = excluded.file_id, services = excluded.services,
      source_key = excluded.source_key, demonstration = excluded.demonstration`.execute(registers(db))
  if (emptied) await dropWhatNothingNames(db, file)
  await writeRegisterTally(db, regulator, asOf)
}

/** Keeps what has not been said of a service before. */
const addDetails = (db: Db, { regulator, importId }: TakenFile) =>
  sql`insert into register_detail (id, regulator, number, digest, name, status, client_group, care_service, subtype,
      service_type, care_groups, sector_word, sector, in_house, council, place, town, postcode, provider_number,
      provider_name, places, beds, staff, rating_scale, lowest_grade, highest_grade, grades, graded_on, inspected_on,
      registered_on, decile)
    select r.id, ${regulator}, i.number, i.digest, r.name, r.status, r.client_group, r.care_service, r.subtype,
        r.service_type, r.care_groups, r.sector_word, r.sector, r.in_house, i.council, r.place, r.town, r.postcode,
        r.provider_number, r.provider_name, r.places, r.beds, r.staff, r.rating_scale, r.lowest_grade, r.highest_grade,
        r.grades, r.graded_on, r.inspected_on, r.registered_on, r.decile
      from register_incoming i, jsonb_to_record(i.detail) as r (id uuid, name text, status text, client_group text,
        care_service text, subtype text, service_type text, care_groups jsonb, sector_word text, sector text,
        in_house boolean, place text, town text, postcode text, provider_number text, provider_name text,
        places integer, beds integer, staff double precision, rating_scale text, lowest_grade integer,
        highest_grade integer, grades jsonb, graded_on date, inspected_on date, registered_on date, decile integer)
      where i.import_id = ${importId} and not exists (
        select from register_detail d where d.regulator = ${regulator} and d.number = i.number and d.digest = i.digest)
  `.execute(registers(db))

/** Takes away what the register of that day said of the file's councils and services; whether it said anything. */
async function emptyDay(db: Db, { regulator, asOf, importId }: TakenFile): Promise<boolean> {
  const { rows } = await sql<{ council: string; gone: number }>`with gone as (
      delete from register_entry e where e.regulator = ${regulator} and e.as_of = ${asOf} and (
        e.council in (select council from register_incoming where import_id = ${importId})
        or e.number in (select number from register_incoming where import_id = ${importId}))
      returning e.council
    ) select council, count(*)::integer as gone from gone group by council`.execute(registers(db))
  // A service that another council's file named for this day as well stands where the later file says.
  for (const { council, gone } of rows) {
    await registers(db)
      .updateTable('register_coverage')
      .set(({ eb }) => ({ services: eb('services', '-', gone) }))
      .where('regulator', '=', regulator)
      .where('as_of', '=', asOf)
      .where('council', '=', council)
      .execute()
  }
  return rows.length > 0
}

/** Removes details and files that no register names any more. */
export async function dropWhatNothingNames(db: Db, { regulator }: Pick<RegisterDay, 'regulator'>): Promise<void> {
  await sql`delete from register_detail d where d.regulator = ${regulator}
    and not exists (select from register_entry e where e.detail_id = d.id)`.execute(registers(db))
  await sql`delete from register_file f where f.regulator = ${regulator} and f.demonstration
    and not exists (select from register_coverage c where c.file_id = f.id)`.execute(registers(db))
}
