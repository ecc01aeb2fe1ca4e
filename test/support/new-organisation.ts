import { systemActor } from '../../src/core/auth/index.ts'
import { asActor, type Database } from '../../src/core/db/index.ts'
import type { Id } from '../../src/core/values/index.ts'
import { addOrganisation } from '../../src/providers/index.ts'

/** An organisation of a test's own. */
export async function newOrganisation(database: Database, name: string, at: Date): Promise<{ id: Id; name: string }> {
  const { id } = await asActor(database, systemActor(), (db) => addOrganisation(db, at, name))
  return { id, name }
}
