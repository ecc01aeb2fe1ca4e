import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'
import { dropWhatNothingNames } from './take-register.ts'
import { writeRegisterTally } from './write-register-tally.ts'

/** Before an invented register comes in: leaves out the councils whose real register is known, and says which. */
export async function leaveOutReal(
  db: Db,
  regulator: Regulator,
  importId: Id,
): Promise<{ rows: number; councils: readonly string[] }> {
  const { rows } = await sql<{ council: string; rows: number }>`with gone as (
      delete from register_incoming i where i.import_id = ${importId} and exists (
        select from register_coverage c where c.regulator = ${regulator} and c.council = i.council and not c.demonstration)
      returning i.council
    ) select coalesce(a.name, g.council) as council, count(*)::integer as rows
      from gone g left join area a on a.code = g.council group by 1 order by 1`.execute(registers(db))
  return { rows: rows.reduce((sum, row) => sum + row.rows, 0), councils: rows.map(({ council }) => council) }
}

/** Before a real register comes in: takes the invented one of its councils away, on every day; whether there was one. */
export async function removeInvented(db: Db, regulator: Regulator, importId: Id): Promise<boolean> {
  const { rows } = await sql<{ asOf: IsoDate; council: string }>`delete from register_coverage c
    where c.regulator = ${regulator} and c.demonstration
      and c.council in (select council from register_incoming where import_id = ${importId})
    returning c.as_of::text as "asOf", c.council`.execute(registers(db))
  if (rows.length === 0) return false
  for (const [asOf, councils] of Map.groupBy(rows, (row) => row.asOf)) {
    await registers(db)
      .deleteFrom('register_entry')
      .where('regulator', '=', regulator)
      .where('as_of', '=', asOf)
      .where(
        'council',
        'in',
        councils.map(({ council }) => council),
      )
      .execute()
    await writeRegisterTally(db, regulator, asOf)
  }
  await dropWhatNothingNames(db, { regulator })
  await dropInventedSuccessions(db, regulator)
  return true
}

/** Takes away the successions told of services that went with an invented register. */
export const dropInventedSuccessions = (db: Db, regulator: Regulator) =>
  sql`delete from register_succession s where s.regulator = ${regulator} and not exists (
    select from register_detail d where d.regulator = s.regulator and d.number in (s.number, s.earlier_number))
  `.execute(registers(db))
