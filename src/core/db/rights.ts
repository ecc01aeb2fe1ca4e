import { type Kysely, sql } from 'kysely'

const kind = `current_setting('app.kind', true)`
// After a transaction the settings are '' rather than unset, hence nullif.
const partnership = `nullif(current_setting('app.partnership', true), '')::uuid`
const organisation = `nullif(current_setting('app.organisation', true), '')::uuid`

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Rights on a table that all partnerships share: everyone reads, only the product itself writes. */
export const sharedTable = (db: Kysely<unknown>, table: string): Promise<void> =>
  run(db, [
    `alter table ${table} enable row level security`,
    `grant select, insert, update, delete on ${table} to mercat_app`,
    `create policy anyone_reads on ${table} for select using (true)`,
    `create policy system_writes on ${table} for all using (${kind} = 'system') with check (${kind} = 'system')`,
  ])

/** Who else than the partnership's own staff may reach a partnership's table. */
export interface PartnershipRights {
  /** SQL condition under which anyone may read a row, such as `published`; left out: nobody outside. */
  published?: string
  /** Providers read the rows that carry their `organisation_id`, in every partnership. */
  provider?: boolean
  /** Providers read the rows whose `parties` hold their organisation, in every partnership. */
  parties?: boolean
  /** Rows are added and read, never changed or taken away: the rights for that are withheld. */
  appendOnly?: boolean
}

/** Rights on a partnership's table: its staff and the product at work for it; the rest as said. */
export async function partnershipTable(
  db: Kysely<unknown>,
  table: string,
  rights: PartnershipRights = {},
): Promise<void> {
  const own = `${kind} in ('staff', 'system') and partnership_id = ${partnership}`
  await run(db, [
    `alter table ${table} enable row level security`,
    `grant ${rights.appendOnly ? 'select, insert' : 'select, insert, update, delete'} on ${table} to mercat_app`,
    `create policy own_partnership on ${table} for all using (${own}) with check (${own})`,
    ...(rights.published ? [`create policy published on ${table} for select using (${rights.published})`] : []),
    ...(rights.provider
      ? [
          `create policy own_organisation on ${table} for select using (${kind} = 'provider' and organisation_id = ${organisation})`,
        ]
      : []),
    ...(rights.parties
      ? [
          `create policy own_party on ${table} for select using (${kind} = 'provider' and ${organisation} = any(parties))`,
        ]
      : []),
  ])
}
