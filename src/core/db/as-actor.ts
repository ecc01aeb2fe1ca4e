import { AsyncLocalStorage } from 'node:async_hooks'
import { sql, type Transaction } from 'kysely'
import type { Actor } from '../auth/actor.ts'
import { isId } from '../values/index.ts'
import { type Database, ownerOf } from './database.ts'
import type { Db } from './db.ts'

const inside = new AsyncLocalStorage<boolean>()

/**
 * Opens one transaction for one actor and runs work in it; the only way to a `Db`.
 * The role and the settings end with the transaction. Inside, await nothing but SQL.
 */
export function asActor<T>(database: Database, actor: Actor, work: (db: Db) => Promise<T>): Promise<T> {
  if (inside.getStore()) {
    // On the embedded database this would wait for itself for ever; on PostgreSQL it would tear one change in two.
    throw new Error('A transaction is open: pass its db on instead of opening another.')
  }
  return inside.run(true, () =>
    ownerOf(database)
      .transaction()
      .execute(async (tx) => {
        await become(database, tx, actor)
        return work(tx as unknown as Db)
      }),
  )
}

async function become(database: Database, tx: Transaction<unknown>, actor: Actor): Promise<void> {
  const settings = settingsFor(actor)
  // One round trip either way. A server takes several statements at once, and must be given plain ones: `set_config()`
  // is not carried to Citus workers. The embedded engine takes one statement, and there is no Citus beneath it.
  const once =
    database.engine.kind === 'postgres'
      ? settings.map(([name, value]) => `set local ${name} = '${value}'`).join('; ')
      : `select ${settings.map(([name, value]) => `set_config('${name}', '${value}', true)`).join(', ')}`
  await sql.raw(once).execute(tx)
}

/** The settings that make a transaction an actor's, as literals that need no quoting. */
function settingsFor(actor: Actor): (readonly [name: string, value: string])[] {
  const partnership = actor.kind === 'staff' || actor.kind === 'system' ? actor.partnershipId : null
  const organisation = actor.kind === 'provider' ? actor.organisationId : null
  return [
    ['role', 'mercat_app'],
    ['app.kind', actor.kind],
    ['app.partnership', literalId(partnership)],
    ['app.organisation', literalId(organisation)],
    ['app.roles', actor.kind === 'staff' ? literalRoles(actor.roles) : ''],
  ]
}

function literalId(id: string | null): string {
  if (id === null) return ''
  if (!isId(id)) throw new Error('An actor carries an identifier that is not one.')
  return id
}

function literalRoles(roles: readonly string[]): string {
  if (!roles.every((role) => /^[a-z-]+$/.test(role))) throw new Error('An actor carries a role that is not one.')
  return roles.join(',')
}

/** Whether a transaction of an actor is open around the caller. */
export const insideTransaction = (): boolean => inside.getStore() === true
