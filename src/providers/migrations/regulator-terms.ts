import { sql } from 'kysely'
import { forward, type Migrations, sharedTable } from '../../core/db/index.ts'

const statements = [
  `alter table care_group add column valid daterange not null default '(,)' check (not isempty(valid))`,
  `alter table service_type
    add column valid daterange not null default '(,)' check (not isempty(valid)),
    add column counted_in_places boolean not null default false,
    add column lived_in boolean not null default false`,
  `create table regulator_term (
    regulator text not null check (regulator in ('care-inspectorate', 'cqc')),
    kind text not null check (kind in ('service-type', 'care-group', 'sector')),
    position integer not null,
    words text not null check (words <> ''),
    qualifier text not null,
    term_key text not null,
    valid daterange not null check (not isempty(valid)),
    primary key (regulator, kind, words, qualifier, term_key, valid)
  )`,
]

/** The regulators' words with what they mean here, and the days on which terms held. */
export const regulatorTermMigrations: Migrations = {
  '2026-11-22T1320-regulator-term': forward(async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await sharedTable(db, 'regulator_term')
  }),
}
