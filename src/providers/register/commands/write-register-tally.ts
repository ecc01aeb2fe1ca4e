import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'

/**
 * Counts the adult active services of a register's day anew, for every council of that day: how large a provider is
 * depends on its services in all of them, so the order in which files came must not.
 */
export async function writeRegisterTally(db: Db, regulator: Regulator, asOf: IsoDate): Promise<void> {
  await registers(db)
    .deleteFrom('register_tally')
    .where('regulator', '=', regulator)
    .where('as_of', '=', asOf)
    .execute()
  await sql`insert into register_tally (regulator, as_of, council, place, care_service, service_type, sector_word, sector,
      in_house, provider_size, lowest_grade, services, places, beds)
    with counted as (
      select e.council, coalesce(d.place, '') as place, d.care_service, coalesce(d.service_type, '') as service_type,
          d.sector_word, d.sector, d.in_house, coalesce(d.lowest_grade, 0) as lowest_grade,
          coalesce(d.places, 0) as places, coalesce(d.beds, 0) as beds,
          coalesce(d.provider_number, d.provider_name, d.number) as provider
        from register_entry e join register_detail d on d.id = e.detail_id
        where e.regulator = ${regulator} and e.as_of = ${asOf} and d.status = 'active' and d.client_group = 'adults'
    ), sized as (
      select c.*, count(*) over (partition by c.provider) as runs from counted c
    )
    select ${regulator}, ${asOf}::date, council, place, care_service, service_type, sector_word, sector, in_house,
        case when runs = 1 then 'single' when runs <= 5 then 'small' when runs <= 20 then 'medium' else 'large' end,
        lowest_grade, count(*), sum(places), sum(beds)
      from sized group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`.execute(registers(db))
}
