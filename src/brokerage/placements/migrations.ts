import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** What change asks of placements: the capacity that each takes, how long it is kept at rest, notice, and planned ends. */
export const placementMigrations: Migrations = {
  '2026-11-22T2150-placement-change': forward(async (db) => {
    const run = (text: string) => sql.raw(text).execute(db)
    // By part of the day; all of an organisation's together are what is taken of its capacity.
    await run(`alter table placement add column committed jsonb not null default '{}',
      add column settled_on date,
      add column handed_back_for text check (handed_back_for in ('no-capacity-area', 'no-capacity-time',
        'no-capacity-two-carers', 'no-capacity-staff', 'skill', 'carer-gender', 'outside-lot', 'cannot-meet-need', 'price',
        'short-notice', 'previous-breakdown', 'other')),
      add constraint handed_back_for_a_reason check (handed_back_for is null or end_reason = 'handed-back')`)
    await run(`alter table placement_pause add column kept_until date check (kept_until >= lower(during))`)
    await run(`alter table care_package add column ends_on date, add column ends_because text,
      add constraint a_planned_end_has_its_reason check ((ends_on is null) = (ends_because is null))`)
    await run('alter table offer_round add column goes_with uuid references organisation (id)')
    // A transfer has no offer: what is told then hangs on the placement.
    await run(`alter table reveal alter column offer_id drop not null, add column placement_id uuid,
      add foreign key (partnership_id, placement_id, organisation_id) references placement (partnership_id, id, organisation_id),
      add constraint told_in_an_offer_or_a_placement check ((offer_id is null) <> (placement_id is null)),
      add constraint told_once_a_placement unique (partnership_id, placement_id, stage)`)
    await run(`create table placement_term (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      contract_id uuid,
      notice_days integer not null check (notice_days between 0 and 366),
      keep_days integer not null check (keep_days between 0 and 366),
      held daterange not null check (not isempty(held) and not lower_inf(held)),
      told_at timestamptz not null,
      told_by uuid,
      primary key (partnership_id, id),
      constraint one_term_a_day exclude using gist (partnership_id with =,
        (coalesce(contract_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, held with &&),
      foreign key (partnership_id, contract_id) references contract (partnership_id, id)
    )`)
    await run(`create index placement_turning on placement (partnership_id, ends_on)
      where state not in ('ended', 'cancelled') and ends_on is not null`)
    await partnershipTable(db, 'placement_term')
  }),
}
