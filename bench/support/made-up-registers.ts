import { sql } from 'kysely'
import { systemActor } from '../../src/core/auth/index.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import { asActor, type Database, tables } from '../../src/core/db/index.ts'

/** How much a made-up register holds. */
export interface RegisterSize {
  readonly months: number
  readonly services: number
}

const view = tables<Record<string, never>>()

/** Fills the tables of registers with months of made-up services of all 32 councils, as imports would leave them; each service says something new twice a year. */
export async function makeRegisters(database: Database, { months, services }: RegisterSize): Promise<void> {
  // Service `n` of council `c` in month `m`; what it says is kept once for six months.
  const said = sql`('00000000-0000-7000-8000-' || lpad(to_hex(((c.at * 10000 + n) * 100 + (m + n) / 6)::bigint), 12, '0'))::uuid`
  const dayOf = sql`(date '2023-07-01' + make_interval(months => m) - interval '1 day')::date`
  // One service in twenty belongs to a provider that is everywhere; others have three in their council.
  const provider = sql`(case when n % 20 = 0 then 'SP' || n else 'SP' || c.at || '-' || n / 3 end)`
  const councils = sql`(select code, row_number() over (order by code) as at from area where code like 'S12%') c`
  const all = sql`${councils} cross join generate_series(1, ${services}::integer) n cross join generate_series(0, ${months - 1}::integer) m`
  const statements = [
    sql`insert into source (key, title, publisher, licence) values ('made-up-register', 'Made-up register', 'Nobody', 'None')`,
    sql`insert into register_file (id, regulator, as_of, name, digest, source_key, imported_at, rows, demonstration)
      select gen_random_uuid(), 'care-inspectorate', ${dayOf}, 'made-up.csv', m::text, 'made-up-register', now(), ${services}, false
        from generate_series(0, ${months - 1}::integer) m`,
    sql`insert into register_coverage (regulator, as_of, council, file_id, services, source_key, demonstration)
      select f.regulator, f.as_of, c.code, f.id, ${services}, f.source_key, false
        from register_file f cross join ${councils} where f.source_key = 'made-up-register'`,
    sql`insert into register_detail
      select distinct on (id) r.* from ${all} cross join lateral jsonb_populate_record(null::register_detail, jsonb_build_object(
        'id', ${said}, 'regulator', 'care-inspectorate', 'number', 'CS' || (c.at * 10000 + n), 'digest', ((m + n) / 6)::text,
        'name', 'Made-up service ' || n, 'status', 'active', 'client_group', case when n % 3 = 0 then 'children' else 'adults' end,
        'care_service', case n % 2 when 0 then 'Care Home Service' else 'Support Service' end,
        'service_type', case n % 2 when 0 then 'care-home-older-people' else 'care-at-home' end, 'care_groups', '[]'::jsonb,
        'sector_word', 'Private', 'sector', 'private', 'in_house', n % 10 = 0, 'council', c.code, 'place', c.code,
        'provider_number', ${provider}, 'provider_name', 'Made-up provider ' || ${provider}, 'places', case n % 2 when 0 then 20 + (m + n) / 6 end,
        'lowest_grade', 1 + (m + n) / 6 % 6, 'grades', '{}'::jsonb)) r`,
    sql`insert into register_entry (regulator, as_of, council, number, detail_id)
      select 'care-inspectorate', ${dayOf}, c.code, 'CS' || (c.at * 10000 + n), ${said} from ${all}`,
    sql`insert into register_tally (regulator, as_of, council, place, care_service, service_type, sector_word, sector,
        in_house, provider_size, lowest_grade, services, places, beds)
      select e.regulator, e.as_of, e.council, s.place, s.care_service, s.service_type, s.sector_word, s.sector, s.in_house,
          'medium', s.lowest_grade, count(*), coalesce(sum(s.places), 0), 0
        from register_entry e join register_detail s on s.id = e.detail_id where s.client_group = 'adults'
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`,
  ]
  await asActor(database, systemActor(), async (db) => {
    for (const statement of statements) await statement.execute(view(db))
  })
  await sql`analyze`.execute(ownerOf(database))
}
