import { type RawBuilder, sql } from 'kysely'
import type { IsoDate } from '../values/index.ts'

/** The condition that picks, from a history table by its alias, what held on a day as it was known at an instant. */
export const asAt = (alias: string, held: IsoDate, known: Date): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.held`)} @> ${held}::date and ${sql.ref(`${alias}.known`)} @> ${known.toISOString()}::timestamptz`
