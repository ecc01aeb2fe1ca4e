import type { Kysely } from 'kysely'

declare const opaque: unique symbol

/** A transaction that belongs to one actor; a module can query in it only the tables that its schema.ts declares. */
export type Db = { readonly [opaque]: 'db' }

/** Gives a module its own view of a transaction: selecting a table that it did not declare does not compile. */
export const tables =
  <Tables>() =>
  (db: Db): Kysely<Tables> =>
    db as unknown as Kysely<Tables>
