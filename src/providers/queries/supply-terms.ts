import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { providers } from '../schema.ts'
import type { ServiceType } from '../term.ts'
import type { RatingScale } from './taxonomies.ts'

/** What a page about registered services is told in: every kind of service, and the grades that held on a day, best first. */
export interface SupplyTerms {
  readonly types: readonly ServiceType[]
  readonly scales: readonly Pick<RatingScale, 'regulator' | 'grades'>[]
}

/** The words of services and grades at once, in one query. */
export async function supplyTerms(db: Db, on: IsoDate): Promise<SupplyTerms> {
  const { rows } = await sql<SupplyTerms>`select
      (select json_agg(json_build_object('key', t.key, 'name', t.name, 'otherNames', t.other_names,
          'countedInPlaces', t.counted_in_places, 'livedIn', t.lived_in) order by t.position) from service_type t) as types,
      (select json_agg(json_build_object('regulator', s.regulator, 'grades',
          (select json_agg(json_build_object('value', r.value, 'rank', r.rank, 'word', r.word) order by r.rank desc)
            from rating r where r.scale_key = s.key)) order by s.key)
        from rating_scale s where s.valid @> ${on}::date) as scales`.execute(providers(db))
  return { types: rows[0]?.types ?? [], scales: rows[0]?.scales ?? [] }
}
