import { type Kysely, sql } from 'kysely'

/**
 * Makes a partnership's table whose rows have two times: when they held, and when we knew it.
 * At any one time one thing is known of a subject for any one day; `columns` is SQL for what is known.
 */
export async function historyTable(db: Kysely<unknown>, table: string, columns: string): Promise<void> {
  await sql
    .raw(`create table ${table} (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      subject_id uuid not null,
      ${columns},
      held daterange not null check (not isempty(held) and not lower_inf(held)),
      known tstzrange not null check (not isempty(known) and not lower_inf(known) and lower_inc(known) and not upper_inc(known)),
      primary key (partnership_id, id),
      exclude using gist (partnership_id with =, subject_id with =, held with &&, known with &&)
    )`)
    .execute(db)
}
