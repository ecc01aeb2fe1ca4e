import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'
import { dropInventedSuccessions } from './part-from-demonstration.ts'
import { dropWhatNothingNames } from './take-register.ts'
import { writeRegisterTally } from './write-register-tally.ts'

/** Takes every invented register away, with the successions told of its services; how many pictures of councils went. */
export async function clearInvented(db: Db): Promise<number> {
  const { rows } = await sql<{ regulator: Regulator; asOf: IsoDate; council: string }>`delete from register_coverage
    where demonstration returning regulator, as_of::text as "asOf", council`.execute(registers(db))
  await sql`delete from register_entry e where not exists (select from register_coverage c
    where c.regulator = e.regulator and c.as_of = e.as_of and c.council = e.council)`.execute(registers(db))
  const days = new Map(rows.map((row) => [`${row.regulator} ${row.asOf}`, row]))
  for (const { regulator, asOf } of days.values()) await writeRegisterTally(db, regulator, asOf)
  for (const regulator of new Set(rows.map((row) => row.regulator))) {
    await dropWhatNothingNames(db, { regulator })
    await dropInventedSuccessions(db, regulator)
  }
  return rows.length
}
