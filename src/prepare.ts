import { loadNeedCriteria } from './brokerage/index.ts'
import { systemActor } from './core/auth/index.ts'
import { loadCalendars } from './core/calendar/index.ts'
import { asActor, type Database, migrate } from './core/db/index.ts'
import { prepareJobs } from './core/jobs/index.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations.ts'
import { loadPlaces } from './places/index.ts'
import { loadWageFloors } from './procurement/index.ts'
import { loadTaxonomies } from './providers/index.ts'

/** Makes a database ready for use: the schema, then the reference data that every partnership needs. */
export async function prepare(database: Database): Promise<{ applied: string[] }> {
  const applied = await migrate(database, migrations)
  await asActor(database, systemActor(), loadCalendars)
  await asActor(database, systemActor(), loadPlaces)
  await asActor(database, systemActor(), loadTaxonomies)
  await asActor(database, systemActor(), loadWageFloors)
  await asActor(database, systemActor(), loadNeedCriteria)
  await prepareJobs(database, jobs)
  return { applied }
}
