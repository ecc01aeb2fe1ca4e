import { sql } from 'kysely'
import { type Actor, systemActor } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { record } from '../../core/ledger/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { providers } from '../schema.ts'

/** Adds an organisation, or finds the one of that name, however its letters are cased. */
export async function addOrganisation(
  db: Db,
  at: Date,
  name: string,
  actor: Actor = systemActor(),
): Promise<{ id: Id; added: boolean }> {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await providers(db)
    .insertInto('organisation')
    .values({ id, name: name.trim(), created_at: at })
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) {
    await record(db, actor, at, {
      event: 'providers.organisation-added',
      subject: { kind: 'organisation', id },
      payload: { name: name.trim() },
    })
    return { id, added: true }
  }
  const standing = await providers(db)
    .selectFrom('organisation as o')
    .select('o.id')
    .where(sql`lower(o.name)`, '=', name.trim().toLowerCase())
    .executeTakeFirstOrThrow()
  return { id: standing.id, added: false }
}
