import { AsyncLocalStorage } from 'node:async_hooks'
import type { DatabaseConnection } from 'kysely'

/** The transaction that is open around the caller. */
export interface Transaction {
  /** Of a server, which takes statements before it has answered those before them; undefined on the embedded engine. */
  connection?: DatabaseConnection
  /** What comes of statements that nobody waits for; the second, of those that are looked at when they are done. */
  readonly underWay: Promise<unknown>[]
  readonly lookedAt: Promise<unknown>[]
}

export const transaction = new AsyncLocalStorage<Transaction>()

/** Whether a transaction of an actor is open around the caller. */
export const insideTransaction = (): boolean => transaction.getStore() !== undefined
