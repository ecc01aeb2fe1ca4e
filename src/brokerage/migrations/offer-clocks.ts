import { type Kysely, sql } from 'kysely'
import { partnershipTable } from '../../core/db/index.ts'

/** When somebody is reminded, when a matter is taken further, and what is to be told by mail; jobs only hint at these. */
export async function offerClocks(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run('alter table offer_round add column start_by date not null')
  await run(`alter table offer add column remind_at timestamptz, add column escalate_at timestamptz,
    add constraint reminded_while_the_clock_runs check (remind_at is null or (state = 'open' and due_at is not null)),
    add constraint taken_further_while_it_waits check (escalate_at is null or state in ('asked', 'proposed'))`)
  await run(`create index offer_to_remind on offer (partnership_id, remind_at) where remind_at is not null`)
  await run(`create index offer_to_escalate on offer (partnership_id, escalate_at) where escalate_at is not null`)
  await run(`alter table price_approval add column escalate_at timestamptz,
    add constraint taken_further_while_it_waits check (escalate_at is null or state = 'asked')`)
  await run(`create index price_approval_to_escalate on price_approval (partnership_id, escalate_at)
    where escalate_at is not null`)
  await run(`create table brokerage_notice (
    partnership_id uuid not null,
    id uuid not null,
    package_id uuid not null,
    offer_id uuid,
    organisation_id uuid references organisation (id),
    kind text not null check (kind <> ''),
    noted_at timestamptz not null,
    told_at timestamptz,
    primary key (partnership_id, id),
    foreign key (partnership_id, package_id) references care_package (partnership_id, id),
    foreign key (partnership_id, offer_id, organisation_id) references offer (partnership_id, id, organisation_id),
    check ((offer_id is null) or (organisation_id is not null))
  )`)
  await run(`create index brokerage_notice_untold on brokerage_notice (partnership_id, noted_at) where told_at is null`)
  await partnershipTable(db, 'brokerage_notice')
}
