import { type Kysely, sql } from 'kysely'
import { partnershipTable } from '../../core/db/index.ts'

/** Rounds of offers, each offer with what became of it, questions, approvals of prices, and what was told to whom. */
export async function offerTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const package_ = 'foreign key (partnership_id, package_id) references care_package (partnership_id, id)'
  await run(`create table offer_round (
    partnership_id uuid not null,
    id uuid not null,
    package_id uuid not null,
    number integer not null check (number > 0),
    rule_version_id uuid not null,
    step integer not null check (step >= 0),
    from_step integer not null default 1 check (from_step > 0),
    state text not null check (state in ('running', 'paused', 'approval', 'done', 'cancelled')),
    outcome text check (outcome in ('placed', 'part', 'unmet')),
    lines jsonb not null,
    opened_at timestamptz not null,
    opened_by uuid,
    paused_at timestamptz,
    closed_at timestamptz,
    primary key (partnership_id, id),
    unique (partnership_id, package_id, number),
    unique (partnership_id, id, package_id),
    ${package_},
    foreign key (partnership_id, rule_version_id) references offer_rule_version (partnership_id, id),
    check ((state in ('done', 'cancelled')) = (closed_at is not null)),
    check ((state = 'done') = (outcome is not null)),
    check ((state = 'paused') = (paused_at is not null))
  )`)
  await run(`create unique index one_open_round_a_package on offer_round (partnership_id, package_id)
    where state in ('running', 'paused', 'approval')`)
  await run(`create table price_approval (
    partnership_id uuid not null,
    id uuid not null,
    round_id uuid not null,
    package_id uuid not null,
    step integer not null,
    organisation_id uuid not null references organisation (id),
    hourly_pence integer not null check (hourly_pence > 0),
    above_pence integer not null check (above_pence >= 0 and hourly_pence > above_pence),
    weekly_pence bigint not null check (weekly_pence >= 0),
    state text not null check (state in ('asked', 'approved', 'declined')),
    asked_at timestamptz not null,
    asked_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    words text not null,
    primary key (partnership_id, id),
    unique (partnership_id, round_id, step, organisation_id),
    unique (partnership_id, id, state, organisation_id),
    foreign key (partnership_id, round_id, package_id) references offer_round (partnership_id, id, package_id),
    check ((state = 'asked') = (decided_at is null))
  )`)
  await run(`create index price_approval_asked on price_approval (partnership_id) where state = 'asked'`)
  await run(`create table offer (
    partnership_id uuid not null,
    id uuid not null,
    reference text not null,
    round_id uuid not null,
    package_id uuid not null,
    organisation_id uuid not null references organisation (id),
    contract_id uuid,
    lot_id uuid,
    step integer not null check (step > 0),
    turn integer not null check (turn > 0),
    pool text not null check (pool in ('lead', 'fallback', 'framework', 'tier', 'additional', 'accredited', 'in-house')),
    rank integer,
    weekly_minutes integer not null check (weekly_minutes > 0),
    weekly_pence bigint check (weekly_pence >= 0),
    price_why text not null,
    short_term_until date,
    above_limit boolean not null default false,
    approval_id uuid,
    approval_state text,
    state text not null check (state in ('open', 'asked', 'proposed', 'accepted', 'part-accepted', 'declined', 'lapsed', 'cancelled', 'taken')),
    sent_at timestamptz not null,
    due_at timestamptz,
    left_minutes integer check (left_minutes >= 0),
    reminded_at timestamptz,
    answered_at timestamptz,
    answered_by uuid,
    accepted_minutes integer not null default 0,
    reason text check (reason in ('no-capacity-area', 'no-capacity-time', 'no-capacity-two-carers', 'no-capacity-staff',
      'skill', 'carer-gender', 'outside-lot', 'cannot-meet-need', 'price', 'short-notice', 'previous-breakdown', 'other')),
    words text not null default '',
    proposal jsonb,
    ask jsonb not null,
    primary key (partnership_id, id),
    unique (partnership_id, reference),
    unique (partnership_id, id, organisation_id),
    constraint asked_once_a_round unique (partnership_id, round_id, organisation_id),
    foreign key (partnership_id, round_id, package_id) references offer_round (partnership_id, id, package_id),
    foreign key (partnership_id, lot_id, contract_id) references lot (partnership_id, id, contract_id),
    foreign key (partnership_id, approval_id, approval_state, organisation_id)
      references price_approval (partnership_id, id, state, organisation_id),
    constraint above_the_limit_only_when_approved check (not above_limit or (approval_id is not null and approval_state = 'approved')),
    constraint no_more_than_offered check (accepted_minutes between 0 and weekly_minutes),
    constraint accepted_in_full check (state <> 'accepted' or accepted_minutes = weekly_minutes),
    constraint accepted_in_part check (state <> 'part-accepted' or (accepted_minutes > 0 and accepted_minutes < weekly_minutes)),
    constraint nothing_accepted check (state in ('accepted', 'part-accepted') or accepted_minutes = 0),
    constraint a_clock_runs_or_rests check (
      (state = 'open' and (due_at is null) <> (left_minutes is null))
      or (state in ('asked', 'proposed') and due_at is null and left_minutes is not null)
      or state not in ('open', 'asked', 'proposed')
    ),
    constraint declined_with_a_reason check ((state = 'declined') = (reason is not null)),
    check ((state = 'proposed') <= (proposal is not null))
  )`)
  await run(`create index offer_due on offer (partnership_id, due_at) where state = 'open'`)
  await run('create index offer_of_package on offer (partnership_id, package_id)')
  await run('create index offer_of_organisation on offer (organisation_id, partnership_id, sent_at)')
  const offer =
    'foreign key (partnership_id, offer_id, organisation_id) references offer (partnership_id, id, organisation_id)'
  await run(`create table offer_question (
    partnership_id uuid not null,
    id uuid not null,
    offer_id uuid not null,
    organisation_id uuid not null,
    words text not null check (words <> ''),
    asked_at timestamptz not null,
    asked_by uuid,
    answer text,
    answered_at timestamptz,
    answered_by uuid,
    primary key (partnership_id, id),
    ${offer},
    check ((answer is null) = (answered_at is null))
  )`)
  await run('create index offer_question_of on offer_question (partnership_id, offer_id)')
  await run(`create unique index one_open_question on offer_question (partnership_id, offer_id) where answer is null`)
  await run(`create table reveal (
    partnership_id uuid not null,
    id uuid not null,
    offer_id uuid not null,
    package_id uuid not null,
    person_id uuid not null,
    organisation_id uuid not null,
    stage text not null check (stage in ('pen-picture', 'person')),
    content jsonb,
    revealed_at timestamptz not null,
    revealed_to uuid,
    withdrawn_at timestamptz,
    primary key (partnership_id, id),
    constraint told_once unique (partnership_id, offer_id, stage),
    ${offer},
    ${package_},
    foreign key (partnership_id, person_id) references person (partnership_id, id),
    constraint withdrawn_is_gone check (withdrawn_at is null or content is null)
  )`)
  await run('create index reveal_of_person on reveal (partnership_id, person_id)')
  await partnershipTable(db, 'offer_round')
  await partnershipTable(db, 'price_approval')
  for (const table of ['offer', 'offer_question', 'reveal']) await partnershipTable(db, table, { provider: true })
}
