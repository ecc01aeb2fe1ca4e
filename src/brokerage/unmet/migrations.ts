import { type Kysely, sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** Counts of unmet need, apart from what anyone may be told of them, and an end of spells for those at rest. */
export const unmetMigrations: Migrations = {
  '2026-11-22T2120-unmet-counts': forward(async (db) => {
    const run = (text: string) => sql.raw(text).execute(db)
    await run('alter table unmet_spell drop constraint unmet_spell_end_reason_check')
    await run(`alter table unmet_spell add constraint unmet_spell_end_reason_check
      check (end_reason in ('care-in-place', 'withdrawn', 'ended', 'at-rest'))`)
    await run(`create index unmet_spell_open on unmet_spell (partnership_id, began_on) where ended_on is null`)
    await run(`create table unmet_count (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      month date not null check (extract(day from month) = 1),
      service_type_key text not null references service_type (key),
      area_code text not null,
      reason text not null,
      band text not null check (band in ('morning', 'midday', 'afternoon', 'evening', 'bedtime', 'night', 'several')),
      carers smallint not null check (carers in (1, 2)),
      people integer not null check (people > 0),
      minutes integer not null check (minutes > 0),
      primary key (partnership_id, id),
      unique (partnership_id, month, service_type_key, area_code, reason, band, carers)
    )`)
    await run(`create table unmet_week (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      week_on date not null check (extract(isodow from week_on) = 1),
      service_type_key text not null references service_type (key),
      origin text not null check (origin in ('hospital', 'community')),
      met text not null check (met in ('none', 'part')),
      people integer not null check (people > 0),
      minutes integer not null check (minutes > 0),
      primary key (partnership_id, id),
      unique (partnership_id, week_on, service_type_key, origin, met)
    )`)
    // What is to be counted anew: added by each change, so that no two changes wait for each other, and taken by the count.
    await run(`create table unmet_change (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      from_on date not null,
      primary key (partnership_id, id)
    )`)
    await run(`create table unmet_counted (
      partnership_id uuid primary key references partnership (id),
      counted_at timestamptz,
      counted_on date,
      told_on date
    )`)
    await partnershipTable(db, 'unmet_count', { published: 'true' })
    await partnershipTable(db, 'unmet_week', { published: 'true' })
    await partnershipTable(db, 'unmet_counted', { published: 'true' })
    await partnershipTable(db, 'unmet_change')
  }),
  '2026-11-23T0005-unmet-told': forward(toldApart),
}

/** What anyone may read stands in tables of its own: the counts themselves hold small numbers. */
async function toldApart(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const own = `partnership_id uuid not null references partnership (id),
    id uuid not null,
    place integer not null check (place >= 0),
    service_type_key text not null references service_type (key),
    people integer check (people > 0),
    minutes integer check (minutes > 0),
    primary key (partnership_id, id),
    unique (partnership_id, place),
    constraint hidden_together check ((people is null) = (minutes is null))`
  await run(`create table unmet_told (
    ${own},
    month date not null check (extract(day from month) = 1),
    area_code text not null,
    reason text,
    band text check (band in ('morning', 'midday', 'afternoon', 'evening', 'bedtime', 'night', 'several')),
    carers smallint check (carers in (1, 2)),
    check ((band is null) = (carers is null) and (band is null or reason is null)),
    constraint parts_are_told_or_left_out check (people is not null or (reason is null and band is null))
  )`)
  await run(`create table unmet_week_told (
    ${own},
    week_on date not null check (extract(isodow from week_on) = 1),
    origin text check (origin in ('hospital', 'community')),
    met text check (met in ('none', 'part'))
  )`)
  await run('alter table unmet_counted add told_by text')
  await run('drop policy published on unmet_count')
  await run('drop policy published on unmet_week')
  await partnershipTable(db, 'unmet_told', { published: 'true' })
  await partnershipTable(db, 'unmet_week_told', { published: 'true' })
}
