import { type RawBuilder, sql } from 'kysely'

/** A value for a `jsonb` column; as text, because the two engines send arrays differently. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`cast(${JSON.stringify(value)} as text)::jsonb`
