import { type RawBuilder, sql } from 'kysely'

/** The condition that picks, from a history table by its alias, what was known at an instant. */
export const knownAt = (alias: string, known: Date | undefined): RawBuilder<boolean> =>
  known
    ? sql<boolean>`${sql.ref(`${alias}.known`)} @> ${known.toISOString()}::timestamptz`
    : sql<boolean>`upper_inf(${sql.ref(`${alias}.known`)})`
