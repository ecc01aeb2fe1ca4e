import { sql } from 'kysely'
import { forward, type Migrations, sharedTable } from '../../db/index.ts'
import { makeAccounts } from './accounts.ts'
import { makeAgreement } from './agreement.ts'
import { makeLastCode } from './last-code.ts'
import { makeSignIn } from './sign-in.ts'

/** Partnerships, shared by all, because anyone may read who publishes here; and who signs in to work for them. */
export const authMigrations: Migrations = {
  '2026-11-22T0610-partnership': forward(async (db) => {
    await sql`create table partnership (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
      title text not null check (title <> ''),
      name text not null check (name <> ''),
      kind text not null check (kind in ('health-and-social-care-partnership', 'council')),
      nation text not null check (nation in ('scotland', 'england')),
      area_code text not null,
      prefix text not null unique check (prefix ~ '^[A-Z]{2,5}$'),
      brand_colour text not null check (brand_colour ~ '^#[0-9a-f]{6}$'),
      website text,
      demonstration boolean not null default false,
      check (slug not in ('api', 'health', 'sign-in', 'account', 'provider', 'admin', 'design-system', 'static'))
    )`.execute(db)
    await sharedTable(db, 'partnership')
  }),
  '2026-11-22T1010-accounts': forward(makeAccounts),
  '2026-11-22T1011-sign-in': forward(makeSignIn),
  '2026-11-22T1110-last-code': forward(makeLastCode),
  '2026-11-22T1650-agreement': forward(makeAgreement),
}
