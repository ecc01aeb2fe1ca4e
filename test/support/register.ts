import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { ownerOf } from '../../src/core/db/database.ts'
import type { Database } from '../../src/core/db/index.ts'
import { newId } from '../../src/core/values/index.ts'
import type { RegisterDetail, RegisterTables } from '../../src/providers/register/schema.ts'

/** A service as a test says it; what it leaves out is the same for all. */
export type ServiceSaid = Pick<RegisterDetail, 'number'> & Partial<RegisterDetail>

/** The register of councils on one day. */
export interface PictureSaid {
  readonly asOf: string
  readonly regulator?: RegisterTables['register_file']['regulator']
  /** Councils that the file pictures, those without a service included; by default those of its services. */
  readonly councils?: readonly string[]
  readonly demonstration?: boolean
  readonly services: readonly ServiceSaid[]
}

const usual: Omit<RegisterDetail, 'number'> = {
  name: 'Example House',
  status: 'active',
  client_group: 'adults',
  care_service: 'Care Home Service',
  subtype: 'Older People',
  service_type: 'care-home-older-people',
  care_groups: [],
  sector_word: 'Private',
  sector: 'private',
  in_house: false,
  council: 'S12000040',
  place: null,
  town: null,
  postcode: null,
  provider_number: null,
  provider_name: 'Example Care',
  places: 40,
  beds: 40,
  staff: null,
  rating_scale: 'care-inspectorate-key-questions',
  lowest_grade: 4,
  highest_grade: 5,
  grades: {},
  graded_on: null,
  inspected_on: null,
  registered_on: null,
  decile: null,
}

/** Puts the register of a day into the tables as an import would leave it: details once, entries, coverage and tally. */
export async function pictureRegister(database: Database, said: PictureSaid): Promise<void> {
  const { asOf, regulator = 'care-inspectorate', demonstration = false } = said
  const owner = ownerOf(database)
  const details = said.services.map((service): RegisterDetail => ({ ...usual, ...service }))
  const councils = said.councils ?? [...new Set(details.map(({ council }) => council))]
  const source = demonstration ? 'test-invented' : 'test-register'
  const file = newId()
  await sql`insert into source (key, title, publisher, licence) values (${source}, 'Test register', 'Test regulator', 'None')
    on conflict do nothing`.execute(owner)
  await sql`insert into register_file (id, regulator, as_of, name, digest, source_key, imported_at, rows, demonstration)
    values (${file}, ${regulator}, ${asOf}, ${`register-${asOf}.csv`}, ${file}, ${source}, ${`${asOf}T12:00:00Z`},
      ${Math.max(1, details.length)}, ${demonstration})`.execute(owner)
  for (const council of councils) {
    const count = details.filter((one) => one.council === council).length
    await sql`insert into register_coverage (regulator, as_of, council, file_id, services, source_key, demonstration)
      values (${regulator}, ${asOf}, ${council}, ${file}, ${count}, ${source}, ${demonstration})`.execute(owner)
  }
  for (const detail of details) {
    const text = JSON.stringify(detail)
    const digest = createHash('sha256').update(text).digest('hex')
    await sql`insert into register_detail
      select r.* from jsonb_populate_record(null::register_detail, ${text}::text::jsonb
        || jsonb_build_object('id', ${newId()}::text, 'regulator', ${regulator}::text, 'digest', ${digest}::text)) r
      on conflict do nothing`.execute(owner)
    await sql`insert into register_entry (regulator, as_of, council, number, detail_id)
      select ${regulator}, ${asOf}::date, ${detail.council}, ${detail.number}, id from register_detail
        where regulator = ${regulator} and number = ${detail.number} and digest = ${digest}`.execute(owner)
  }
  await sql`insert into register_tally (regulator, as_of, council, place, care_service, service_type, sector_word, sector,
      in_house, provider_size, lowest_grade, services, places, beds)
    select e.regulator, e.as_of, e.council, coalesce(s.place, ''), s.care_service, coalesce(s.service_type, ''),
        s.sector_word, s.sector, s.in_house, 'single', coalesce(s.lowest_grade, 0), count(*),
        coalesce(sum(s.places), 0), coalesce(sum(s.beds), 0)
      from register_entry e join register_detail s on s.id = e.detail_id
      where e.regulator = ${regulator} and e.as_of = ${asOf}::date and s.client_group = 'adults' and s.status = 'active'
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`.execute(owner)
}
