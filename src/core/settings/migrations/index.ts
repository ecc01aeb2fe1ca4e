import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../db/index.ts'

/** What a partnership says of itself; every version is kept, and anyone may read it, because pages show it. */
export const settingsMigrations: Migrations = {
  '2026-11-22T1020-settings': forward(async (db) => {
    await sql`create table partnership_setting (
      partnership_id uuid not null references partnership (id),
      section text not null check (section in ('identity', 'contact', 'accessibility', 'privacy')),
      version integer not null check (version > 0),
      content jsonb not null,
      changed_at timestamptz not null,
      changed_by uuid,
      primary key (partnership_id, section, version)
    )`.execute(db)
    await partnershipTable(db, 'partnership_setting', { appendOnly: true, published: 'true' })
    // An administrator changes the name and the look of the own partnership; adding and removing stay the product's.
    await sql`create policy own_identity on partnership for update
      using (current_setting('app.kind', true) = 'staff'
        and id = nullif(current_setting('app.partnership', true), '')::uuid)
      with check (current_setting('app.kind', true) = 'staff'
        and id = nullif(current_setting('app.partnership', true), '')::uuid)`.execute(db)
  }),
  '2026-11-22T1335-small-numbers': forward(async (db) => {
    await sql`alter table partnership_setting
      drop constraint partnership_setting_section_check,
      add constraint partnership_setting_section_check
        check (section in ('identity', 'contact', 'accessibility', 'privacy', 'publication'))`.execute(db)
  }),
}
