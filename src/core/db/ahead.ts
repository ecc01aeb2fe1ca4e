import type { CompiledQuery, Kysely, QueryResult } from 'kysely'
import { transaction } from './transaction.ts'

/** A statement, built or in plain SQL. */
interface Statement {
  compile(on: Kysely<never>): CompiledQuery
}

/**
 * Sends a statement on to a server and goes on without its answer: for what is written, of which nothing more is to be
 * known. It is done in its turn, before whatever is asked after it. When it fails, or what came of it is found wrong, so
 * does the transaction, with its error. On the embedded engine there is no way to wait for, and it is done at once.
 */
export async function ahead<Tables>(
  on: Kysely<Tables>,
  statement: Statement,
  look?: (done: QueryResult<unknown>) => void,
): Promise<void> {
  const open = transaction.getStore()
  const query = statement.compile(on as unknown as Kysely<never>)
  if (!open?.connection) {
    const done = await on.executeQuery(query)
    look?.(done)
    return
  }
  const sent = open.connection.executeQuery(query)
  const done = look ? sent.then(look) : sent
  // It is looked at when the transaction ends.
  done.catch(() => {})
  open.underWay.push(done)
  if (look) open.lookedAt.push(done)
}
