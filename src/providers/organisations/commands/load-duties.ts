import { sql } from 'kysely'
import { type Db, json } from '../../../core/db/index.ts'
import { registrationDuties } from '../../reference/registration-duties.ts'
import { organisations } from '../schema.ts'

/** Writes which kinds of service the law wants registered, and with whom; only what differs is touched. */
export async function loadDuties(db: Db): Promise<void> {
  const rows = registrationDuties.flatMap(({ serviceTypes, ...duty }) =>
    serviceTypes.map((serviceType) => ({ ...duty, serviceType })),
  )
  const given = sql`select g.nation, g."serviceType" as service_type_key, g.regulator,
      daterange(g."validFrom", null) as valid, g.source
    from jsonb_to_recordset(${json(rows)}) as g (nation text, "serviceType" text, regulator text, "validFrom" date, source text)`
  await sql`delete from registration_duty as t where not exists (select from (${given}) as g
    where (g.nation, g.service_type_key, g.valid) = (t.nation, t.service_type_key, t.valid))`.execute(organisations(db))
  await sql`insert into registration_duty as t (nation, service_type_key, regulator, valid, source)
    select nation, service_type_key, regulator, valid, source from (${given}) as g
    on conflict (nation, service_type_key, valid) do update set regulator = excluded.regulator, source = excluded.source
      where (t.regulator, t.source) <> (excluded.regulator, excluded.source)`.execute(organisations(db))
}
