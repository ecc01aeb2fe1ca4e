import { type Kysely, sql } from 'kysely'
import type { Actor } from '../auth/actor.ts'
import { isId } from '../values/index.ts'
import { ahead } from './ahead.ts'
import { type Database, ownerOf } from './database.ts'
import type { Db } from './db.ts'
import { notLent } from './not-lent.ts'
import { insideTransaction, type Transaction, transaction } from './transaction.ts'

/**
 * Opens one transaction for one actor and runs work in it; the only way to a `Db`.
 * The role and the settings end with the transaction. Inside, await nothing but SQL.
 */
export function asActor<T>(database: Database, actor: Actor, work: (db: Db) => Promise<T>): Promise<T> {
  if (insideTransaction()) {
    // On the embedded database this would wait for itself for ever; on PostgreSQL it would tear one change in two.
    throw new Error('A transaction is open: pass its db on instead of opening another.')
  }
  const begin = database.engine.kind === 'postgres' ? onServer : onEmbedded
  const open: Transaction = { underWay: [], lookedAt: [] }
  return transaction.run(open, async () => begin(ownerOf(database), settingsFor(actor), work, open))
}

type Settings = readonly (readonly [name: string, value: string])[]

type Begin = <T>(
  owner: Kysely<unknown>,
  settings: Settings,
  work: (db: Db) => Promise<T>,
  open: Transaction,
) => Promise<T>

/**
 * A server takes several statements in one message, and the next before it has answered, so that a transaction begins as
 * its actor on the way to its first query. They are plain ones: `set_config()` is not carried to Citus workers.
 */
const onServer: Begin = async (owner, settings, work, open) => {
  let lent = false
  return owner
    .connection()
    .execute(async (connection) => {
      lent = true
      open.connection = await connection.getExecutor().provideConnection(async (itself) => itself)
      const become = settings.map(([name, value]) => `set local ${name} = '${value}'`)
      try {
        await ahead(connection, sql.raw(['begin', ...become].join('; ')))
        const result = await work(connection as unknown as Db)
        await Promise.all(open.lookedAt)
        await commit(connection, open)
        return result
      } catch (error) {
        // A connection that broke meanwhile is not kept; what went wrong first is what is told.
        const [first = error] = await failures(open)
        await sql`rollback`.execute(connection).catch(() => {})
        throw first
      }
    })
    .catch((error: unknown) => {
      throw lent ? error : notLent(error)
    })
}

/** A server answers the end of a transaction in which a statement failed with having undone it. */
async function commit(connection: Kysely<unknown>, { underWay }: Transaction): Promise<void> {
  const [ended] = (await sql<{ command: string }>`commit`.execute(connection)).rows
  await Promise.all(underWay)
  if (ended?.command === 'ROLLBACK') throw new Error('A statement of the transaction failed, so all of it was undone.')
}

/** What went wrong with statements that nobody waited for, in their order: those after the first failed by it. */
const failures = async ({ underWay }: Transaction): Promise<unknown[]> =>
  (await Promise.allSettled(underWay)).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))

/** The embedded engine takes one statement at a time, and there is no Citus beneath it. */
const onEmbedded: Begin = (owner, settings, work) =>
  owner.transaction().execute(async (tx) => {
    const become = settings.map(([name, value]) => `set_config('${name}', '${value}', true)`)
    await sql.raw(`select ${become.join(', ')}`).execute(tx)
    return work(tx as unknown as Db)
  })

/** The settings that make a transaction an actor's, as literals that need no quoting. */
function settingsFor(actor: Actor): Settings {
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
