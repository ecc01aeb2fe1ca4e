import { type Kysely, sql } from 'kysely'
import { partnershipTable } from '../../core/db/index.ts'
import { historyTable } from '../../core/history/index.ts'

const reasons = `'being-arranged','no-capacity-area','no-capacity-time','no-capacity-two-carers','no-capacity-staff','skill','carer-gender','outside-lot','cannot-meet-need','price','short-notice','previous-breakdown','no-reply','nobody-to-ask','handed-back','choice','other'`

/** Spells of unmet need, from assessed and ready to care in place. */
export async function unmetTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table unmet_spell (
    partnership_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    package_id uuid not null,
    need text not null,
    service_type_key text not null references service_type (key),
    area_code text not null,
    kind text not null check (kind in ('need', 'preference')),
    preference text check (preference in ('time', 'language', 'gender', 'distance', 'provider', 'other')),
    origin text not null check (origin in ('hospital', 'community')),
    began_at timestamptz not null,
    began_on date not null,
    ended_on date,
    end_reason text check (end_reason in ('care-in-place', 'withdrawn', 'ended')),
    primary key (partnership_id, id),
    foreign key (partnership_id, person_id) references person (partnership_id, id),
    foreign key (partnership_id, package_id) references care_package (partnership_id, id),
    check ((kind = 'preference') = (preference is not null)),
    check (ended_on >= began_on),
    check ((ended_on is null) = (end_reason is null))
  )`)
  await run(
    `create unique index one_live_spell on unmet_spell (partnership_id, person_id, need, kind) where ended_on is null`,
  )
  await run('create index unmet_spell_of_package on unmet_spell (partnership_id, package_id)')
  await run('create index unmet_spell_days on unmet_spell (partnership_id, began_on, ended_on)')
  await historyTable(
    db,
    'unmet_piece',
    `wanted_minutes integer not null check (wanted_minutes > 0),
    delivered_minutes integer not null check (delivered_minutes between 0 and wanted_minutes),
    interim text not null check (interim in ('none', 'family', 'in-house', 'other-provider', 'in-hospital', 'care-home', 'other')),
    reason text not null check (reason in (${reasons})),
    harm text not null check (harm in ('not-assessed', 'none', 'low', 'moderate', 'severe')),
    review_on date,
    unplaced jsonb not null,
    foreign key (partnership_id, subject_id) references unmet_spell (partnership_id, id)`,
  )
  await run('create index on unmet_piece (partnership_id, subject_id)')
  await partnershipTable(db, 'unmet_spell')
  await partnershipTable(db, 'unmet_piece')
}
