-- The schema that the migrations make, written by `npm run schema` for review. Not to be edited.

create table account (
  id uuid not null,
  email text not null,
  name text not null,
  sign_in_user text,
  demonstration boolean not null default false,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint account_email_check CHECK (((email = lower(email)) AND (email ~ '^[^\s@]+@[^\s@]+$'::text))),
  constraint account_name_check CHECK ((name <> ''::text)),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_email_key UNIQUE (email),
  constraint account_sign_in_user_key UNIQUE (sign_in_user)
);
alter table account enable row level security;
create policy at_large on account for all
  using (((current_setting('app.kind'::text, true) = 'system'::text) AND ((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid IS NULL)))
  with check (((current_setting('app.kind'::text, true) = 'system'::text) AND ((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid IS NULL)));
create policy known_people on account for select
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text, 'provider'::text])) AND (EXISTS ( SELECT
   FROM membership m
  WHERE (m.account_id = account.id)))));
grant delete, insert, select, update on account to mercat_app;

create table api_key (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  digest text not null,
  hint text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  last_used_on date,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint api_key_name_check CHECK ((name <> ''::text)),
  constraint api_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint api_key_pkey PRIMARY KEY (id),
  constraint api_key_digest_key UNIQUE (digest)
);
CREATE INDEX api_key_of ON public.api_key USING btree (organisation_id);
alter table api_key enable row level security;
create policy own_organisation on api_key for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy system_writes on api_key for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on api_key to mercat_app;

create table area (
  code text not null,
  name text not null,
  kind text not null,
  nation text not null,
  reference boolean not null,
  constraint area_code_check CHECK ((code ~ '^[A-Za-z0-9]+([/-][A-Za-z0-9]+)*$'::text)),
  constraint area_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint area_name_check CHECK ((name <> ''::text)),
  constraint area_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'england'::text, 'wales'::text, 'northern-ireland'::text]))),
  constraint area_pkey PRIMARY KEY (code)
);
alter table area enable row level security;
create policy anyone_reads on area for select
  using (true);
create policy system_writes on area for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on area to mercat_app;

create table area_boundary (
  code text not null,
  outline jsonb not null,
  ground jsonb not null,
  edition text,
  source_key text,
  attribution text,
  constraint area_boundary_code_fkey FOREIGN KEY (code) REFERENCES area(code),
  constraint area_boundary_pkey PRIMARY KEY (code)
);
alter table area_boundary enable row level security;
create policy anyone_reads on area_boundary for select
  using (true);
create policy system_writes on area_boundary for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on area_boundary to mercat_app;

create table area_name (
  code text not null,
  folded text not null,
  name text not null,
  previous_code boolean not null,
  constraint area_name_folded_check CHECK ((folded <> ''::text)),
  constraint area_name_code_fkey FOREIGN KEY (code) REFERENCES area(code),
  constraint area_name_pkey PRIMARY KEY (code, folded)
);
alter table area_name enable row level security;
create policy anyone_reads on area_name for select
  using (true);
create policy system_writes on area_name for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on area_name to mercat_app;

create table area_parent (
  hierarchy text not null,
  code text not null,
  parent text not null,
  note text,
  constraint area_parent_check CHECK ((parent <> code)),
  constraint area_parent_hierarchy_check CHECK ((hierarchy ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint area_parent_code_fkey FOREIGN KEY (code) REFERENCES area(code),
  constraint area_parent_parent_fkey FOREIGN KEY (parent) REFERENCES area(code),
  constraint area_parent_pkey PRIMARY KEY (hierarchy, code)
);
CREATE INDEX area_parent_code ON public.area_parent USING btree (code);
CREATE INDEX area_parent_parent ON public.area_parent USING btree (parent);
alter table area_parent enable row level security;
create policy anyone_reads on area_parent for select
  using (true);
create policy system_writes on area_parent for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on area_parent to mercat_app;

create table authority (
  partnership_id uuid not null,
  id uuid not null,
  role text not null,
  kind text not null,
  limit_pence bigint not null,
  valid daterange not null,
  constraint authority_kind_check CHECK ((kind = ANY (ARRAY['award'::text, 'variation'::text, 'extension'::text, 'option-declined'::text, 'suspension'::text, 'resumption'::text, 'early-end'::text, 'join'::text, 'leave'::text, 'standing'::text, 'transfer'::text, 'rates'::text, 'uplift'::text, 'import'::text]))),
  constraint authority_limit_pence_check CHECK ((limit_pence >= 0)),
  constraint authority_valid_check CHECK ((NOT isempty(valid))),
  constraint authority_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint authority_pkey PRIMARY KEY (partnership_id, id),
  constraint authority_partnership_id_id_kind_limit_pence_key UNIQUE (partnership_id, id, kind, limit_pence),
  constraint authority_partnership_id_id_kind_limit_pence_role_key UNIQUE (partnership_id, id, kind, limit_pence, role),
  constraint authority_partnership_id_role_kind_valid_excl EXCLUDE USING gist (partnership_id WITH =, role WITH =, kind WITH =, valid WITH &&)
);
alter table authority enable row level security;
create policy own_partnership on authority for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on authority to mercat_app;

create table brokerage_notice (
  partnership_id uuid not null,
  id uuid not null,
  package_id uuid not null,
  offer_id uuid,
  organisation_id uuid,
  kind text not null,
  noted_at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint brokerage_notice_check CHECK (((offer_id IS NULL) OR (organisation_id IS NOT NULL))),
  constraint brokerage_notice_kind_check CHECK ((kind <> ''::text)),
  constraint brokerage_notice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint brokerage_notice_partnership_id_offer_id_organisation_id_fkey FOREIGN KEY (partnership_id, offer_id, organisation_id) REFERENCES offer(partnership_id, id, organisation_id),
  constraint brokerage_notice_partnership_id_package_id_fkey FOREIGN KEY (partnership_id, package_id) REFERENCES care_package(partnership_id, id),
  constraint brokerage_notice_pkey PRIMARY KEY (partnership_id, id)
);
CREATE INDEX brokerage_notice_untold ON public.brokerage_notice USING btree (partnership_id, noted_at) WHERE (told_at IS NULL);
alter table brokerage_notice enable row level security;
create policy own_partnership on brokerage_notice for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on brokerage_notice to mercat_app;

create table budget_line (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  care_group_key text,
  service_type_key text,
  year text,
  basis text not null,
  in_house bigint,
  purchased bigint,
  total bigint,
  printed_unit text not null,
  source_key text not null,
  locus text,
  status text not null,
  note text,
  import_id uuid not null,
  file text not null,
  line integer not null,
  constraint budget_line_basis_check CHECK ((basis = ANY (ARRAY['budget'::text, 'spend'::text, 'estimate'::text, 'expected'::text]))),
  constraint budget_line_check CHECK (((total IS NULL) = (status = 'lost'::text))),
  constraint budget_line_check1 CHECK (((in_house + purchased) = total)),
  constraint budget_line_check2 CHECK (((in_house <= total) AND (purchased <= total))),
  constraint budget_line_in_house_check CHECK ((in_house >= 0)),
  constraint budget_line_kind_check CHECK ((kind = ANY (ARRAY['care-group'::text, 'service'::text]))),
  constraint budget_line_printed_unit_check CHECK ((printed_unit = ANY (ARRAY['pounds'::text, 'thousands'::text, 'millions'::text]))),
  constraint budget_line_purchased_check CHECK ((purchased >= 0)),
  constraint budget_line_status_check CHECK ((status = ANY (ARRAY['printed'::text, 'derived'::text, 'caution'::text, 'lost'::text]))),
  constraint budget_line_subject_check CHECK ((subject <> ''::text)),
  constraint budget_line_total_check CHECK ((total >= 0)),
  constraint budget_line_year_check CHECK ((year ~ '^[0-9]{4}(/[0-9]{2})?$'::text)),
  constraint budget_line_care_group_key_fkey FOREIGN KEY (care_group_key) REFERENCES care_group(key),
  constraint budget_line_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint budget_line_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint budget_line_source_key_fkey FOREIGN KEY (source_key) REFERENCES source(key),
  constraint budget_line_pkey PRIMARY KEY (partnership_id, id),
  constraint budget_line_partnership_id_kind_subject_year_basis_source_k_key UNIQUE NULLS NOT DISTINCT (partnership_id, kind, subject, year, basis, source_key)
);
alter table budget_line enable row level security;
create policy own_partnership on budget_line for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on budget_line for select
  using (true);
grant delete, insert, select, update on budget_line to mercat_app;

create table calendar_holiday (
  nation text not null,
  on_date date not null,
  name text not null,
  reason text,
  constraint calendar_holiday_name_check CHECK ((name <> ''::text)),
  constraint calendar_holiday_nation_fkey FOREIGN KEY (nation) REFERENCES working_calendar(nation),
  constraint calendar_holiday_pkey PRIMARY KEY (nation, on_date)
);
alter table calendar_holiday enable row level security;
create policy anyone_reads on calendar_holiday for select
  using (true);
create policy system_writes on calendar_holiday for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on calendar_holiday to mercat_app;

create table capacity_cell (
  partnership_id uuid not null,
  organisation_id uuid not null,
  service_type_key text not null,
  area_code text not null,
  band text not null,
  declared_minutes integer,
  committed_minutes integer not null default 0,
  declared_at timestamp with time zone,
  declared_by uuid,
  constraint capacity_cell_band_check CHECK ((band = ANY (ARRAY['morning'::text, 'midday'::text, 'afternoon'::text, 'evening'::text, 'bedtime'::text, 'night'::text]))),
  constraint capacity_cell_committed_minutes_check CHECK ((committed_minutes >= 0)),
  constraint capacity_cell_declared_minutes_check CHECK ((declared_minutes >= 0)),
  constraint declared_at_an_instant CHECK (((declared_minutes IS NULL) = (declared_at IS NULL))),
  constraint no_more_is_committed_than_declared CHECK ((committed_minutes <= declared_minutes)),
  constraint capacity_cell_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint capacity_cell_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint capacity_cell_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint capacity_cell_pkey PRIMARY KEY (partnership_id, organisation_id, service_type_key, area_code, band)
);
CREATE INDEX capacity_cell_of_area ON public.capacity_cell USING btree (partnership_id, service_type_key, area_code);
alter table capacity_cell enable row level security;
create policy own_organisation on capacity_cell for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on capacity_cell for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on capacity_cell to mercat_app;

create table care_group (
  key text not null,
  position integer not null,
  name text not null,
  other_names jsonb not null,
  valid daterange not null default '(,)'::daterange,
  constraint care_group_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint care_group_name_check CHECK ((name <> ''::text)),
  constraint care_group_valid_check CHECK ((NOT isempty(valid))),
  constraint care_group_pkey PRIMARY KEY (key),
  constraint care_group_name_key UNIQUE (name)
);
alter table care_group enable row level security;
create policy anyone_reads on care_group for select
  using (true);
create policy system_writes on care_group for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on care_group to mercat_app;

create table care_group_set (
  key text not null,
  purpose text not null,
  source_key text not null,
  locus text not null,
  partnership text not null,
  valid daterange not null,
  constraint care_group_set_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint care_group_set_purpose_check CHECK ((purpose = ANY (ARRAY['service-statement'::text, 'plan'::text, 'budget'::text]))),
  constraint care_group_set_valid_check CHECK ((NOT isempty(valid))),
  constraint care_group_set_pkey PRIMARY KEY (key)
);
alter table care_group_set enable row level security;
create policy anyone_reads on care_group_set for select
  using (true);
create policy system_writes on care_group_set for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on care_group_set to mercat_app;

create table care_group_set_member (
  set_key text not null,
  care_group_key text not null,
  position integer not null,
  constraint care_group_set_member_care_group_key_fkey FOREIGN KEY (care_group_key) REFERENCES care_group(key),
  constraint care_group_set_member_set_key_fkey FOREIGN KEY (set_key) REFERENCES care_group_set(key),
  constraint care_group_set_member_pkey PRIMARY KEY (set_key, care_group_key)
);
alter table care_group_set_member enable row level security;
create policy anyone_reads on care_group_set_member for select
  using (true);
create policy system_writes on care_group_set_member for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on care_group_set_member to mercat_app;

create table care_package (
  partnership_id uuid not null,
  id uuid not null,
  reference text not null,
  request_id uuid not null,
  person_id uuid not null,
  version integer not null,
  need text not null,
  service_type_key text not null,
  area_code text not null,
  district text not null,
  criteria_key text not null,
  level text,
  no_level_reason text,
  outcomes text[] not null,
  needs text[] not null,
  choices text not null,
  support_option smallint not null,
  origin text not null,
  assessed_on date not null,
  ready_at timestamp with time zone not null,
  start_by date not null,
  pen_picture text not null,
  short_term boolean not null,
  state text not null,
  broker_id uuid,
  requested_by uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_on date,
  end_reason text,
  unplaced_minutes integer not null default 0,
  review_on date,
  ends_on date,
  ends_because text,
  constraint a_level_or_why_there_is_none CHECK (((level IS NULL) <> (no_level_reason IS NULL))),
  constraint a_planned_end_has_its_reason CHECK (((ends_on IS NULL) = (ends_because IS NULL))),
  constraint care_package_check CHECK (((state = ANY (ARRAY['ended'::text, 'withdrawn'::text])) = (ended_on IS NOT NULL))),
  constraint care_package_district_check CHECK ((district ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'::text)),
  constraint care_package_origin_check CHECK ((origin = ANY (ARRAY['hospital'::text, 'community'::text]))),
  constraint care_package_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'offering'::text, 'placed'::text, 'unmet'::text, 'suspended'::text, 'ended'::text, 'withdrawn'::text]))),
  constraint care_package_support_option_check CHECK (((support_option >= 1) AND (support_option <= 4))),
  constraint care_package_unplaced_minutes_check CHECK ((unplaced_minutes >= 0)),
  constraint care_package_version_check CHECK ((version > 0)),
  constraint care_starts_after_its_assessment CHECK ((start_by >= assessed_on)),
  constraint needs_are_codes CHECK ((needs <@ ARRAY['personal-care'::text, 'continence'::text, 'catheter'::text, 'stoma'::text, 'skin'::text, 'medication-prompt'::text, 'medication-give'::text, 'meals'::text, 'swallowing'::text, 'tube-feeding'::text, 'moving-handling'::text, 'hoist'::text, 'falls'::text, 'dementia'::text, 'mental-health'::text, 'learning-disability'::text, 'autism'::text, 'acquired-brain-injury'::text, 'epilepsy'::text, 'diabetes'::text, 'breathing'::text, 'end-of-life'::text, 'sight'::text, 'hearing'::text, 'communication'::text, 'sign-language'::text, 'other-language'::text, 'woman-carer'::text, 'man-carer'::text, 'carer-break'::text])),
  constraint care_package_criteria_key_fkey FOREIGN KEY (criteria_key) REFERENCES need_criteria(key),
  constraint care_package_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES person(partnership_id, id),
  constraint care_package_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint care_package_pkey PRIMARY KEY (partnership_id, id),
  constraint care_package_partnership_id_reference_key UNIQUE (partnership_id, reference)
);
CREATE INDEX care_package_desk ON public.care_package USING btree (partnership_id, state, origin, ready_at) INCLUDE (id, broker_id, area_code, unplaced_minutes, review_on) WHERE (state = ANY (ARRAY['waiting'::text, 'offering'::text, 'unmet'::text]));
CREATE INDEX care_package_of_person ON public.care_package USING btree (partnership_id, person_id);
CREATE INDEX care_package_open ON public.care_package USING btree (partnership_id, state, ready_at) WHERE (state <> ALL (ARRAY['ended'::text, 'withdrawn'::text]));
CREATE INDEX care_package_ready ON public.care_package USING btree (partnership_id, ready_at DESC, id);
CREATE UNIQUE INDEX one_live_package_a_need ON public.care_package USING btree (partnership_id, person_id, need) WHERE (state <> ALL (ARRAY['ended'::text, 'withdrawn'::text]));
alter table care_package enable row level security;
create policy own_partnership on care_package for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on care_package to mercat_app;

create table committee_date (
  partnership_id uuid not null,
  committee text not null,
  on_date date not null,
  papers_by date not null,
  constraint committee_date_check CHECK ((papers_by <= on_date)),
  constraint committee_date_committee_check CHECK ((committee <> ''::text)),
  constraint committee_date_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint committee_date_pkey PRIMARY KEY (partnership_id, committee, on_date)
);
alter table committee_date enable row level security;
create policy own_partnership on committee_date for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on committee_date to mercat_app;

create table continuity_plan (
  partnership_id uuid not null,
  id uuid not null,
  version integer not null,
  lead_officer text not null,
  told jsonb not null,
  communications text not null,
  hand_over text not null,
  hand_over_notes text not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint continuity_plan_hand_over_check CHECK ((hand_over = ANY (ARRAY['not-begun'::text, 'under-way'::text, 'done'::text]))),
  constraint continuity_plan_version_check CHECK ((version > 0)),
  constraint continuity_plan_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint continuity_plan_partnership_id_id_fkey FOREIGN KEY (partnership_id, id) REFERENCES solve_run(partnership_id, id),
  constraint continuity_plan_pkey PRIMARY KEY (partnership_id, id)
);
alter table continuity_plan enable row level security;
create policy own_partnership on continuity_plan for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on continuity_plan to mercat_app;

create table contract (
  partnership_id uuid not null,
  id uuid not null,
  reference text not null,
  version integer not null,
  stage text not null,
  follows_id uuid,
  shared_from_partnership uuid,
  shared_from_contract uuid,
  source_key text,
  locus text,
  moved_years integer not null default 0,
  own_reference text,
  created_at timestamp with time zone not null,
  published boolean not null default false,
  parties uuid[] not null default '{}'::uuid[],
  shared_revision integer,
  shared_until date,
  share_end_reason text,
  constraint a_copy_names_its_contract CHECK (((shared_from_partnership IS NULL) OR (shared_from_contract IS NOT NULL))),
  constraint contract_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'awarded'::text, 'withdrawn'::text]))),
  constraint contract_version_check CHECK ((version >= 0)),
  constraint only_a_copy_stops_being_shared CHECK ((((shared_until IS NULL) = (share_end_reason IS NULL)) AND ((shared_until IS NULL) OR (shared_from_contract IS NOT NULL)))),
  constraint contract_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint contract_partnership_id_follows_id_fkey FOREIGN KEY (partnership_id, follows_id) REFERENCES contract(partnership_id, id),
  constraint contract_shared_from_partnership_fkey FOREIGN KEY (shared_from_partnership) REFERENCES partnership(id) ON DELETE SET NULL,
  constraint contract_pkey PRIMARY KEY (partnership_id, id),
  constraint contract_partnership_id_reference_key UNIQUE (partnership_id, reference)
);
CREATE UNIQUE INDEX contract_own_reference ON public.contract USING btree (partnership_id, own_reference);
alter table contract enable row level security;
create policy own_partnership on contract for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on contract for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
create policy published on contract for select
  using (published);
grant delete, insert, select, update on contract to mercat_app;

create table contract_change (
  partnership_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null,
  state text not null,
  base_version integer not null,
  version integer,
  effective_on date not null,
  reason text not null,
  asked jsonb not null,
  value_pence bigint not null,
  document_id uuid,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  authority_id uuid,
  authority_limit bigint,
  decision_words text,
  authority_role text,
  constraint applied_makes_a_version CHECK (((state = 'applied'::text) = (version IS NOT NULL))),
  constraint approved_with_authority CHECK (((state <> 'applied'::text) OR (kind = 'import'::text) OR ((authority_id IS NOT NULL) AND (authority_limit IS NOT NULL) AND (authority_role IS NOT NULL) AND (value_pence <= authority_limit)))),
  constraint contract_change_kind_check CHECK ((kind = ANY (ARRAY['award'::text, 'variation'::text, 'extension'::text, 'option-declined'::text, 'suspension'::text, 'resumption'::text, 'early-end'::text, 'join'::text, 'leave'::text, 'standing'::text, 'transfer'::text, 'rates'::text, 'uplift'::text, 'import'::text]))),
  constraint contract_change_reason_check CHECK ((reason <> ''::text)),
  constraint contract_change_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'applied'::text, 'declined'::text]))),
  constraint contract_change_value_pence_check CHECK ((value_pence >= 0)),
  constraint next_version CHECK (((version IS NULL) OR (version = (base_version + 1)))),
  constraint contract_change_partnership_id_authority_id_kind_authorit_fkey1 FOREIGN KEY (partnership_id, authority_id, kind, authority_limit, authority_role) REFERENCES authority(partnership_id, id, kind, limit_pence, role),
  constraint contract_change_partnership_id_authority_id_kind_authority_fkey FOREIGN KEY (partnership_id, authority_id, kind, authority_limit) REFERENCES authority(partnership_id, id, kind, limit_pence),
  constraint contract_change_partnership_id_contract_id_fkey FOREIGN KEY (partnership_id, contract_id) REFERENCES contract(partnership_id, id),
  constraint contract_change_partnership_id_document_id_fkey FOREIGN KEY (partnership_id, document_id) REFERENCES contract_document(partnership_id, id),
  constraint contract_change_pkey PRIMARY KEY (partnership_id, id),
  constraint contract_change_partnership_id_contract_id_version_key UNIQUE (partnership_id, contract_id, version)
);
CREATE INDEX contract_change_of ON public.contract_change USING btree (partnership_id, contract_id);
CREATE INDEX contract_change_open ON public.contract_change USING btree (partnership_id) WHERE (state = 'proposed'::text);
alter table contract_change enable row level security;
create policy only_the_product_imports on contract_change as restrictive for all
  using (true)
  with check (((kind <> 'import'::text) OR (current_setting('app.kind'::text, true) = 'system'::text)));
create policy only_who_has_the_role_approves on contract_change as restrictive for all
  using (true)
  with check (((authority_role IS NULL) OR (current_setting('app.kind'::text, true) = 'system'::text) OR (authority_role = ANY (string_to_array(current_setting('app.roles'::text, true), ','::text)))));
create policy own_partnership on contract_change for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on contract_change to mercat_app;

create table contract_detail (
  partnership_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  title text not null,
  kind text not null,
  method text,
  market_area_key text,
  service_type_key text,
  care_groups text[] not null,
  decided_by text not null,
  national_framework_key text,
  allocation text not null,
  monitoring text not null,
  notice_months integer,
  review_months integer,
  last_reviewed_on date,
  yearly_pence bigint,
  yearly_basis text,
  block_units integer,
  block_minimum integer,
  block_unit text,
  successor_from date,
  successor_until date,
  note text not null,
  change_id uuid not null,
  published boolean not null default false,
  parties uuid[] not null default '{}'::uuid[],
  held daterange not null,
  known tstzrange not null,
  constraint a_call_off_names_its_framework CHECK (((kind <> ALL (ARRAY['call-off'::text, 'national-contract'::text])) OR (national_framework_key IS NOT NULL))),
  constraint block_says_how_much CHECK ((((block_units IS NULL) = (block_unit IS NULL)) AND ((block_minimum IS NULL) OR (block_minimum <= block_units)))),
  constraint contract_detail_block_minimum_check CHECK ((block_minimum >= 0)),
  constraint contract_detail_block_unit_check CHECK ((block_unit = ANY (ARRAY['hour'::text, 'place'::text, 'session'::text, 'bed'::text]))),
  constraint contract_detail_block_units_check CHECK ((block_units > 0)),
  constraint contract_detail_decided_by_check CHECK ((decided_by = ANY (ARRAY['partnership'::text, 'national-owner'::text]))),
  constraint contract_detail_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint contract_detail_kind_check CHECK ((kind = ANY (ARRAY['framework'::text, 'block'::text, 'spot'::text, 'mixed'::text, 'call-off'::text, 'national-contract'::text, 'grant'::text, 'shared-service'::text, 'in-house'::text]))),
  constraint contract_detail_known_check CHECK (((NOT isempty(known)) AND (NOT lower_inf(known)) AND lower_inc(known) AND (NOT upper_inc(known)))),
  constraint contract_detail_method_check CHECK ((method = ANY (ARRAY['open'::text, 'restricted'::text, 'preferred-provider'::text, 'partnering'::text, 'negotiated'::text, 'direct'::text]))),
  constraint contract_detail_notice_months_check CHECK ((notice_months > 0)),
  constraint contract_detail_review_months_check CHECK ((review_months > 0)),
  constraint contract_detail_title_check CHECK ((title <> ''::text)),
  constraint contract_detail_yearly_basis_check CHECK ((yearly_basis = ANY (ARRAY['budget'::text, 'spend'::text, 'estimate'::text]))),
  constraint contract_detail_yearly_pence_check CHECK ((yearly_pence > 0)),
  constraint contract_detail_national_framework_key_fkey FOREIGN KEY (national_framework_key) REFERENCES national_framework(key),
  constraint contract_detail_partnership_id_change_id_fkey FOREIGN KEY (partnership_id, change_id) REFERENCES contract_change(partnership_id, id),
  constraint contract_detail_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint contract_detail_partnership_id_subject_id_fkey FOREIGN KEY (partnership_id, subject_id) REFERENCES contract(partnership_id, id),
  constraint contract_detail_pkey PRIMARY KEY (partnership_id, id),
  constraint contract_detail_partnership_id_subject_id_held_known_excl EXCLUDE USING gist (partnership_id WITH =, subject_id WITH =, held WITH &&, known WITH &&)
);
CREATE INDEX contract_detail_now ON public.contract_detail USING btree (partnership_id, market_area_key) WHERE upper_inf(known);
CREATE INDEX contract_detail_partnership_id_subject_id_idx ON public.contract_detail USING btree (partnership_id, subject_id);
alter table contract_detail enable row level security;
create policy own_partnership on contract_detail for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on contract_detail for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
create policy published on contract_detail for select
  using (published);
grant delete, insert, select, update on contract_detail to mercat_app;

create table contract_document (
  partnership_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null,
  title text not null,
  version integer not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  digest text not null,
  holds_from date not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  parties uuid[] not null default '{}'::uuid[],
  constraint contract_document_kind_check CHECK ((kind = ANY (ARRAY['specification'::text, 'conditions'::text, 'price-list'::text, 'decision'::text, 'evidence'::text, 'report'::text, 'other'::text]))),
  constraint contract_document_title_check CHECK ((title <> ''::text)),
  constraint contract_document_version_check CHECK ((version > 0)),
  constraint contract_document_partnership_id_contract_id_fkey FOREIGN KEY (partnership_id, contract_id) REFERENCES contract(partnership_id, id),
  constraint contract_document_pkey PRIMARY KEY (partnership_id, id),
  constraint contract_document_partnership_id_contract_id_kind_title_ver_key UNIQUE (partnership_id, contract_id, kind, title, version)
);
alter table contract_document enable row level security;
create policy own_partnership on contract_document for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on contract_document for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
grant delete, insert, select, update on contract_document to mercat_app;

create table contract_draft (
  partnership_id uuid not null,
  contract_id uuid not null,
  content jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint contract_draft_partnership_id_contract_id_fkey FOREIGN KEY (partnership_id, contract_id) REFERENCES contract(partnership_id, id),
  constraint contract_draft_pkey PRIMARY KEY (partnership_id, contract_id)
);
alter table contract_draft enable row level security;
create policy own_partnership on contract_draft for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on contract_draft to mercat_app;

create table contract_share (
  partnership_id uuid not null,
  contract_id uuid not null,
  partner_id uuid not null,
  lot_ids uuid[] not null,
  from_day date not null,
  copied_version integer,
  revision integer not null default 1,
  until_day date,
  ended_at timestamp with time zone,
  end_reason text,
  constraint an_ended_share_says_why CHECK ((((until_day IS NULL) = (ended_at IS NULL)) AND ((until_day IS NULL) = (end_reason IS NULL)) AND (until_day >= from_day))),
  constraint contract_share_check CHECK ((partner_id <> partnership_id)),
  constraint contract_share_end_reason_check CHECK ((end_reason <> ''::text)),
  constraint contract_share_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partnership(id) ON DELETE CASCADE,
  constraint contract_share_partnership_id_contract_id_fkey FOREIGN KEY (partnership_id, contract_id) REFERENCES contract(partnership_id, id),
  constraint contract_share_pkey PRIMARY KEY (partnership_id, contract_id, partner_id)
);
alter table contract_share enable row level security;
create policy own_partnership on contract_share for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on contract_share to mercat_app;

create table contract_term (
  partnership_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  state text not null,
  origin text not null,
  option_id uuid,
  option_days daterange,
  change_id uuid not null,
  published boolean not null default false,
  parties uuid[] not null default '{}'::uuid[],
  held daterange not null,
  known tstzrange not null,
  constraint an_extension_stays_within_its_option CHECK (((origin <> 'extension'::text) OR ((option_id IS NOT NULL) AND (option_days IS NOT NULL) AND (held <@ option_days)))),
  constraint contract_term_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint contract_term_known_check CHECK (((NOT isempty(known)) AND (NOT lower_inf(known)) AND lower_inc(known) AND (NOT upper_inc(known)))),
  constraint contract_term_origin_check CHECK ((origin = ANY (ARRAY['initial'::text, 'extension'::text, 'variation'::text]))),
  constraint contract_term_state_check CHECK ((state = ANY (ARRAY['agreed'::text, 'suspended'::text, 'ended'::text]))),
  constraint contract_term_partnership_id_change_id_fkey FOREIGN KEY (partnership_id, change_id) REFERENCES contract_change(partnership_id, id),
  constraint contract_term_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint contract_term_partnership_id_option_id_option_days_fkey FOREIGN KEY (partnership_id, option_id, option_days) REFERENCES extension_option(partnership_id, id, days),
  constraint contract_term_partnership_id_subject_id_fkey FOREIGN KEY (partnership_id, subject_id) REFERENCES contract(partnership_id, id),
  constraint contract_term_pkey PRIMARY KEY (partnership_id, id),
  constraint contract_term_partnership_id_subject_id_held_known_excl EXCLUDE USING gist (partnership_id WITH =, subject_id WITH =, held WITH &&, known WITH &&)
);
CREATE INDEX contract_term_partnership_id_subject_id_idx ON public.contract_term USING btree (partnership_id, subject_id);
alter table contract_term enable row level security;
create policy own_partnership on contract_term for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on contract_term for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
create policy published on contract_term for select
  using (published);
grant delete, insert, select, update on contract_term to mercat_app;

create table edition (
  partnership_id uuid not null,
  id uuid not null,
  number integer not null,
  title text not null,
  summary text not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  changes jsonb,
  main_changes jsonb not null,
  constraint edition_main_changes_check CHECK ((jsonb_typeof(main_changes) = 'array'::text)),
  constraint edition_number_check CHECK ((number > 0)),
  constraint edition_title_check CHECK ((title <> ''::text)),
  constraint edition_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint edition_pkey PRIMARY KEY (partnership_id, id),
  constraint edition_partnership_id_number_key UNIQUE (partnership_id, number)
);
alter table edition enable row level security;
create policy own_partnership on edition for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on edition for select
  using (true);
grant insert, select on edition to mercat_app;

create table edition_figure (
  partnership_id uuid not null,
  edition_id uuid not null,
  figure_id text not null,
  section text not null,
  position integer not null,
  measure text not null,
  label text not null,
  value numeric,
  figure jsonb not null,
  digest text not null,
  constraint edition_figure_figure_id_check CHECK ((figure_id <> ''::text)),
  constraint edition_figure_position_check CHECK (("position" > 0)),
  constraint edition_figure_section_check CHECK ((section = ANY (ARRAY['about'::text, 'messages'::text, 'population'::text, 'demand'::text, 'supply'::text, 'gaps'::text, 'finance'::text, 'workforce'::text, 'pressures'::text]))),
  constraint edition_figure_partnership_id_edition_id_fkey FOREIGN KEY (partnership_id, edition_id) REFERENCES edition(partnership_id, id),
  constraint edition_figure_pkey PRIMARY KEY (partnership_id, edition_id, figure_id),
  constraint edition_figure_partnership_id_edition_id_position_key UNIQUE (partnership_id, edition_id, "position")
);
alter table edition_figure enable row level security;
create policy own_partnership on edition_figure for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on edition_figure for select
  using (true);
grant insert, select on edition_figure to mercat_app;

create table edition_section (
  partnership_id uuid not null,
  edition_id uuid not null,
  section text not null,
  version integer not null,
  blocks jsonb not null,
  sources jsonb not null default '{}'::jsonb,
  constraint edition_section_blocks_check CHECK ((jsonb_typeof(blocks) = 'array'::text)),
  constraint edition_section_section_check CHECK ((section = ANY (ARRAY['about'::text, 'messages'::text, 'population'::text, 'demand'::text, 'supply'::text, 'gaps'::text, 'finance'::text, 'workforce'::text, 'pressures'::text]))),
  constraint edition_section_sources_check CHECK ((jsonb_typeof(sources) = 'object'::text)),
  constraint edition_section_version_check CHECK ((version > 0)),
  constraint edition_section_partnership_id_edition_id_fkey FOREIGN KEY (partnership_id, edition_id) REFERENCES edition(partnership_id, id),
  constraint edition_section_pkey PRIMARY KEY (partnership_id, edition_id, section)
);
alter table edition_section enable row level security;
create policy own_partnership on edition_section for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on edition_section for select
  using (true);
grant insert, select on edition_section to mercat_app;

create table erased_reference (
  partnership_id uuid not null,
  id uuid not null,
  salt text not null,
  digest text not null,
  erased_on date not null,
  constraint erased_reference_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint erased_reference_salt_check CHECK ((length(salt) >= 32)),
  constraint erased_reference_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint erased_reference_pkey PRIMARY KEY (partnership_id, id),
  constraint erased_reference_partnership_id_digest_key UNIQUE (partnership_id, digest)
);
alter table erased_reference enable row level security;
create policy own_partnership on erased_reference for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on erased_reference to mercat_app;

create table extension_option (
  partnership_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  days daterange not null,
  decide_by date,
  decision text not null,
  decided_on date,
  known_from timestamp with time zone not null,
  decided_at timestamp with time zone,
  change_id uuid,
  published boolean not null default false,
  parties uuid[] not null default '{}'::uuid[],
  constraint extension_option_check CHECK (((decision = 'open'::text) = (decided_on IS NULL))),
  constraint extension_option_days_check CHECK (((NOT isempty(days)) AND (NOT lower_inf(days)))),
  constraint extension_option_decision_check CHECK ((decision = ANY (ARRAY['open'::text, 'taken'::text, 'declined'::text]))),
  constraint extension_option_partnership_id_change_id_fkey FOREIGN KEY (partnership_id, change_id) REFERENCES contract_change(partnership_id, id),
  constraint extension_option_partnership_id_contract_id_fkey FOREIGN KEY (partnership_id, contract_id) REFERENCES contract(partnership_id, id),
  constraint extension_option_pkey PRIMARY KEY (partnership_id, id),
  constraint extension_option_partnership_id_contract_id_position_key UNIQUE (partnership_id, contract_id, "position"),
  constraint extension_option_partnership_id_id_days_key UNIQUE (partnership_id, id, days),
  constraint extension_option_partnership_id_contract_id_days_excl EXCLUDE USING gist (partnership_id WITH =, contract_id WITH =, days WITH &&)
);
alter table extension_option enable row level security;
create policy own_partnership on extension_option for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on extension_option for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
create policy published on extension_option for select
  using (published);
grant delete, insert, select, update on extension_option to mercat_app;

create table figure_told (
  partnership_id uuid not null,
  id uuid not null,
  figure_id text not null,
  value numeric,
  told_at timestamp with time zone not null,
  constraint figure_told_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint figure_told_pkey PRIMARY KEY (partnership_id, id),
  constraint figure_told_partnership_id_figure_id_value_key UNIQUE NULLS NOT DISTINCT (partnership_id, figure_id, value)
);
alter table figure_told enable row level security;
create policy own_partnership on figure_told for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on figure_told for select
  using (true);
grant insert, select on figure_told to mercat_app;

create table import_mapping (
  partnership_id uuid not null,
  kind text not null,
  mapping jsonb not null,
  chosen_by uuid,
  chosen_at timestamp with time zone not null,
  constraint import_mapping_kind_check CHECK ((kind <> ''::text)),
  constraint import_mapping_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint import_mapping_pkey PRIMARY KEY (partnership_id, kind)
);
alter table import_mapping enable row level security;
create policy own_partnership on import_mapping for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on import_mapping to mercat_app;

create table import_run (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  file_name text not null,
  digest text,
  size integer not null,
  chosen jsonb not null,
  start jsonb,
  mapping jsonb not null,
  ticket uuid not null,
  all_or_nothing boolean not null default false,
  anyway boolean not null default false,
  rows_read integer not null default 0,
  attempts integer not null default 0,
  report jsonb,
  doubt text,
  trouble text,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  imported_by uuid,
  heard_at timestamp with time zone not null,
  constraint import_run_file_name_check CHECK ((file_name <> ''::text)),
  constraint import_run_kind_check CHECK ((kind <> ''::text)),
  constraint import_run_state_check CHECK ((state = ANY (ARRAY['mapping'::text, 'trying'::text, 'tried'::text, 'doubted'::text, 'importing'::text, 'imported'::text, 'failed'::text, 'thrown-away'::text]))),
  constraint import_run_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint import_run_pkey PRIMARY KEY (partnership_id, id)
);
CREATE INDEX import_run_newest ON public.import_run USING btree (partnership_id, uploaded_at DESC, id);
alter table import_run enable row level security;
create policy own_partnership on import_run for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on import_run to mercat_app;

create table indicator (
  partnership_id uuid not null,
  id uuid not null,
  key text not null,
  label text not null,
  finding text not null,
  section text not null,
  theme text not null,
  area_code text not null,
  period text,
  ages text,
  sex text not null,
  value numeric,
  lower numeric,
  upper numeric,
  unit text,
  basis text,
  comparator_label text,
  comparator_value numeric,
  direction text,
  source_key text not null,
  locus text,
  status text not null,
  note text,
  constraint indicator_check CHECK (((value IS NOT NULL) OR (status = ANY (ARRAY['caution'::text, 'lost'::text])))),
  constraint indicator_check1 CHECK (((value IS NULL) OR ((unit IS NOT NULL) AND (basis IS NOT NULL)))),
  constraint indicator_check2 CHECK (((lower IS NULL) = (upper IS NULL))),
  constraint indicator_check3 CHECK (((lower <= value) AND (value <= upper))),
  constraint indicator_direction_check CHECK ((direction = ANY (ARRAY['higher'::text, 'similar'::text, 'lower'::text]))),
  constraint indicator_finding_check CHECK ((finding <> ''::text)),
  constraint indicator_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint indicator_label_check CHECK ((label <> ''::text)),
  constraint indicator_sex_check CHECK ((sex = ANY (ARRAY['all'::text, 'female'::text, 'male'::text]))),
  constraint indicator_status_check CHECK ((status = ANY (ARRAY['printed'::text, 'derived'::text, 'caution'::text, 'lost'::text]))),
  constraint indicator_area_code_fkey FOREIGN KEY (area_code) REFERENCES area(code),
  constraint indicator_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint indicator_source_key_fkey FOREIGN KEY (source_key) REFERENCES source(key),
  constraint indicator_pkey PRIMARY KEY (partnership_id, id),
  constraint indicator_partnership_id_key_area_code_period_sex_ages_key UNIQUE NULLS NOT DISTINCT (partnership_id, key, area_code, period, sex, ages)
);
CREATE INDEX indicator_section ON public.indicator USING btree (partnership_id, section);
CREATE INDEX indicator_source ON public.indicator USING btree (partnership_id, source_key);
alter table indicator enable row level security;
create policy own_partnership on indicator for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on indicator for select
  using (true);
grant delete, insert, select, update on indicator to mercat_app;

create table invitation (
  partnership_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  organisation_id uuid,
  roles text[] not null,
  token_digest text not null,
  invited_at timestamp with time zone not null,
  invited_by uuid,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  agreed_at timestamp with time zone,
  agreed_by uuid,
  constraint invitation_check CHECK (((organisation_id IS NOT NULL) = (roles = ARRAY['provider'::text]))),
  constraint invitation_check1 CHECK (((agreed_at IS NULL) = (agreed_by IS NULL))),
  constraint invitation_email_check CHECK (((email = lower(email)) AND (email ~ '^[^\s@]+@[^\s@]+$'::text))),
  constraint invitation_name_check CHECK ((name <> ''::text)),
  constraint invitation_roles_check CHECK (((roles <> '{}'::text[]) AND (roles <@ ARRAY['commissioner'::text, 'contracts-officer'::text, 'care-manager'::text, 'broker'::text, 'body-member'::text, 'adviser'::text, 'finance-officer'::text, 'quality-officer'::text, 'administrator'::text, 'provider'::text]))),
  constraint invitation_roles_check1 CHECK (((NOT ('provider'::text = ANY (roles))) OR (cardinality(roles) = 1))),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES account(id),
  constraint invitation_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint invitation_pkey PRIMARY KEY (partnership_id, id),
  constraint invitation_token_digest_key UNIQUE (token_digest)
);
alter table invitation enable row level security;
create policy at_large on invitation for all
  using (((current_setting('app.kind'::text, true) = 'system'::text) AND ((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid IS NULL)))
  with check (((current_setting('app.kind'::text, true) = 'system'::text) AND ((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid IS NULL)));
create policy own_partnership on invitation for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on invitation to mercat_app;

create table last_code (
  account_id uuid not null,
  time_step bigint not null,
  constraint last_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint last_code_pkey PRIMARY KEY (account_id)
);
alter table last_code enable row level security;
create policy at_large on last_code for all
  using (((current_setting('app.kind'::text, true) = 'system'::text) AND (NULLIF(current_setting('app.partnership'::text, true), ''::text) IS NULL)))
  with check (((current_setting('app.kind'::text, true) = 'system'::text) AND (NULLIF(current_setting('app.partnership'::text, true), ''::text) IS NULL)));
grant delete, insert, select, update on last_code to mercat_app;

create table lead_time (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  valid daterange not null,
  constraint lead_time_name_check CHECK ((name <> ''::text)),
  constraint lead_time_valid_check CHECK ((NOT isempty(valid))),
  constraint lead_time_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint lead_time_pkey PRIMARY KEY (partnership_id, id),
  constraint lead_time_partnership_id_kind_valid_excl EXCLUDE USING gist (partnership_id WITH =, kind WITH =, valid WITH &&)
);
alter table lead_time enable row level security;
create policy own_partnership on lead_time for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on lead_time to mercat_app;

create table lead_time_step (
  partnership_id uuid not null,
  lead_time_id uuid not null,
  position integer not null,
  name text not null,
  unit text not null,
  amount integer not null,
  committee text,
  constraint lead_time_step_amount_check CHECK ((amount >= 0)),
  constraint lead_time_step_name_check CHECK ((name <> ''::text)),
  constraint lead_time_step_unit_check CHECK ((unit = ANY (ARRAY['months'::text, 'weeks'::text, 'working-days'::text]))),
  constraint lead_time_step_partnership_id_lead_time_id_fkey FOREIGN KEY (partnership_id, lead_time_id) REFERENCES lead_time(partnership_id, id),
  constraint lead_time_step_pkey PRIMARY KEY (partnership_id, lead_time_id, "position")
);
alter table lead_time_step enable row level security;
create policy own_partnership on lead_time_step for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on lead_time_step to mercat_app;

create table ledger_entry (
  partnership_id uuid not null,
  seq bigint not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  account_id uuid,
  event text not null,
  subject_kind text not null,
  subject_id text not null,
  rule text,
  rule_version text,
  payload_digest text not null,
  previous text not null,
  digest text not null,
  constraint ledger_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'provider'::text, 'system'::text]))),
  constraint ledger_entry_check CHECK (((rule IS NULL) = (rule_version IS NULL))),
  constraint ledger_entry_event_check CHECK ((event <> ''::text)),
  constraint ledger_entry_seq_check CHECK ((seq > 0)),
  constraint ledger_entry_subject_id_check CHECK ((subject_id <> ''::text)),
  constraint ledger_entry_subject_kind_check CHECK ((subject_kind <> ''::text)),
  constraint ledger_entry_pkey PRIMARY KEY (partnership_id, seq),
  constraint ledger_entry_partnership_id_id_key UNIQUE (partnership_id, id)
);
CREATE INDEX ledger_entry_subject ON public.ledger_entry USING btree (partnership_id, subject_kind, subject_id, seq);
alter table ledger_entry enable row level security;
create policy as_oneself on ledger_entry for insert
  with check (((((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = COALESCE((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000000'::uuid))) OR (current_setting('app.kind'::text, true) = 'provider'::text)) AND ((actor_kind = current_setting('app.kind'::text, true)) OR ((current_setting('app.kind'::text, true) = 'system'::text) AND (actor_kind = 'provider'::text)))));
create policy own_partnership on ledger_entry for select
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = COALESCE((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000000'::uuid))));
grant insert, select on ledger_entry to mercat_app;

create table ledger_head (
  partnership_id uuid not null,
  seq bigint not null,
  digest text not null,
  constraint ledger_head_seq_check CHECK ((seq > 0)),
  constraint ledger_head_pkey PRIMARY KEY (partnership_id)
);
alter table ledger_head enable row level security;
create policy anyone_reads on ledger_head for select
  using (true);
create policy chain_grows on ledger_head for update
  using ((((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = COALESCE((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000000'::uuid))) OR (current_setting('app.kind'::text, true) = 'provider'::text)))
  with check ((((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = COALESCE((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000000'::uuid))) OR (current_setting('app.kind'::text, true) = 'provider'::text)));
create policy chain_starts on ledger_head for insert
  with check ((((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = COALESCE((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000000'::uuid))) OR (current_setting('app.kind'::text, true) = 'provider'::text)));
grant insert, select, update on ledger_head to mercat_app;

create table ledger_payload (
  partnership_id uuid not null,
  entry_id uuid not null,
  salt text not null,
  payload jsonb not null,
  constraint ledger_payload_partnership_id_entry_id_fkey FOREIGN KEY (partnership_id, entry_id) REFERENCES ledger_entry(partnership_id, id),
  constraint ledger_payload_pkey PRIMARY KEY (partnership_id, entry_id)
);
alter table ledger_payload enable row level security;
create policy chain_grows on ledger_payload for insert
  with check ((((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = COALESCE((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000000'::uuid))) OR (current_setting('app.kind'::text, true) = 'provider'::text)));
create policy own_partnership on ledger_payload for select
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = COALESCE((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000000'::uuid))));
create policy system_erases on ledger_payload for delete
  using (((current_setting('app.kind'::text, true) = 'system'::text) AND ((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = COALESCE((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid, '00000000-0000-0000-0000-000000000000'::uuid)))));
grant delete, insert, select on ledger_payload to mercat_app;

create table local_holiday (
  partnership_id uuid not null,
  on_date date not null,
  name text not null,
  constraint local_holiday_name_check CHECK ((name <> ''::text)),
  constraint local_holiday_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint local_holiday_pkey PRIMARY KEY (partnership_id, on_date)
);
alter table local_holiday enable row level security;
create policy own_partnership on local_holiday for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on local_holiday for select
  using (true);
grant delete, insert, select, update on local_holiday to mercat_app;

create table lot (
  partnership_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  number text not null,
  name text not null,
  service_type_key text,
  needs_lead boolean not null,
  capped boolean not null,
  registered boolean not null,
  published boolean not null default false,
  parties uuid[] not null default '{}'::uuid[],
  constraint lot_partnership_id_contract_id_fkey FOREIGN KEY (partnership_id, contract_id) REFERENCES contract(partnership_id, id),
  constraint lot_pkey PRIMARY KEY (partnership_id, id),
  constraint lot_partnership_id_contract_id_number_key UNIQUE (partnership_id, contract_id, number),
  constraint lot_partnership_id_id_capped_key UNIQUE (partnership_id, id, capped),
  constraint lot_partnership_id_id_contract_id_key UNIQUE (partnership_id, id, contract_id),
  constraint lot_partnership_id_id_needs_lead_key UNIQUE (partnership_id, id, needs_lead),
  constraint lot_partnership_id_id_registered_key UNIQUE (partnership_id, id, registered)
);
alter table lot enable row level security;
create policy own_partnership on lot for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on lot for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
create policy published on lot for select
  using (published);
grant delete, insert, select, update on lot to mercat_app;

create table lot_area (
  partnership_id uuid not null,
  lot_id uuid not null,
  area_code text not null,
  service_type_key text not null,
  published boolean not null default false,
  parties uuid[] not null default '{}'::uuid[],
  constraint lot_area_partnership_id_lot_id_fkey FOREIGN KEY (partnership_id, lot_id) REFERENCES open_lot(partnership_id, lot_id),
  constraint lot_area_pkey PRIMARY KEY (partnership_id, lot_id, area_code, service_type_key)
);
CREATE INDEX lot_area_served ON public.lot_area USING btree (partnership_id, service_type_key, area_code);
alter table lot_area enable row level security;
create policy own_partnership on lot_area for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on lot_area for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
create policy published on lot_area for select
  using (published);
grant delete, insert, select, update on lot_area to mercat_app;

create table lot_provider (
  partnership_id uuid not null,
  id uuid not null,
  lot_id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  follows_id uuid,
  published boolean not null default false,
  constraint lot_provider_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint lot_provider_partnership_id_follows_id_fkey FOREIGN KEY (partnership_id, follows_id) REFERENCES lot_provider(partnership_id, id),
  constraint lot_provider_partnership_id_lot_id_contract_id_fkey FOREIGN KEY (partnership_id, lot_id, contract_id) REFERENCES lot(partnership_id, id, contract_id),
  constraint lot_provider_pkey PRIMARY KEY (partnership_id, id),
  constraint lot_provider_partnership_id_id_lot_id_key UNIQUE (partnership_id, id, lot_id),
  constraint lot_provider_partnership_id_lot_id_organisation_id_key UNIQUE (partnership_id, lot_id, organisation_id)
);
CREATE INDEX lot_provider_of ON public.lot_provider USING btree (organisation_id, partnership_id);
CREATE INDEX lot_provider_partnership_id_contract_id_idx ON public.lot_provider USING btree (partnership_id, contract_id);
alter table lot_provider enable row level security;
create policy own_organisation on lot_provider for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on lot_provider for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on lot_provider for select
  using (published);
grant delete, insert, select, update on lot_provider to mercat_app;

create table market_area (
  partnership_id uuid not null,
  id uuid not null,
  key text not null,
  position integer not null,
  name text not null,
  service_type_keys text[] not null,
  budget_subject text,
  published boolean not null default false,
  constraint market_area_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint market_area_name_check CHECK ((name <> ''::text)),
  constraint market_area_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint market_area_pkey PRIMARY KEY (partnership_id, id),
  constraint market_area_partnership_id_key_key UNIQUE (partnership_id, key)
);
alter table market_area enable row level security;
create policy own_partnership on market_area for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on market_area for select
  using (published);
grant delete, insert, select, update on market_area to mercat_app;

create table market_area_words (
  partnership_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  description text not null,
  period text not null,
  development text not null,
  management text not null,
  source_key text,
  locus text,
  published boolean not null default false,
  held daterange not null,
  known tstzrange not null,
  constraint market_area_words_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint market_area_words_known_check CHECK (((NOT isempty(known)) AND (NOT lower_inf(known)) AND lower_inc(known) AND (NOT upper_inc(known)))),
  constraint market_area_words_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint market_area_words_partnership_id_subject_id_fkey FOREIGN KEY (partnership_id, subject_id) REFERENCES market_area(partnership_id, id),
  constraint market_area_words_pkey PRIMARY KEY (partnership_id, id),
  constraint market_area_words_partnership_id_subject_id_held_known_excl EXCLUDE USING gist (partnership_id WITH =, subject_id WITH =, held WITH &&, known WITH &&)
);
alter table market_area_words enable row level security;
create policy own_partnership on market_area_words for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on market_area_words for select
  using (published);
grant delete, insert, select, update on market_area_words to mercat_app;

create table membership (
  id uuid not null,
  account_id uuid not null,
  partnership_id uuid,
  organisation_id uuid,
  granted_by_partnership_id uuid not null,
  roles text[] not null,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint membership_check CHECK (((partnership_id IS NULL) <> (organisation_id IS NULL))),
  constraint membership_check1 CHECK (((partnership_id IS NULL) OR (partnership_id = granted_by_partnership_id))),
  constraint membership_check2 CHECK (((organisation_id IS NOT NULL) = (roles = ARRAY['provider'::text]))),
  constraint membership_roles_check CHECK (((roles <> '{}'::text[]) AND (roles <@ ARRAY['commissioner'::text, 'contracts-officer'::text, 'care-manager'::text, 'broker'::text, 'body-member'::text, 'adviser'::text, 'finance-officer'::text, 'quality-officer'::text, 'administrator'::text, 'provider'::text]))),
  constraint membership_roles_check1 CHECK (((NOT ('provider'::text = ANY (roles))) OR (cardinality(roles) = 1))),
  constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint membership_granted_by_partnership_id_fkey FOREIGN KEY (granted_by_partnership_id) REFERENCES partnership(id) ON DELETE CASCADE,
  constraint membership_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint membership_pkey PRIMARY KEY (id)
);
CREATE INDEX membership_granted_by ON public.membership USING btree (granted_by_partnership_id);
CREATE UNIQUE INDEX membership_of_organisation ON public.membership USING btree (account_id, organisation_id) WHERE ((ended_at IS NULL) AND (organisation_id IS NOT NULL));
CREATE UNIQUE INDEX membership_of_partnership ON public.membership USING btree (account_id, partnership_id) WHERE ((ended_at IS NULL) AND (partnership_id IS NOT NULL));
alter table membership enable row level security;
create policy answered_for on membership for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (granted_by_partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (granted_by_partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy at_large on membership for all
  using (((current_setting('app.kind'::text, true) = 'system'::text) AND ((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid IS NULL)))
  with check (((current_setting('app.kind'::text, true) = 'system'::text) AND ((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid IS NULL)));
create policy own_organisation on membership for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on membership to mercat_app;

create table national_framework (
  key text not null,
  owner text not null,
  title text not null,
  nation text,
  days daterange not null,
  latest_end date,
  source_key text,
  note text not null,
  constraint national_framework_days_check CHECK ((NOT isempty(days))),
  constraint national_framework_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint national_framework_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'england'::text]))),
  constraint national_framework_pkey PRIMARY KEY (key)
);
alter table national_framework enable row level security;
create policy anyone_reads on national_framework for select
  using (true);
create policy system_writes on national_framework for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on national_framework to mercat_app;

create table national_rate (
  id uuid not null,
  framework_key text not null,
  unit text not null,
  level text not null,
  days daterange not null,
  pence integer not null,
  source_key text,
  note text not null,
  constraint national_rate_days_check CHECK (((NOT isempty(days)) AND (NOT lower_inf(days)))),
  constraint national_rate_pence_check CHECK ((pence >= 0)),
  constraint national_rate_unit_check CHECK ((unit = ANY (ARRAY['hour'::text, 'half-hour'::text, 'visit'::text, 'sleepover'::text, 'waking-night'::text, 'day'::text, 'session'::text, 'week'::text, 'month'::text, 'year'::text, 'mile'::text]))),
  constraint national_rate_framework_key_fkey FOREIGN KEY (framework_key) REFERENCES national_framework(key),
  constraint national_rate_pkey PRIMARY KEY (id),
  constraint national_rate_framework_key_unit_level_days_excl EXCLUDE USING gist (framework_key WITH =, unit WITH =, level WITH =, days WITH &&)
);
alter table national_rate enable row level security;
create policy anyone_reads on national_rate for select
  using (true);
create policy system_writes on national_rate for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on national_rate to mercat_app;

create table need_criteria (
  key text not null,
  nation text not null,
  name text not null,
  valid daterange not null,
  levels jsonb not null,
  source text not null,
  constraint need_criteria_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'england'::text]))),
  constraint need_criteria_valid_check CHECK ((NOT isempty(valid))),
  constraint need_criteria_pkey PRIMARY KEY (key),
  constraint need_criteria_nation_valid_excl EXCLUDE USING gist (nation WITH =, valid WITH &&)
);
alter table need_criteria enable row level security;
create policy anyone_reads on need_criteria for select
  using (true);
create policy system_writes on need_criteria for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on need_criteria to mercat_app;

create table offer (
  partnership_id uuid not null,
  id uuid not null,
  reference text not null,
  round_id uuid not null,
  package_id uuid not null,
  organisation_id uuid not null,
  contract_id uuid,
  lot_id uuid,
  step integer not null,
  turn integer not null,
  pool text not null,
  rank integer,
  weekly_minutes integer not null,
  weekly_pence bigint,
  price_why text not null,
  short_term_until date,
  above_limit boolean not null default false,
  approval_id uuid,
  approval_state text,
  state text not null,
  sent_at timestamp with time zone not null,
  due_at timestamp with time zone,
  left_minutes integer,
  reminded_at timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by uuid,
  accepted_minutes integer not null default 0,
  reason text,
  words text not null default ''::text,
  proposal jsonb,
  ask jsonb not null,
  remind_at timestamp with time zone,
  escalate_at timestamp with time zone,
  service_type_key text not null,
  constraint a_clock_runs_or_rests CHECK ((((state = 'open'::text) AND ((due_at IS NULL) <> (left_minutes IS NULL))) OR ((state = ANY (ARRAY['asked'::text, 'proposed'::text])) AND (due_at IS NULL) AND (left_minutes IS NOT NULL)) OR (state <> ALL (ARRAY['open'::text, 'asked'::text, 'proposed'::text])))),
  constraint above_the_limit_only_when_approved CHECK (((NOT above_limit) OR ((approval_id IS NOT NULL) AND (approval_state = 'approved'::text)))),
  constraint accepted_in_full CHECK (((state <> 'accepted'::text) OR (accepted_minutes = weekly_minutes))),
  constraint accepted_in_part CHECK (((state <> 'part-accepted'::text) OR ((accepted_minutes > 0) AND (accepted_minutes < weekly_minutes)))),
  constraint declined_with_a_reason CHECK (((state = 'declined'::text) = (reason IS NOT NULL))),
  constraint no_more_than_offered CHECK (((accepted_minutes >= 0) AND (accepted_minutes <= weekly_minutes))),
  constraint nothing_accepted CHECK (((state = ANY (ARRAY['accepted'::text, 'part-accepted'::text])) OR (accepted_minutes = 0))),
  constraint offer_check CHECK (((state = 'proposed'::text) <= (proposal IS NOT NULL))),
  constraint offer_left_minutes_check CHECK ((left_minutes >= 0)),
  constraint offer_pool_check CHECK ((pool = ANY (ARRAY['lead'::text, 'fallback'::text, 'framework'::text, 'tier'::text, 'additional'::text, 'accredited'::text, 'in-house'::text]))),
  constraint offer_reason_check CHECK ((reason = ANY (ARRAY['no-capacity-area'::text, 'no-capacity-time'::text, 'no-capacity-two-carers'::text, 'no-capacity-staff'::text, 'skill'::text, 'carer-gender'::text, 'outside-lot'::text, 'cannot-meet-need'::text, 'price'::text, 'short-notice'::text, 'previous-breakdown'::text, 'other'::text]))),
  constraint offer_state_check CHECK ((state = ANY (ARRAY['open'::text, 'asked'::text, 'proposed'::text, 'accepted'::text, 'part-accepted'::text, 'declined'::text, 'lapsed'::text, 'cancelled'::text, 'taken'::text]))),
  constraint offer_step_check CHECK ((step > 0)),
  constraint offer_turn_check CHECK ((turn > 0)),
  constraint offer_weekly_minutes_check CHECK ((weekly_minutes > 0)),
  constraint offer_weekly_pence_check CHECK ((weekly_pence >= 0)),
  constraint reminded_while_the_clock_runs CHECK (((remind_at IS NULL) OR ((state = 'open'::text) AND (due_at IS NOT NULL)))),
  constraint taken_further_while_it_waits CHECK (((escalate_at IS NULL) OR (state = ANY (ARRAY['asked'::text, 'proposed'::text])))),
  constraint offer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint offer_partnership_id_approval_id_approval_state_organisati_fkey FOREIGN KEY (partnership_id, approval_id, approval_state, organisation_id) REFERENCES price_approval(partnership_id, id, state, organisation_id),
  constraint offer_partnership_id_lot_id_contract_id_fkey FOREIGN KEY (partnership_id, lot_id, contract_id) REFERENCES lot(partnership_id, id, contract_id),
  constraint offer_partnership_id_round_id_package_id_fkey FOREIGN KEY (partnership_id, round_id, package_id) REFERENCES offer_round(partnership_id, id, package_id),
  constraint offer_pkey PRIMARY KEY (partnership_id, id),
  constraint asked_once_a_round UNIQUE (partnership_id, round_id, organisation_id),
  constraint offer_partnership_id_id_organisation_id_key UNIQUE (partnership_id, id, organisation_id),
  constraint offer_partnership_id_reference_key UNIQUE (partnership_id, reference)
);
CREATE INDEX offer_accepted ON public.offer USING btree (partnership_id, answered_at) INCLUDE (step) WHERE (state = ANY (ARRAY['accepted'::text, 'part-accepted'::text]));
CREATE INDEX offer_answered ON public.offer USING btree (partnership_id, answered_at) INCLUDE (sent_at) WHERE (state = ANY (ARRAY['accepted'::text, 'part-accepted'::text, 'declined'::text]));
CREATE INDEX offer_due ON public.offer USING btree (partnership_id, due_at) WHERE (state = 'open'::text);
CREATE INDEX offer_last_asked ON public.offer USING btree (organisation_id, partnership_id, service_type_key, sent_at);
CREATE INDEX offer_live ON public.offer USING btree (partnership_id, package_id) WHERE (state = ANY (ARRAY['open'::text, 'asked'::text, 'proposed'::text]));
CREATE INDEX offer_live_of_organisation ON public.offer USING btree (organisation_id, id) WHERE (state = ANY (ARRAY['open'::text, 'asked'::text, 'proposed'::text]));
CREATE INDEX offer_of_organisation_in_order ON public.offer USING btree (organisation_id, id);
CREATE INDEX offer_of_package ON public.offer USING btree (partnership_id, package_id);
CREATE INDEX offer_to_escalate ON public.offer USING btree (partnership_id, escalate_at) WHERE (escalate_at IS NOT NULL);
CREATE INDEX offer_to_remind ON public.offer USING btree (partnership_id, remind_at) WHERE (remind_at IS NOT NULL);
alter table offer enable row level security;
create policy own_organisation on offer for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on offer for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on offer to mercat_app;

create table offer_question (
  partnership_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  organisation_id uuid not null,
  words text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  constraint offer_question_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint offer_question_words_check CHECK ((words <> ''::text)),
  constraint offer_question_partnership_id_offer_id_organisation_id_fkey FOREIGN KEY (partnership_id, offer_id, organisation_id) REFERENCES offer(partnership_id, id, organisation_id),
  constraint offer_question_pkey PRIMARY KEY (partnership_id, id)
);
CREATE INDEX offer_question_of ON public.offer_question USING btree (partnership_id, offer_id);
CREATE UNIQUE INDEX one_open_question ON public.offer_question USING btree (partnership_id, offer_id) WHERE (answer IS NULL);
alter table offer_question enable row level security;
create policy own_organisation on offer_question for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on offer_question for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on offer_question to mercat_app;

create table offer_round (
  partnership_id uuid not null,
  id uuid not null,
  package_id uuid not null,
  number integer not null,
  rule_version_id uuid not null,
  step integer not null,
  from_step integer not null default 1,
  state text not null,
  outcome text,
  lines jsonb not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  paused_at timestamp with time zone,
  closed_at timestamp with time zone,
  start_by date not null,
  goes_with uuid,
  constraint offer_round_check CHECK (((state = ANY (ARRAY['done'::text, 'cancelled'::text])) = (closed_at IS NOT NULL))),
  constraint offer_round_check1 CHECK (((state = 'done'::text) = (outcome IS NOT NULL))),
  constraint offer_round_check2 CHECK (((state = 'paused'::text) = (paused_at IS NOT NULL))),
  constraint offer_round_from_step_check CHECK ((from_step > 0)),
  constraint offer_round_number_check CHECK ((number > 0)),
  constraint offer_round_outcome_check CHECK ((outcome = ANY (ARRAY['placed'::text, 'part'::text, 'unmet'::text]))),
  constraint offer_round_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'approval'::text, 'done'::text, 'cancelled'::text]))),
  constraint offer_round_step_check CHECK ((step >= 0)),
  constraint offer_round_goes_with_fkey FOREIGN KEY (goes_with) REFERENCES organisation(id),
  constraint offer_round_partnership_id_package_id_fkey FOREIGN KEY (partnership_id, package_id) REFERENCES care_package(partnership_id, id),
  constraint offer_round_partnership_id_rule_version_id_fkey FOREIGN KEY (partnership_id, rule_version_id) REFERENCES offer_rule_version(partnership_id, id),
  constraint offer_round_pkey PRIMARY KEY (partnership_id, id),
  constraint offer_round_partnership_id_id_package_id_key UNIQUE (partnership_id, id, package_id),
  constraint offer_round_partnership_id_package_id_number_key UNIQUE (partnership_id, package_id, number)
);
CREATE INDEX offer_round_opened ON public.offer_round USING btree (partnership_id, opened_at, id);
CREATE INDEX offer_round_over ON public.offer_round USING btree (partnership_id, closed_at) INCLUDE (package_id) WHERE (outcome = ANY (ARRAY['unmet'::text, 'part'::text]));
CREATE UNIQUE INDEX one_open_round_a_package ON public.offer_round USING btree (partnership_id, package_id) WHERE (state = ANY (ARRAY['running'::text, 'paused'::text, 'approval'::text]));
alter table offer_round enable row level security;
create policy own_partnership on offer_round for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on offer_round to mercat_app;

create table offer_rule (
  partnership_id uuid not null,
  id uuid not null,
  name text not null,
  contract_id uuid,
  service_type_key text not null,
  version integer not null,
  created_at timestamp with time zone not null,
  constraint offer_rule_name_check CHECK ((name <> ''::text)),
  constraint offer_rule_version_check CHECK ((version >= 0)),
  constraint offer_rule_partnership_id_contract_id_fkey FOREIGN KEY (partnership_id, contract_id) REFERENCES contract(partnership_id, id),
  constraint offer_rule_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint offer_rule_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint offer_rule_pkey PRIMARY KEY (partnership_id, id),
  constraint offer_rule_partnership_id_contract_id_service_type_key_key UNIQUE NULLS NOT DISTINCT (partnership_id, contract_id, service_type_key)
);
alter table offer_rule enable row level security;
create policy own_partnership on offer_rule for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on offer_rule to mercat_app;

create table offer_rule_version (
  partnership_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  version integer not null,
  valid daterange not null,
  hours jsonb not null,
  steps jsonb not null,
  reason text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint offer_rule_version_reason_check CHECK ((reason <> ''::text)),
  constraint offer_rule_version_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid)))),
  constraint offer_rule_version_version_check CHECK ((version > 0)),
  constraint offer_rule_version_partnership_id_rule_id_fkey FOREIGN KEY (partnership_id, rule_id) REFERENCES offer_rule(partnership_id, id),
  constraint offer_rule_version_pkey PRIMARY KEY (partnership_id, id),
  constraint offer_rule_version_partnership_id_rule_id_version_key UNIQUE (partnership_id, rule_id, version),
  constraint one_version_a_day EXCLUDE USING gist (partnership_id WITH =, rule_id WITH =, valid WITH &&)
);
alter table offer_rule_version enable row level security;
create policy own_partnership on offer_rule_version for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on offer_rule_version to mercat_app;

create table oidc_subject (
  account_id uuid not null,
  issuer text not null,
  subject text not null,
  since timestamp with time zone not null,
  constraint oidc_subject_issuer_check CHECK ((issuer <> ''::text)),
  constraint oidc_subject_subject_check CHECK ((subject <> ''::text)),
  constraint oidc_subject_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint oidc_subject_pkey PRIMARY KEY (account_id, issuer),
  constraint oidc_subject_issuer_subject_key UNIQUE (issuer, subject)
);
alter table oidc_subject enable row level security;
create policy at_large on oidc_subject for all
  using (((current_setting('app.kind'::text, true) = 'system'::text) AND (NULLIF(current_setting('app.partnership'::text, true), ''::text) IS NULL)))
  with check (((current_setting('app.kind'::text, true) = 'system'::text) AND (NULLIF(current_setting('app.partnership'::text, true), ''::text) IS NULL)));
grant delete, insert, select, update on oidc_subject to mercat_app;

create table open_lot (
  partnership_id uuid not null,
  lot_id uuid not null,
  needs_lead boolean not null,
  lead_id uuid,
  constraint an_open_lot_has_the_lead_it_needs CHECK (((NOT needs_lead) OR (lead_id IS NOT NULL))),
  constraint open_lot_partnership_id_lead_id_lot_id_fkey FOREIGN KEY (partnership_id, lead_id, lot_id) REFERENCES lot_provider(partnership_id, id, lot_id),
  constraint open_lot_partnership_id_lot_id_needs_lead_fkey FOREIGN KEY (partnership_id, lot_id, needs_lead) REFERENCES lot(partnership_id, id, needs_lead),
  constraint open_lot_pkey PRIMARY KEY (partnership_id, lot_id)
);
alter table open_lot enable row level security;
create policy own_partnership on open_lot for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on open_lot to mercat_app;

create table opportunity (
  partnership_id uuid not null,
  id uuid not null,
  service_key text not null,
  part text not null,
  position integer not null,
  text text not null,
  period text,
  source_key text not null,
  locus text,
  note text,
  constraint opportunity_part_check CHECK ((part = ANY (ARRAY['now'::text, 'wanted'::text, 'bought'::text, 'ask'::text, 'rule'::text]))),
  constraint opportunity_position_check CHECK (("position" > 0)),
  constraint opportunity_text_check CHECK ((text <> ''::text)),
  constraint opportunity_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint opportunity_service_key_fkey FOREIGN KEY (service_key) REFERENCES service_type(key),
  constraint opportunity_source_key_fkey FOREIGN KEY (source_key) REFERENCES source(key),
  constraint opportunity_pkey PRIMARY KEY (partnership_id, id),
  constraint opportunity_partnership_id_service_key_part_position_key UNIQUE (partnership_id, service_key, part, "position")
);
CREATE INDEX opportunity_source ON public.opportunity USING btree (partnership_id, source_key);
alter table opportunity enable row level security;
create policy own_partnership on opportunity for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on opportunity for select
  using (true);
grant delete, insert, select, update on opportunity to mercat_app;

create table organisation (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint organisation_name_check CHECK ((name <> ''::text)),
  constraint organisation_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX organisation_name ON public.organisation USING btree (lower(name));
alter table organisation enable row level security;
create policy anyone_reads on organisation for select
  using (true);
create policy system_writes on organisation for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on organisation to mercat_app;

create table organisation_registration (
  id uuid not null,
  organisation_id uuid not null,
  regulator text not null,
  provider_number text not null,
  told_at timestamp with time zone not null,
  constraint organisation_registration_provider_number_check CHECK ((provider_number <> ''::text)),
  constraint organisation_registration_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_registration_pkey PRIMARY KEY (id),
  constraint organisation_registration_id_organisation_id_key UNIQUE (id, organisation_id),
  constraint organisation_registration_regulator_provider_number_key UNIQUE (regulator, provider_number)
);
alter table organisation_registration enable row level security;
create policy anyone_reads on organisation_registration for select
  using (true);
create policy system_writes on organisation_registration for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on organisation_registration to mercat_app;

create table outbox_message (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  recipient text,
  subject text not null,
  body text,
  written_at timestamp with time zone not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  claimed_until timestamp with time zone,
  last_error text,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  useful_until timestamp with time zone,
  constraint outbox_message_attempts_check CHECK ((attempts >= 0)),
  constraint outbox_message_kept CHECK ((((recipient IS NULL) = (body IS NULL)) AND ((sent_at IS NULL) OR (recipient IS NULL)) AND ((sent_at IS NOT NULL) OR (failed_at IS NOT NULL) OR (recipient IS NOT NULL)))),
  constraint outbox_message_kind_check CHECK ((kind <> ''::text)),
  constraint outbox_message_outcome CHECK (((sent_at IS NULL) OR (failed_at IS NULL))),
  constraint outbox_message_subject_check CHECK ((subject <> ''::text)),
  constraint outbox_message_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint outbox_message_pkey PRIMARY KEY (partnership_id, id)
);
CREATE INDEX outbox_message_waiting ON public.outbox_message USING btree (partnership_id, next_attempt_at, id) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));
alter table outbox_message enable row level security;
create policy own_partnership on outbox_message for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on outbox_message to mercat_app;

create table package_line (
  partnership_id uuid not null,
  id uuid not null,
  package_id uuid not null,
  band text not null,
  days smallint not null,
  minutes integer not null,
  carers smallint not null,
  held daterange not null,
  constraint package_line_band_check CHECK ((band = ANY (ARRAY['morning'::text, 'midday'::text, 'afternoon'::text, 'evening'::text, 'bedtime'::text, 'night'::text]))),
  constraint package_line_carers_check CHECK ((carers = ANY (ARRAY[1, 2]))),
  constraint package_line_days_check CHECK (((days >= 1) AND (days <= 127))),
  constraint package_line_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint package_line_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440))),
  constraint package_line_partnership_id_package_id_fkey FOREIGN KEY (partnership_id, package_id) REFERENCES care_package(partnership_id, id),
  constraint package_line_pkey PRIMARY KEY (partnership_id, id)
);
CREATE INDEX package_line_of ON public.package_line USING btree (partnership_id, package_id);
alter table package_line enable row level security;
create policy own_partnership on package_line for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on package_line to mercat_app;

create table partnership (
  id uuid not null,
  slug text not null,
  title text not null,
  name text not null,
  kind text not null,
  nation text not null,
  area_code text not null,
  prefix text not null,
  brand_colour text not null,
  website text,
  demonstration boolean not null default false,
  constraint partnership_brand_colour_check CHECK ((brand_colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint partnership_kind_check CHECK ((kind = ANY (ARRAY['health-and-social-care-partnership'::text, 'council'::text]))),
  constraint partnership_name_check CHECK ((name <> ''::text)),
  constraint partnership_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'england'::text]))),
  constraint partnership_prefix_check CHECK ((prefix ~ '^[A-Z]{2,5}$'::text)),
  constraint partnership_slug_check CHECK ((slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text)),
  constraint partnership_slug_check1 CHECK ((slug <> ALL (ARRAY['api'::text, 'health'::text, 'sign-in'::text, 'account'::text, 'provider'::text, 'admin'::text, 'design-system'::text, 'static'::text]))),
  constraint partnership_title_check CHECK ((title <> ''::text)),
  constraint partnership_pkey PRIMARY KEY (id),
  constraint partnership_prefix_key UNIQUE (prefix),
  constraint partnership_slug_key UNIQUE (slug)
);
alter table partnership enable row level security;
create policy anyone_reads on partnership for select
  using (true);
create policy own_identity on partnership for update
  using (((current_setting('app.kind'::text, true) = 'staff'::text) AND (id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = 'staff'::text) AND (id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy system_writes on partnership for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on partnership to mercat_app;

create table partnership_area (
  partnership_id uuid not null,
  code text not null,
  constraint partnership_area_code_fkey FOREIGN KEY (code) REFERENCES area(code),
  constraint partnership_area_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint partnership_area_pkey PRIMARY KEY (partnership_id, code)
);
alter table partnership_area enable row level security;
create policy own_partnership on partnership_area for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on partnership_area for select
  using (true);
grant delete, insert, select, update on partnership_area to mercat_app;

create table partnership_setting (
  partnership_id uuid not null,
  section text not null,
  version integer not null,
  content jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint partnership_setting_section_check CHECK ((section = ANY (ARRAY['identity'::text, 'contact'::text, 'accessibility'::text, 'privacy'::text, 'publication'::text]))),
  constraint partnership_setting_version_check CHECK ((version > 0)),
  constraint partnership_setting_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint partnership_setting_pkey PRIMARY KEY (partnership_id, section, version)
);
alter table partnership_setting enable row level security;
create policy own_partnership on partnership_setting for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on partnership_setting for select
  using (true);
grant insert, select on partnership_setting to mercat_app;

create table person (
  partnership_id uuid not null,
  id uuid not null,
  reference text not null,
  own_reference text,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  constraint person_check CHECK (((erased_at IS NULL) OR (own_reference IS NULL))),
  constraint person_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint person_pkey PRIMARY KEY (partnership_id, id),
  constraint person_partnership_id_reference_key UNIQUE (partnership_id, reference)
);
CREATE UNIQUE INDEX person_own_reference ON public.person USING btree (partnership_id, own_reference);
alter table person enable row level security;
create policy own_partnership on person for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on person to mercat_app;

create table person_detail (
  partnership_id uuid not null,
  person_id uuid not null,
  name text not null,
  address text not null,
  postcode text not null,
  contacts text not null,
  risks text not null,
  constraint person_detail_name_check CHECK ((name <> ''::text)),
  constraint person_detail_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES person(partnership_id, id),
  constraint person_detail_pkey PRIMARY KEY (partnership_id, person_id)
);
alter table person_detail enable row level security;
create policy own_partnership on person_detail for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on person_detail to mercat_app;

create table placed_visit (
  partnership_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  package_id uuid not null,
  organisation_id uuid not null,
  line_id uuid not null,
  weekday smallint not null,
  held daterange not null,
  constraint placed_visit_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint placed_visit_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint placed_visit_partnership_id_line_id_fkey FOREIGN KEY (partnership_id, line_id) REFERENCES package_line(partnership_id, id),
  constraint placed_visit_partnership_id_placement_id_organisation_id_fkey FOREIGN KEY (partnership_id, placement_id, organisation_id) REFERENCES placement(partnership_id, id, organisation_id),
  constraint placed_visit_pkey PRIMARY KEY (partnership_id, id),
  constraint one_provider_a_visit EXCLUDE USING gist (partnership_id WITH =, line_id WITH =, weekday WITH =, held WITH &&)
);
CREATE INDEX placed_visit_of ON public.placed_visit USING btree (partnership_id, placement_id);
CREATE INDEX placed_visit_of_package ON public.placed_visit USING btree (partnership_id, package_id);
alter table placed_visit enable row level security;
create policy own_organisation on placed_visit for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on placed_visit for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on placed_visit to mercat_app;

create table placement (
  partnership_id uuid not null,
  id uuid not null,
  reference text not null,
  package_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  offer_id uuid,
  contract_id uuid,
  lot_id uuid,
  follows_id uuid,
  service_type_key text not null,
  area_code text not null,
  state text not null,
  version integer not null,
  agreed_at timestamp with time zone not null,
  starts_on date not null,
  started_on date,
  ends_on date,
  short_term_until date,
  notice_on date,
  end_reason text,
  committed jsonb not null default '{}'::jsonb,
  settled_on date,
  handed_back_for text,
  accepted_minutes integer not null default 0,
  constraint handed_back_for_a_reason CHECK (((handed_back_for IS NULL) OR (end_reason = 'handed-back'::text))),
  constraint placement_check CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  constraint placement_check1 CHECK (((state <> ALL (ARRAY['ended'::text, 'cancelled'::text, 'notice'::text])) OR ((ends_on IS NOT NULL) AND (end_reason IS NOT NULL)))),
  constraint placement_check2 CHECK (((state <> ALL (ARRAY['started'::text, 'suspended'::text, 'notice'::text])) OR (started_on IS NOT NULL))),
  constraint placement_handed_back_for_check CHECK ((handed_back_for = ANY (ARRAY['no-capacity-area'::text, 'no-capacity-time'::text, 'no-capacity-two-carers'::text, 'no-capacity-staff'::text, 'skill'::text, 'carer-gender'::text, 'outside-lot'::text, 'cannot-meet-need'::text, 'price'::text, 'short-notice'::text, 'previous-breakdown'::text, 'other'::text]))),
  constraint placement_state_check CHECK ((state = ANY (ARRAY['agreed'::text, 'started'::text, 'suspended'::text, 'notice'::text, 'ended'::text, 'cancelled'::text]))),
  constraint placement_version_check CHECK ((version > 0)),
  constraint placement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint placement_partnership_id_follows_id_fkey FOREIGN KEY (partnership_id, follows_id) REFERENCES placement(partnership_id, id),
  constraint placement_partnership_id_lot_id_contract_id_fkey FOREIGN KEY (partnership_id, lot_id, contract_id) REFERENCES lot(partnership_id, id, contract_id),
  constraint placement_partnership_id_offer_id_organisation_id_fkey FOREIGN KEY (partnership_id, offer_id, organisation_id) REFERENCES offer(partnership_id, id, organisation_id),
  constraint placement_partnership_id_package_id_fkey FOREIGN KEY (partnership_id, package_id) REFERENCES care_package(partnership_id, id),
  constraint placement_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES person(partnership_id, id),
  constraint placement_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint placement_pkey PRIMARY KEY (partnership_id, id),
  constraint placement_partnership_id_id_organisation_id_key UNIQUE (partnership_id, id, organisation_id),
  constraint placement_partnership_id_reference_key UNIQUE (partnership_id, reference)
);
CREATE INDEX placement_agreed ON public.placement USING btree (partnership_id, service_type_key, agreed_at);
CREATE INDEX placement_of_organisation ON public.placement USING btree (organisation_id, partnership_id);
CREATE INDEX placement_of_package ON public.placement USING btree (partnership_id, package_id);
CREATE INDEX placement_share ON public.placement USING btree (organisation_id, partnership_id, service_type_key, agreed_at) INCLUDE (accepted_minutes, state);
CREATE INDEX placement_starting ON public.placement USING btree (partnership_id, starts_on) WHERE (state = 'agreed'::text);
CREATE INDEX placement_turning ON public.placement USING btree (partnership_id, ends_on) WHERE ((state <> ALL (ARRAY['ended'::text, 'cancelled'::text])) AND (ends_on IS NOT NULL));
alter table placement enable row level security;
create policy own_organisation on placement for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on placement for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on placement to mercat_app;

create table placement_gate (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  during tstzrange not null,
  reason text not null,
  constraint placement_gate_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint placement_gate_kind_check CHECK ((kind = ANY (ARRAY['suspension'::text, 'award'::text]))),
  constraint placement_gate_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint placement_gate_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint placement_gate_pkey PRIMARY KEY (partnership_id, id),
  constraint placement_gate_partnership_id_id_organisation_id_key UNIQUE (partnership_id, id, organisation_id),
  constraint nothing_is_awarded_while_suspended EXCLUDE USING gist (partnership_id WITH =, organisation_id WITH =, kind WITH <>, during WITH &&)
);
CREATE INDEX placement_gate_of ON public.placement_gate USING btree (partnership_id, organisation_id);
CREATE INDEX placement_gate_suspension ON public.placement_gate USING btree (partnership_id) WHERE (kind = 'suspension'::text);
alter table placement_gate enable row level security;
create policy own_organisation on placement_gate for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on placement_gate for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on placement_gate to mercat_app;

create table placement_pause (
  partnership_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  organisation_id uuid not null,
  during daterange not null,
  reason text not null,
  told_at timestamp with time zone not null,
  kept_until date,
  constraint placement_pause_check CHECK ((kept_until >= lower(during))),
  constraint placement_pause_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint placement_pause_reason_check CHECK ((reason = ANY (ARRAY['hospital'::text, 'respite'::text, 'family'::text, 'other'::text]))),
  constraint placement_pause_partnership_id_placement_id_organisation_i_fkey FOREIGN KEY (partnership_id, placement_id, organisation_id) REFERENCES placement(partnership_id, id, organisation_id),
  constraint placement_pause_pkey PRIMARY KEY (partnership_id, id),
  constraint one_pause_at_a_time EXCLUDE USING gist (partnership_id WITH =, placement_id WITH =, during WITH &&)
);
alter table placement_pause enable row level security;
create policy own_organisation on placement_pause for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on placement_pause for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on placement_pause to mercat_app;

create table placement_term (
  partnership_id uuid not null,
  id uuid not null,
  contract_id uuid,
  notice_days integer not null,
  keep_days integer not null,
  held daterange not null,
  told_at timestamp with time zone not null,
  told_by uuid,
  constraint placement_term_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint placement_term_keep_days_check CHECK (((keep_days >= 0) AND (keep_days <= 366))),
  constraint placement_term_notice_days_check CHECK (((notice_days >= 0) AND (notice_days <= 366))),
  constraint placement_term_partnership_id_contract_id_fkey FOREIGN KEY (partnership_id, contract_id) REFERENCES contract(partnership_id, id),
  constraint placement_term_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint placement_term_pkey PRIMARY KEY (partnership_id, id),
  constraint one_term_a_day EXCLUDE USING gist (partnership_id WITH =, COALESCE(contract_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, held WITH &&)
);
alter table placement_term enable row level security;
create policy own_partnership on placement_term for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on placement_term to mercat_app;

create table played_clock (
  partnership_id uuid not null,
  at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint played_clock_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint played_clock_pkey PRIMARY KEY (partnership_id)
);
alter table played_clock enable row level security;
create policy own_partnership on played_clock for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on played_clock to mercat_app;

create table population_count (
  edition_id uuid not null,
  area_code text not null,
  year integer not null,
  sex text not null,
  all_ages integer not null,
  lower_ages integer[] not null,
  people integer[] not null,
  file text not null,
  line integer not null,
  constraint population_count_all_ages_check CHECK ((all_ages >= 0)),
  constraint population_count_check CHECK ((cardinality(people) = cardinality(lower_ages))),
  constraint population_count_lower_ages_check CHECK ((lower_ages[1] = 0)),
  constraint population_count_sex_check CHECK ((sex = ANY (ARRAY['all'::text, 'female'::text, 'male'::text]))),
  constraint population_count_year_check CHECK (((year >= 1800) AND (year <= 2200))),
  constraint population_count_area_code_fkey FOREIGN KEY (area_code) REFERENCES area(code),
  constraint population_count_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES population_edition(id),
  constraint population_count_pkey PRIMARY KEY (edition_id, area_code, year, sex)
);
CREATE INDEX population_count_area ON public.population_count USING btree (area_code, year);
alter table population_count enable row level security;
create policy anyone_reads on population_count for select
  using (true);
create policy system_writes on population_count for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on population_count to mercat_app;

create table population_edition (
  id uuid not null,
  kind text not null,
  vintage integer not null,
  source_key text not null,
  constraint population_edition_kind_check CHECK ((kind = ANY (ARRAY['estimate'::text, 'projection'::text]))),
  constraint population_edition_vintage_check CHECK (((vintage >= 1800) AND (vintage <= 2200))),
  constraint population_edition_source_key_fkey FOREIGN KEY (source_key) REFERENCES source(key),
  constraint population_edition_pkey PRIMARY KEY (id),
  constraint population_edition_kind_vintage_source_key_key UNIQUE (kind, vintage, source_key)
);
alter table population_edition enable row level security;
create policy anyone_reads on population_edition for select
  using (true);
create policy system_writes on population_edition for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on population_edition to mercat_app;

create table prevalence_rate (
  measure text not null,
  source_key text not null,
  sex text not null,
  age_from integer not null,
  age_to integer,
  rate numeric not null,
  lower numeric,
  upper numeric,
  file text not null,
  line integer not null,
  constraint prevalence_rate_age_from_check CHECK ((age_from >= 0)),
  constraint prevalence_rate_check CHECK (((lower >= (0)::numeric) AND (lower <= rate))),
  constraint prevalence_rate_check1 CHECK (((upper >= rate) AND (upper <= (1)::numeric))),
  constraint prevalence_rate_check2 CHECK (((lower IS NULL) = (upper IS NULL))),
  constraint prevalence_rate_measure_check CHECK ((measure ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint prevalence_rate_rate_check CHECK (((rate >= (0)::numeric) AND (rate <= (1)::numeric))),
  constraint prevalence_rate_sex_check CHECK ((sex = ANY (ARRAY['all'::text, 'female'::text, 'male'::text]))),
  constraint prevalence_rate_source_key_fkey FOREIGN KEY (source_key) REFERENCES source(key),
  constraint prevalence_rate_pkey PRIMARY KEY (measure, source_key, sex, age_from),
  constraint prevalence_rate_measure_source_key_sex_int4range_excl EXCLUDE USING gist (measure WITH =, source_key WITH =, sex WITH =, int4range(age_from, age_to, '[]'::text) WITH &&)
);
alter table prevalence_rate enable row level security;
create policy anyone_reads on prevalence_rate for select
  using (true);
create policy system_writes on prevalence_rate for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on prevalence_rate to mercat_app;

create table price_approval (
  partnership_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  package_id uuid not null,
  step integer not null,
  organisation_id uuid not null,
  hourly_pence integer not null,
  above_pence integer not null,
  weekly_pence bigint not null,
  state text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  decided_at timestamp with time zone,
  decided_by uuid,
  words text not null,
  escalate_at timestamp with time zone,
  constraint price_approval_check CHECK (((above_pence >= 0) AND (hourly_pence > above_pence))),
  constraint price_approval_check1 CHECK (((state = 'asked'::text) = (decided_at IS NULL))),
  constraint price_approval_hourly_pence_check CHECK ((hourly_pence > 0)),
  constraint price_approval_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'declined'::text]))),
  constraint price_approval_weekly_pence_check CHECK ((weekly_pence >= 0)),
  constraint taken_further_while_it_waits CHECK (((escalate_at IS NULL) OR (state = 'asked'::text))),
  constraint price_approval_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint price_approval_partnership_id_round_id_package_id_fkey FOREIGN KEY (partnership_id, round_id, package_id) REFERENCES offer_round(partnership_id, id, package_id),
  constraint price_approval_pkey PRIMARY KEY (partnership_id, id),
  constraint price_approval_partnership_id_id_state_organisation_id_key UNIQUE (partnership_id, id, state, organisation_id),
  constraint price_approval_partnership_id_round_id_step_organisation_id_key UNIQUE (partnership_id, round_id, step, organisation_id)
);
CREATE INDEX price_approval_asked ON public.price_approval USING btree (partnership_id) WHERE (state = 'asked'::text);
CREATE INDEX price_approval_to_escalate ON public.price_approval USING btree (partnership_id, escalate_at) WHERE (escalate_at IS NOT NULL);
alter table price_approval enable row level security;
create policy own_partnership on price_approval for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on price_approval to mercat_app;

create table price_cap (
  partnership_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  lot_id uuid not null,
  unit text not null,
  visit_minutes integer,
  day_type text not null,
  pence integer not null,
  change_id uuid not null,
  held daterange not null,
  known tstzrange not null,
  constraint price_cap_day_type_check CHECK ((day_type = ANY (ARRAY['any'::text, 'weekday'::text, 'saturday'::text, 'sunday'::text, 'public-holiday'::text]))),
  constraint price_cap_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint price_cap_known_check CHECK (((NOT isempty(known)) AND (NOT lower_inf(known)) AND lower_inc(known) AND (NOT upper_inc(known)))),
  constraint price_cap_pence_check CHECK ((pence >= 0)),
  constraint price_cap_unit_check CHECK ((unit = ANY (ARRAY['hour'::text, 'half-hour'::text, 'visit'::text, 'sleepover'::text, 'waking-night'::text, 'day'::text, 'session'::text, 'week'::text, 'month'::text, 'year'::text, 'mile'::text]))),
  constraint price_cap_visit_minutes_check CHECK (((visit_minutes >= 1) AND (visit_minutes <= 1440))),
  constraint price_cap_partnership_id_change_id_fkey FOREIGN KEY (partnership_id, change_id) REFERENCES contract_change(partnership_id, id),
  constraint price_cap_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint price_cap_partnership_id_lot_id_fkey FOREIGN KEY (partnership_id, lot_id) REFERENCES lot(partnership_id, id),
  constraint price_cap_pkey PRIMARY KEY (partnership_id, id),
  constraint price_cap_partnership_id_id_lot_id_pence_key UNIQUE (partnership_id, id, lot_id, pence),
  constraint price_cap_partnership_id_id_pence_key UNIQUE (partnership_id, id, pence),
  constraint one_cap_a_day EXCLUDE USING gist (partnership_id WITH =, lot_id WITH =, unit WITH =, COALESCE(visit_minutes, 0) WITH =, day_type WITH =, held WITH &&, known WITH &&),
  constraint price_cap_partnership_id_subject_id_held_known_excl EXCLUDE USING gist (partnership_id WITH =, subject_id WITH =, held WITH &&, known WITH &&)
);
CREATE INDEX price_cap_partnership_id_lot_id_idx ON public.price_cap USING btree (partnership_id, lot_id);
alter table price_cap enable row level security;
create policy own_partnership on price_cap for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on price_cap to mercat_app;

create table rate (
  partnership_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  contract_id uuid not null,
  lot_id uuid not null,
  pence integer not null,
  capped boolean not null,
  cap_id uuid,
  cap_pence integer,
  change_id uuid not null,
  uplift_round_id uuid,
  parties uuid[] not null default '{}'::uuid[],
  held daterange not null,
  known tstzrange not null,
  constraint no_rate_above_its_cap CHECK (((NOT capped) OR ((cap_id IS NOT NULL) AND (cap_pence IS NOT NULL) AND (pence <= cap_pence)))),
  constraint rate_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint rate_known_check CHECK (((NOT isempty(known)) AND (NOT lower_inf(known)) AND lower_inc(known) AND (NOT upper_inc(known)))),
  constraint rate_pence_check CHECK ((pence >= 0)),
  constraint a_rate_is_under_a_cap_of_its_lot FOREIGN KEY (partnership_id, cap_id, lot_id, cap_pence) REFERENCES price_cap(partnership_id, id, lot_id, pence),
  constraint rate_partnership_id_cap_id_cap_pence_fkey FOREIGN KEY (partnership_id, cap_id, cap_pence) REFERENCES price_cap(partnership_id, id, pence),
  constraint rate_partnership_id_change_id_fkey FOREIGN KEY (partnership_id, change_id) REFERENCES contract_change(partnership_id, id),
  constraint rate_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint rate_partnership_id_subject_id_lot_id_capped_fkey FOREIGN KEY (partnership_id, subject_id, lot_id, capped) REFERENCES rate_line(partnership_id, id, lot_id, capped),
  constraint rate_partnership_id_uplift_round_id_fkey FOREIGN KEY (partnership_id, uplift_round_id) REFERENCES uplift_round(partnership_id, id),
  constraint rate_pkey PRIMARY KEY (partnership_id, id),
  constraint rate_partnership_id_subject_id_held_known_excl EXCLUDE USING gist (partnership_id WITH =, subject_id WITH =, held WITH &&, known WITH &&)
);
CREATE INDEX rate_of_contract ON public.rate USING btree (partnership_id, contract_id);
CREATE INDEX rate_partnership_id_lot_id_idx ON public.rate USING btree (partnership_id, lot_id);
alter table rate enable row level security;
create policy own_partnership on rate for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on rate for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
grant delete, insert, select, update on rate to mercat_app;

create table rate_enhancement (
  partnership_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  lot_provider_id uuid not null,
  organisation_id uuid not null,
  person_reference text not null,
  basis_points integer not null,
  evidence text not null,
  review_on date not null,
  change_id uuid not null,
  held daterange not null,
  known tstzrange not null,
  constraint an_enhancement_is_reviewed CHECK ((review_on >= lower(held))),
  constraint rate_enhancement_basis_points_check CHECK ((basis_points > 0)),
  constraint rate_enhancement_evidence_check CHECK ((evidence <> ''::text)),
  constraint rate_enhancement_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint rate_enhancement_known_check CHECK (((NOT isempty(known)) AND (NOT lower_inf(known)) AND lower_inc(known) AND (NOT upper_inc(known)))),
  constraint rate_enhancement_person_reference_check CHECK ((person_reference <> ''::text)),
  constraint rate_enhancement_partnership_id_change_id_fkey FOREIGN KEY (partnership_id, change_id) REFERENCES contract_change(partnership_id, id),
  constraint rate_enhancement_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint rate_enhancement_partnership_id_lot_provider_id_fkey FOREIGN KEY (partnership_id, lot_provider_id) REFERENCES lot_provider(partnership_id, id),
  constraint rate_enhancement_pkey PRIMARY KEY (partnership_id, id),
  constraint rate_enhancement_partnership_id_subject_id_held_known_excl EXCLUDE USING gist (partnership_id WITH =, subject_id WITH =, held WITH &&, known WITH &&)
);
CREATE INDEX rate_enhancement_partnership_id_person_reference_idx ON public.rate_enhancement USING btree (partnership_id, person_reference);
alter table rate_enhancement enable row level security;
create policy own_organisation on rate_enhancement for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on rate_enhancement for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on rate_enhancement to mercat_app;

create table rate_line (
  partnership_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  lot_id uuid not null,
  organisation_id uuid,
  basis text not null,
  unit text not null,
  visit_minutes integer,
  day_type text not null,
  level text not null,
  includes text not null,
  yearly_units integer,
  capped boolean not null,
  parties uuid[] not null default '{}'::uuid[],
  constraint a_tendered_price_is_someones CHECK (((basis <> 'tendered'::text) OR (organisation_id IS NOT NULL))),
  constraint rate_line_basis_check CHECK ((basis = ANY (ARRAY['tendered'::text, 'harmonised'::text, 'national'::text]))),
  constraint rate_line_day_type_check CHECK ((day_type = ANY (ARRAY['any'::text, 'weekday'::text, 'saturday'::text, 'sunday'::text, 'public-holiday'::text]))),
  constraint rate_line_unit_check CHECK ((unit = ANY (ARRAY['hour'::text, 'half-hour'::text, 'visit'::text, 'sleepover'::text, 'waking-night'::text, 'day'::text, 'session'::text, 'week'::text, 'month'::text, 'year'::text, 'mile'::text]))),
  constraint rate_line_visit_minutes_check CHECK (((visit_minutes >= 1) AND (visit_minutes <= 1440))),
  constraint rate_line_yearly_units_check CHECK ((yearly_units >= 0)),
  constraint rate_line_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint rate_line_partnership_id_lot_id_capped_fkey FOREIGN KEY (partnership_id, lot_id, capped) REFERENCES lot(partnership_id, id, capped),
  constraint rate_line_partnership_id_lot_id_contract_id_fkey FOREIGN KEY (partnership_id, lot_id, contract_id) REFERENCES lot(partnership_id, id, contract_id),
  constraint rate_line_pkey PRIMARY KEY (partnership_id, id),
  constraint rate_line_partnership_id_id_lot_id_capped_key UNIQUE (partnership_id, id, lot_id, capped),
  constraint rate_line_partnership_id_lot_id_organisation_id_unit_visit__key UNIQUE NULLS NOT DISTINCT (partnership_id, lot_id, organisation_id, unit, visit_minutes, day_type, level)
);
CREATE INDEX rate_line_of ON public.rate_line USING btree (partnership_id, contract_id);
alter table rate_line enable row level security;
create policy own_partnership on rate_line for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy own_party on rate_line for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND ((NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid = ANY (parties))));
grant delete, insert, select, update on rate_line to mercat_app;

create table rating (
  scale_key text not null,
  value text not null,
  rank integer not null,
  word text not null,
  constraint rating_scale_key_fkey FOREIGN KEY (scale_key) REFERENCES rating_scale(key),
  constraint rating_pkey PRIMARY KEY (scale_key, value),
  constraint rating_scale_key_rank_key UNIQUE (scale_key, rank)
);
alter table rating enable row level security;
create policy anyone_reads on rating for select
  using (true);
create policy system_writes on rating for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on rating to mercat_app;

create table rating_scale (
  key text not null,
  regulator text not null,
  nation text not null,
  valid daterange not null,
  note text not null,
  questions jsonb not null,
  constraint rating_scale_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint rating_scale_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'england'::text]))),
  constraint rating_scale_pkey PRIMARY KEY (key),
  constraint rating_scale_regulator_valid_excl EXCLUDE USING gist (regulator WITH =, valid WITH &&)
);
alter table rating_scale enable row level security;
create policy anyone_reads on rating_scale for select
  using (true);
create policy system_writes on rating_scale for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on rating_scale to mercat_app;

create table reference_counter (
  partnership_id uuid not null,
  kind text not null,
  last bigint not null,
  constraint reference_counter_kind_check CHECK ((kind ~ '^[A-Z]{2,5}$'::text)),
  constraint reference_counter_last_check CHECK ((last > 0)),
  constraint reference_counter_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint reference_counter_pkey PRIMARY KEY (partnership_id, kind)
);
alter table reference_counter enable row level security;
create policy own_partnership on reference_counter for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on reference_counter to mercat_app;

create table register_coverage (
  regulator text not null,
  as_of date not null,
  council text not null,
  file_id uuid not null,
  services integer not null,
  source_key text not null,
  demonstration boolean not null,
  constraint register_coverage_regulator_check CHECK ((regulator = ANY (ARRAY['care-inspectorate'::text, 'cqc'::text]))),
  constraint register_coverage_services_check CHECK ((services >= 0)),
  constraint register_coverage_file_id_fkey FOREIGN KEY (file_id) REFERENCES register_file(id),
  constraint register_coverage_source_key_fkey FOREIGN KEY (source_key) REFERENCES source(key),
  constraint register_coverage_pkey PRIMARY KEY (regulator, council, as_of)
);
CREATE INDEX register_coverage_council ON public.register_coverage USING btree (council, as_of);
alter table register_coverage enable row level security;
create policy anyone_reads on register_coverage for select
  using (true);
create policy system_writes on register_coverage for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on register_coverage to mercat_app;

create table register_detail (
  id uuid not null,
  regulator text not null,
  number text not null,
  digest text not null,
  name text not null,
  status text not null,
  client_group text not null,
  care_service text not null,
  subtype text,
  service_type text,
  care_groups jsonb not null,
  sector_word text not null,
  sector text not null,
  in_house boolean not null,
  council text not null,
  place text,
  town text,
  postcode text,
  provider_number text,
  provider_name text,
  places integer,
  beds integer,
  staff double precision,
  rating_scale text,
  lowest_grade integer,
  highest_grade integer,
  grades jsonb not null,
  graded_on date,
  inspected_on date,
  registered_on date,
  decile integer,
  constraint register_detail_beds_check CHECK ((beds >= 0)),
  constraint register_detail_client_group_check CHECK ((client_group = ANY (ARRAY['adults'::text, 'children'::text]))),
  constraint register_detail_decile_check CHECK (((decile >= 1) AND (decile <= 10))),
  constraint register_detail_number_check CHECK ((number <> ''::text)),
  constraint register_detail_places_check CHECK ((places >= 0)),
  constraint register_detail_regulator_check CHECK ((regulator = ANY (ARRAY['care-inspectorate'::text, 'cqc'::text]))),
  constraint register_detail_sector_check CHECK ((sector = ANY (ARRAY['private'::text, 'voluntary'::text, 'local-authority'::text, 'nhs'::text, 'other'::text]))),
  constraint register_detail_staff_check CHECK ((staff >= (0)::double precision)),
  constraint register_detail_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text]))),
  constraint register_detail_place_fkey FOREIGN KEY (place) REFERENCES area(code),
  constraint register_detail_rating_scale_fkey FOREIGN KEY (rating_scale) REFERENCES rating_scale(key),
  constraint register_detail_service_type_fkey FOREIGN KEY (service_type) REFERENCES service_type(key),
  constraint register_detail_pkey PRIMARY KEY (id),
  constraint register_detail_regulator_number_digest_key UNIQUE (regulator, number, digest)
);
CREATE INDEX register_detail_regulator_lower_idx ON public.register_detail USING btree (regulator, lower(provider_name));
CREATE INDEX register_detail_regulator_provider_number_idx ON public.register_detail USING btree (regulator, provider_number);
alter table register_detail enable row level security;
create policy anyone_reads on register_detail for select
  using (true);
create policy system_writes on register_detail for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on register_detail to mercat_app;

create table register_entry (
  regulator text not null,
  as_of date not null,
  council text not null,
  number text not null,
  detail_id uuid not null,
  constraint register_entry_regulator_check CHECK ((regulator = ANY (ARRAY['care-inspectorate'::text, 'cqc'::text]))),
  constraint register_entry_detail_id_fkey FOREIGN KEY (detail_id) REFERENCES register_detail(id),
  constraint register_entry_pkey PRIMARY KEY (regulator, as_of, number)
);
CREATE INDEX register_entry_council ON public.register_entry USING btree (council, as_of);
CREATE INDEX register_entry_detail ON public.register_entry USING btree (detail_id);
CREATE INDEX register_entry_number ON public.register_entry USING btree (regulator, number);
alter table register_entry enable row level security;
create policy anyone_reads on register_entry for select
  using (true);
create policy system_writes on register_entry for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on register_entry to mercat_app;

create table register_file (
  id uuid not null,
  regulator text not null,
  as_of date not null,
  name text not null,
  digest text not null,
  source_key text not null,
  imported_at timestamp with time zone not null,
  rows integer not null,
  demonstration boolean not null,
  constraint register_file_regulator_check CHECK ((regulator = ANY (ARRAY['care-inspectorate'::text, 'cqc'::text]))),
  constraint register_file_rows_check CHECK ((rows > 0)),
  constraint register_file_source_key_fkey FOREIGN KEY (source_key) REFERENCES source(key),
  constraint register_file_pkey PRIMARY KEY (id)
);
CREATE INDEX register_file_day ON public.register_file USING btree (regulator, as_of);
alter table register_file enable row level security;
create policy anyone_reads on register_file for select
  using (true);
create policy system_writes on register_file for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on register_file to mercat_app;

create table register_incoming (
  import_id uuid not null,
  number text not null,
  line integer not null,
  council text not null,
  digest text not null,
  detail jsonb not null,
  arrived_at timestamp with time zone not null,
  constraint register_incoming_pkey PRIMARY KEY (import_id, number)
);
alter table register_incoming enable row level security;
create policy anyone_reads on register_incoming for select
  using (true);
create policy system_writes on register_incoming for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on register_incoming to mercat_app;

create table register_succession (
  regulator text not null,
  number text not null,
  earlier_number text not null,
  on_date date not null,
  note text,
  told_at timestamp with time zone not null,
  constraint register_succession_check CHECK ((earlier_number <> number)),
  constraint register_succession_regulator_check CHECK ((regulator = ANY (ARRAY['care-inspectorate'::text, 'cqc'::text]))),
  constraint register_succession_pkey PRIMARY KEY (regulator, number, earlier_number)
);
alter table register_succession enable row level security;
create policy anyone_reads on register_succession for select
  using (true);
create policy system_writes on register_succession for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on register_succession to mercat_app;

create table register_tally (
  regulator text not null,
  as_of date not null,
  council text not null,
  place text not null,
  care_service text not null,
  service_type text not null,
  sector_word text not null,
  sector text not null,
  in_house boolean not null,
  provider_size text not null,
  lowest_grade integer not null,
  services integer not null,
  places integer not null,
  beds integer not null,
  constraint register_tally_provider_size_check CHECK ((provider_size = ANY (ARRAY['single'::text, 'small'::text, 'medium'::text, 'large'::text]))),
  constraint register_tally_regulator_check CHECK ((regulator = ANY (ARRAY['care-inspectorate'::text, 'cqc'::text]))),
  constraint register_tally_sector_check CHECK ((sector = ANY (ARRAY['private'::text, 'voluntary'::text, 'local-authority'::text, 'nhs'::text, 'other'::text]))),
  constraint register_tally_services_check CHECK ((services > 0)),
  constraint register_tally_pkey PRIMARY KEY (council, as_of, regulator, place, care_service, service_type, sector_word, sector, in_house, provider_size, lowest_grade)
);
alter table register_tally enable row level security;
create policy anyone_reads on register_tally for select
  using (true);
create policy system_writes on register_tally for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on register_tally to mercat_app;

create table registration_duty (
  nation text not null,
  service_type_key text not null,
  regulator text not null,
  valid daterange not null,
  source text not null,
  constraint registration_duty_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'england'::text]))),
  constraint registration_duty_valid_check CHECK ((NOT isempty(valid))),
  constraint registration_duty_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint registration_duty_pkey PRIMARY KEY (nation, service_type_key, valid),
  constraint registration_duty_nation_service_type_key_valid_excl EXCLUDE USING gist (nation WITH =, service_type_key WITH =, valid WITH &&)
);
alter table registration_duty enable row level security;
create policy anyone_reads on registration_duty for select
  using (true);
create policy system_writes on registration_duty for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on registration_duty to mercat_app;

create table regulator_term (
  regulator text not null,
  kind text not null,
  position integer not null,
  words text not null,
  qualifier text not null,
  term_key text not null,
  valid daterange not null,
  constraint regulator_term_kind_check CHECK ((kind = ANY (ARRAY['service-type'::text, 'care-group'::text, 'sector'::text]))),
  constraint regulator_term_regulator_check CHECK ((regulator = ANY (ARRAY['care-inspectorate'::text, 'cqc'::text]))),
  constraint regulator_term_valid_check CHECK ((NOT isempty(valid))),
  constraint regulator_term_words_check CHECK ((words <> ''::text)),
  constraint regulator_term_pkey PRIMARY KEY (regulator, kind, words, qualifier, term_key, valid)
);
alter table regulator_term enable row level security;
create policy anyone_reads on regulator_term for select
  using (true);
create policy system_writes on regulator_term for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on regulator_term to mercat_app;

create table reveal (
  partnership_id uuid not null,
  id uuid not null,
  offer_id uuid,
  package_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  stage text not null,
  content jsonb,
  revealed_at timestamp with time zone not null,
  revealed_to uuid,
  withdrawn_at timestamp with time zone,
  placement_id uuid,
  constraint reveal_stage_check CHECK ((stage = ANY (ARRAY['pen-picture'::text, 'person'::text]))),
  constraint told_in_an_offer_or_a_placement CHECK (((offer_id IS NULL) <> (placement_id IS NULL))),
  constraint withdrawn_is_gone CHECK (((withdrawn_at IS NULL) OR (content IS NULL))),
  constraint reveal_partnership_id_offer_id_organisation_id_fkey FOREIGN KEY (partnership_id, offer_id, organisation_id) REFERENCES offer(partnership_id, id, organisation_id),
  constraint reveal_partnership_id_package_id_fkey FOREIGN KEY (partnership_id, package_id) REFERENCES care_package(partnership_id, id),
  constraint reveal_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES person(partnership_id, id),
  constraint reveal_partnership_id_placement_id_organisation_id_fkey FOREIGN KEY (partnership_id, placement_id, organisation_id) REFERENCES placement(partnership_id, id, organisation_id),
  constraint reveal_pkey PRIMARY KEY (partnership_id, id),
  constraint told_once UNIQUE (partnership_id, offer_id, stage),
  constraint told_once_a_placement UNIQUE (partnership_id, placement_id, stage)
);
CREATE INDEX reveal_of_person ON public.reveal USING btree (partnership_id, person_id);
alter table reveal enable row level security;
create policy own_organisation on reveal for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on reveal for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on reveal to mercat_app;

create table section_version (
  partnership_id uuid not null,
  id uuid not null,
  section text not null,
  version integer not null,
  blocks jsonb not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  origin text not null,
  constraint section_version_blocks_check CHECK ((jsonb_typeof(blocks) = 'array'::text)),
  constraint section_version_origin_check CHECK ((origin = ANY (ARRAY['written'::text, 'imported'::text, 'restored'::text, 'merged'::text]))),
  constraint section_version_section_check CHECK ((section = ANY (ARRAY['about'::text, 'messages'::text, 'population'::text, 'demand'::text, 'supply'::text, 'gaps'::text, 'finance'::text, 'workforce'::text, 'pressures'::text]))),
  constraint section_version_version_check CHECK ((version > 0)),
  constraint section_version_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint section_version_pkey PRIMARY KEY (partnership_id, id),
  constraint section_version_partnership_id_section_version_key UNIQUE (partnership_id, section, version)
);
alter table section_version enable row level security;
create policy own_partnership on section_version for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant insert, select on section_version to mercat_app;

create table service_type (
  key text not null,
  position integer not null,
  name text not null,
  other_names jsonb not null,
  valid daterange not null default '(,)'::daterange,
  counted_in_places boolean not null default false,
  lived_in boolean not null default false,
  constraint service_type_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint service_type_name_check CHECK ((name <> ''::text)),
  constraint service_type_valid_check CHECK ((NOT isempty(valid))),
  constraint service_type_pkey PRIMARY KEY (key),
  constraint service_type_name_key UNIQUE (name)
);
alter table service_type enable row level security;
create policy anyone_reads on service_type for select
  using (true);
create policy system_writes on service_type for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on service_type to mercat_app;

create table sign_in_event (
  id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  account_id uuid,
  partnership_id uuid,
  name_digest text,
  address text not null,
  browser text not null,
  constraint sign_in_event_kind_check CHECK ((kind <> ''::text)),
  constraint sign_in_event_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint sign_in_event_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_event_account ON public.sign_in_event USING btree (account_id, at);
CREATE INDEX sign_in_event_name ON public.sign_in_event USING btree (name_digest, at) WHERE (name_digest IS NOT NULL);
CREATE INDEX sign_in_event_partnership ON public.sign_in_event USING btree (partnership_id, at, id);
alter table sign_in_event enable row level security;
create policy at_large on sign_in_event for select
  using (((current_setting('app.kind'::text, true) = 'system'::text) AND ((NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid IS NULL)));
create policy own_partnership on sign_in_event for select
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy system_writes on sign_in_event for insert
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant insert, select on sign_in_event to mercat_app;

create table solve_run (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  asked jsonb not null,
  state text not null,
  progress jsonb,
  input jsonb,
  result jsonb,
  words text not null,
  follows uuid,
  attempts smallint not null default 0,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  started_at timestamp with time zone,
  heard_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint done_with_a_result CHECK (((state <> 'done'::text) OR ((input IS NOT NULL) AND (result IS NOT NULL)))),
  constraint solve_run_check CHECK (((state = ANY (ARRAY['waiting'::text, 'running'::text])) = (finished_at IS NULL))),
  constraint solve_run_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'drill'::text, 'time-machine'::text]))),
  constraint solve_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'stopped'::text]))),
  constraint solve_run_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint solve_run_partnership_id_follows_fkey FOREIGN KEY (partnership_id, follows) REFERENCES solve_run(partnership_id, id),
  constraint solve_run_pkey PRIMARY KEY (partnership_id, id)
);
CREATE INDEX solve_run_newest ON public.solve_run USING btree (partnership_id, kind, asked_at DESC, id);
alter table solve_run enable row level security;
create policy own_partnership on solve_run for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on solve_run to mercat_app;

create table source (
  key text not null,
  title text not null,
  publisher text not null,
  published text,
  edition text,
  licence text not null,
  licence_url text,
  url text,
  note text,
  constraint source_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint source_licence_check CHECK ((licence <> ''::text)),
  constraint source_published_check CHECK ((published ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text)),
  constraint source_publisher_check CHECK ((publisher <> ''::text)),
  constraint source_title_check CHECK ((title <> ''::text)),
  constraint source_pkey PRIMARY KEY (key)
);
alter table source enable row level security;
create policy anyone_reads on source for select
  using (true);
create policy system_writes on source for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on source to mercat_app;

create table spot_purchase (
  partnership_id uuid not null,
  id uuid not null,
  reference text not null,
  organisation_id uuid not null,
  service_type_key text not null,
  area_code text not null,
  person_reference text not null,
  care_group_key text,
  from_day date not null,
  until_day date,
  weekly_minutes integer,
  weekly_pence integer not null,
  out_of_area boolean not null,
  instead_of_contract uuid,
  reason text not null,
  moves_to_contract uuid,
  reviewed_on date,
  moved_on date,
  made_at timestamp with time zone not null,
  version integer not null default 1,
  erased_salt text,
  erased_digest text,
  constraint moved_after_a_review CHECK (((moved_on IS NULL) OR ((moves_to_contract IS NOT NULL) AND (reviewed_on IS NOT NULL)))),
  constraint spot_purchase_check CHECK (((until_day IS NULL) OR (until_day > from_day))),
  constraint spot_purchase_person_reference_check CHECK ((person_reference <> ''::text)),
  constraint spot_purchase_weekly_minutes_check CHECK ((weekly_minutes > 0)),
  constraint spot_purchase_weekly_pence_check CHECK ((weekly_pence >= 0)),
  constraint spot_purchase_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint spot_purchase_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint spot_purchase_partnership_id_instead_of_contract_fkey FOREIGN KEY (partnership_id, instead_of_contract) REFERENCES contract(partnership_id, id),
  constraint spot_purchase_partnership_id_moves_to_contract_fkey FOREIGN KEY (partnership_id, moves_to_contract) REFERENCES contract(partnership_id, id),
  constraint spot_purchase_pkey PRIMARY KEY (partnership_id, id),
  constraint spot_purchase_partnership_id_reference_key UNIQUE (partnership_id, reference)
);
CREATE INDEX spot_purchase_from ON public.spot_purchase USING btree (partnership_id, from_day);
alter table spot_purchase enable row level security;
create policy own_organisation on spot_purchase for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on spot_purchase for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on spot_purchase to mercat_app;

create table standing (
  partnership_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  contract_id uuid not null,
  lot_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  rank integer,
  state text not null,
  registered boolean not null,
  registration_id uuid,
  award_id uuid not null,
  change_id uuid not null,
  held daterange not null,
  known tstzrange not null,
  constraint a_registered_service_has_a_registered_provider CHECK (((NOT registered) OR (registration_id IS NOT NULL) OR (state = ANY (ARRAY['unconfirmed'::text, 'left'::text])))),
  constraint standing_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint standing_known_check CHECK (((NOT isempty(known)) AND (NOT lower_inf(known)) AND lower_inc(known) AND (NOT upper_inc(known)))),
  constraint standing_rank_check CHECK ((rank > 0)),
  constraint standing_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'fallback'::text, 'framework'::text, 'additional'::text]))),
  constraint standing_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'left'::text, 'unconfirmed'::text]))),
  constraint standing_partnership_id_award_id_organisation_id_fkey FOREIGN KEY (partnership_id, award_id, organisation_id) REFERENCES placement_gate(partnership_id, id, organisation_id),
  constraint standing_partnership_id_change_id_fkey FOREIGN KEY (partnership_id, change_id) REFERENCES contract_change(partnership_id, id),
  constraint standing_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint standing_partnership_id_lot_id_registered_fkey FOREIGN KEY (partnership_id, lot_id, registered) REFERENCES lot(partnership_id, id, registered),
  constraint standing_partnership_id_subject_id_lot_id_fkey FOREIGN KEY (partnership_id, subject_id, lot_id) REFERENCES lot_provider(partnership_id, id, lot_id),
  constraint standing_registration_id_organisation_id_fkey FOREIGN KEY (registration_id, organisation_id) REFERENCES organisation_registration(id, organisation_id),
  constraint standing_pkey PRIMARY KEY (partnership_id, id),
  constraint one_lead_a_lot EXCLUDE USING gist (partnership_id WITH =, lot_id WITH =, held WITH &&, known WITH &&) WHERE (((role = 'lead'::text) AND (state <> 'left'::text))),
  constraint one_provider_a_rank EXCLUDE USING gist (partnership_id WITH =, lot_id WITH =, rank WITH =, held WITH &&, known WITH &&) WHERE (((rank IS NOT NULL) AND (state <> 'left'::text))),
  constraint standing_partnership_id_subject_id_held_known_excl EXCLUDE USING gist (partnership_id WITH =, subject_id WITH =, held WITH &&, known WITH &&)
);
CREATE INDEX standing_of_lot ON public.standing USING btree (partnership_id, lot_id);
CREATE INDEX standing_partnership_id_contract_id_idx ON public.standing USING btree (partnership_id, contract_id);
alter table standing enable row level security;
create policy own_organisation on standing for select
  using (((current_setting('app.kind'::text, true) = 'provider'::text) AND (organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid)));
create policy own_partnership on standing for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on standing to mercat_app;

create table stored_file (
  partnership_id uuid not null,
  digest text not null,
  media_type text not null,
  size integer not null,
  bytes bytea not null,
  published boolean not null default false,
  first_stored_at timestamp with time zone not null,
  constraint stored_file_check CHECK ((size = octet_length(bytes))),
  constraint stored_file_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint stored_file_media_type_check CHECK ((media_type <> ''::text)),
  constraint stored_file_pkey PRIMARY KEY (partnership_id, digest)
);
alter table stored_file enable row level security;
create policy own_partnership on stored_file for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on stored_file for select
  using (published);
create policy shared_reads on stored_file for select
  using (((partnership_id = '00000000-0000-0000-0000-000000000000'::uuid) AND (current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text]))));
create policy shared_writes on stored_file for all
  using (((partnership_id = '00000000-0000-0000-0000-000000000000'::uuid) AND (current_setting('app.kind'::text, true) = 'system'::text) AND (COALESCE(current_setting('app.partnership'::text, true), ''::text) = ''::text)))
  with check (((partnership_id = '00000000-0000-0000-0000-000000000000'::uuid) AND (current_setting('app.kind'::text, true) = 'system'::text) AND (COALESCE(current_setting('app.partnership'::text, true), ''::text) = ''::text)));
grant delete, insert, select, update on stored_file to mercat_app;

create table task (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  title text not null,
  due date not null,
  role text,
  account_id uuid,
  done_at timestamp with time zone,
  done_by uuid,
  constraint task_check CHECK (((role IS NOT NULL) OR (account_id IS NOT NULL))),
  constraint task_check1 CHECK (((done_at IS NOT NULL) OR (done_by IS NULL))),
  constraint task_kind_check CHECK ((kind <> ''::text)),
  constraint task_subject_check CHECK ((subject <> ''::text)),
  constraint task_title_check CHECK ((title <> ''::text)),
  constraint task_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint task_pkey PRIMARY KEY (partnership_id, id),
  constraint task_partnership_id_kind_subject_key UNIQUE (partnership_id, kind, subject)
);
CREATE INDEX task_due ON public.task USING btree (partnership_id, due, id) WHERE (done_at IS NULL);
alter table task enable row level security;
create policy own_partnership on task for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on task to mercat_app;

create table unmet_change (
  partnership_id uuid not null,
  id uuid not null,
  from_on date not null,
  constraint unmet_change_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint unmet_change_pkey PRIMARY KEY (partnership_id, id)
);
alter table unmet_change enable row level security;
create policy own_partnership on unmet_change for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on unmet_change to mercat_app;

create table unmet_count (
  partnership_id uuid not null,
  id uuid not null,
  month date not null,
  service_type_key text not null,
  area_code text not null,
  reason text not null,
  band text not null,
  carers smallint not null,
  people integer not null,
  minutes integer not null,
  constraint unmet_count_band_check CHECK ((band = ANY (ARRAY['morning'::text, 'midday'::text, 'afternoon'::text, 'evening'::text, 'bedtime'::text, 'night'::text, 'several'::text]))),
  constraint unmet_count_carers_check CHECK ((carers = ANY (ARRAY[1, 2]))),
  constraint unmet_count_minutes_check CHECK ((minutes > 0)),
  constraint unmet_count_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint unmet_count_people_check CHECK ((people > 0)),
  constraint unmet_count_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint unmet_count_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint unmet_count_pkey PRIMARY KEY (partnership_id, id),
  constraint unmet_count_partnership_id_month_service_type_key_area_code_key UNIQUE (partnership_id, month, service_type_key, area_code, reason, band, carers)
);
alter table unmet_count enable row level security;
create policy own_partnership on unmet_count for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on unmet_count to mercat_app;

create table unmet_counted (
  partnership_id uuid not null,
  counted_at timestamp with time zone,
  counted_on date,
  told_on date,
  told_by text,
  constraint unmet_counted_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint unmet_counted_pkey PRIMARY KEY (partnership_id)
);
alter table unmet_counted enable row level security;
create policy own_partnership on unmet_counted for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on unmet_counted for select
  using (true);
grant delete, insert, select, update on unmet_counted to mercat_app;

create table unmet_piece (
  partnership_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  wanted_minutes integer not null,
  delivered_minutes integer not null,
  interim text not null,
  reason text not null,
  harm text not null,
  review_on date,
  unplaced jsonb not null,
  held daterange not null,
  known tstzrange not null,
  constraint unmet_piece_check CHECK (((delivered_minutes >= 0) AND (delivered_minutes <= wanted_minutes))),
  constraint unmet_piece_harm_check CHECK ((harm = ANY (ARRAY['not-assessed'::text, 'none'::text, 'low'::text, 'moderate'::text, 'severe'::text]))),
  constraint unmet_piece_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint unmet_piece_interim_check CHECK ((interim = ANY (ARRAY['none'::text, 'family'::text, 'in-house'::text, 'other-provider'::text, 'in-hospital'::text, 'care-home'::text, 'other'::text]))),
  constraint unmet_piece_known_check CHECK (((NOT isempty(known)) AND (NOT lower_inf(known)) AND lower_inc(known) AND (NOT upper_inc(known)))),
  constraint unmet_piece_reason_check CHECK ((reason = ANY (ARRAY['being-arranged'::text, 'no-capacity-area'::text, 'no-capacity-time'::text, 'no-capacity-two-carers'::text, 'no-capacity-staff'::text, 'skill'::text, 'carer-gender'::text, 'outside-lot'::text, 'cannot-meet-need'::text, 'price'::text, 'short-notice'::text, 'previous-breakdown'::text, 'no-reply'::text, 'nobody-to-ask'::text, 'handed-back'::text, 'choice'::text, 'other'::text]))),
  constraint unmet_piece_wanted_minutes_check CHECK ((wanted_minutes > 0)),
  constraint unmet_piece_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint unmet_piece_partnership_id_subject_id_fkey FOREIGN KEY (partnership_id, subject_id) REFERENCES unmet_spell(partnership_id, id),
  constraint unmet_piece_pkey PRIMARY KEY (partnership_id, id),
  constraint unmet_piece_partnership_id_subject_id_held_known_excl EXCLUDE USING gist (partnership_id WITH =, subject_id WITH =, held WITH &&, known WITH &&)
);
CREATE INDEX unmet_piece_partnership_id_subject_id_idx ON public.unmet_piece USING btree (partnership_id, subject_id);
alter table unmet_piece enable row level security;
create policy own_partnership on unmet_piece for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on unmet_piece to mercat_app;

create table unmet_spell (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  package_id uuid not null,
  need text not null,
  service_type_key text not null,
  area_code text not null,
  kind text not null,
  preference text,
  origin text not null,
  began_at timestamp with time zone not null,
  began_on date not null,
  ended_on date,
  end_reason text,
  constraint unmet_spell_check CHECK (((kind = 'preference'::text) = (preference IS NOT NULL))),
  constraint unmet_spell_check1 CHECK ((ended_on >= began_on)),
  constraint unmet_spell_check2 CHECK (((ended_on IS NULL) = (end_reason IS NULL))),
  constraint unmet_spell_end_reason_check CHECK ((end_reason = ANY (ARRAY['care-in-place'::text, 'withdrawn'::text, 'ended'::text, 'at-rest'::text]))),
  constraint unmet_spell_kind_check CHECK ((kind = ANY (ARRAY['need'::text, 'preference'::text]))),
  constraint unmet_spell_origin_check CHECK ((origin = ANY (ARRAY['hospital'::text, 'community'::text]))),
  constraint unmet_spell_preference_check CHECK ((preference = ANY (ARRAY['time'::text, 'language'::text, 'gender'::text, 'distance'::text, 'provider'::text, 'other'::text]))),
  constraint unmet_spell_partnership_id_package_id_fkey FOREIGN KEY (partnership_id, package_id) REFERENCES care_package(partnership_id, id),
  constraint unmet_spell_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES person(partnership_id, id),
  constraint unmet_spell_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint unmet_spell_pkey PRIMARY KEY (partnership_id, id)
);
CREATE INDEX unmet_spell_days ON public.unmet_spell USING btree (partnership_id, began_on, ended_on);
CREATE INDEX unmet_spell_of_package ON public.unmet_spell USING btree (partnership_id, package_id);
CREATE INDEX unmet_spell_open ON public.unmet_spell USING btree (partnership_id, began_on) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX one_live_spell ON public.unmet_spell USING btree (partnership_id, person_id, need, kind) WHERE (ended_on IS NULL);
alter table unmet_spell enable row level security;
create policy own_partnership on unmet_spell for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on unmet_spell to mercat_app;

create table unmet_told (
  partnership_id uuid not null,
  id uuid not null,
  place integer not null,
  service_type_key text not null,
  people integer,
  minutes integer,
  month date not null,
  area_code text not null,
  reason text,
  band text,
  carers smallint,
  constraint hidden_together CHECK (((people IS NULL) = (minutes IS NULL))),
  constraint parts_are_told_or_left_out CHECK (((people IS NOT NULL) OR ((reason IS NULL) AND (band IS NULL)))),
  constraint unmet_told_band_check CHECK ((band = ANY (ARRAY['morning'::text, 'midday'::text, 'afternoon'::text, 'evening'::text, 'bedtime'::text, 'night'::text, 'several'::text]))),
  constraint unmet_told_carers_check CHECK ((carers = ANY (ARRAY[1, 2]))),
  constraint unmet_told_check CHECK ((((band IS NULL) = (carers IS NULL)) AND ((band IS NULL) OR (reason IS NULL)))),
  constraint unmet_told_minutes_check CHECK ((minutes > 0)),
  constraint unmet_told_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint unmet_told_people_check CHECK ((people > 0)),
  constraint unmet_told_place_check CHECK ((place >= 0)),
  constraint unmet_told_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint unmet_told_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint unmet_told_pkey PRIMARY KEY (partnership_id, id),
  constraint unmet_told_partnership_id_place_key UNIQUE (partnership_id, place)
);
alter table unmet_told enable row level security;
create policy own_partnership on unmet_told for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on unmet_told for select
  using (true);
grant delete, insert, select, update on unmet_told to mercat_app;

create table unmet_week (
  partnership_id uuid not null,
  id uuid not null,
  week_on date not null,
  service_type_key text not null,
  origin text not null,
  met text not null,
  people integer not null,
  minutes integer not null,
  constraint unmet_week_met_check CHECK ((met = ANY (ARRAY['none'::text, 'part'::text]))),
  constraint unmet_week_minutes_check CHECK ((minutes > 0)),
  constraint unmet_week_origin_check CHECK ((origin = ANY (ARRAY['hospital'::text, 'community'::text]))),
  constraint unmet_week_people_check CHECK ((people > 0)),
  constraint unmet_week_week_on_check CHECK ((EXTRACT(isodow FROM week_on) = (1)::numeric)),
  constraint unmet_week_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint unmet_week_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint unmet_week_pkey PRIMARY KEY (partnership_id, id),
  constraint unmet_week_partnership_id_week_on_service_type_key_origin_m_key UNIQUE (partnership_id, week_on, service_type_key, origin, met)
);
alter table unmet_week enable row level security;
create policy own_partnership on unmet_week for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on unmet_week to mercat_app;

create table unmet_week_told (
  partnership_id uuid not null,
  id uuid not null,
  place integer not null,
  service_type_key text not null,
  people integer,
  minutes integer,
  week_on date not null,
  origin text,
  met text,
  constraint hidden_together CHECK (((people IS NULL) = (minutes IS NULL))),
  constraint unmet_week_told_met_check CHECK ((met = ANY (ARRAY['none'::text, 'part'::text]))),
  constraint unmet_week_told_minutes_check CHECK ((minutes > 0)),
  constraint unmet_week_told_origin_check CHECK ((origin = ANY (ARRAY['hospital'::text, 'community'::text]))),
  constraint unmet_week_told_people_check CHECK ((people > 0)),
  constraint unmet_week_told_place_check CHECK ((place >= 0)),
  constraint unmet_week_told_week_on_check CHECK ((EXTRACT(isodow FROM week_on) = (1)::numeric)),
  constraint unmet_week_told_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint unmet_week_told_service_type_key_fkey FOREIGN KEY (service_type_key) REFERENCES service_type(key),
  constraint unmet_week_told_pkey PRIMARY KEY (partnership_id, id),
  constraint unmet_week_told_partnership_id_place_key UNIQUE (partnership_id, place)
);
alter table unmet_week_told enable row level security;
create policy own_partnership on unmet_week_told for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on unmet_week_told for select
  using (true);
grant delete, insert, select, update on unmet_week_told to mercat_app;

create table uplift_line (
  partnership_id uuid not null,
  round_id uuid not null,
  rate_line_id uuid not null,
  before_pence integer not null,
  after_pence integer not null,
  yearly_units integer,
  care_group_key text,
  constraint uplift_line_partnership_id_rate_line_id_fkey FOREIGN KEY (partnership_id, rate_line_id) REFERENCES rate_line(partnership_id, id),
  constraint uplift_line_partnership_id_round_id_fkey FOREIGN KEY (partnership_id, round_id) REFERENCES uplift_round(partnership_id, id),
  constraint uplift_line_pkey PRIMARY KEY (partnership_id, round_id, rate_line_id)
);
alter table uplift_line enable row level security;
create policy own_partnership on uplift_line for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on uplift_line to mercat_app;

create table uplift_round (
  partnership_id uuid not null,
  id uuid not null,
  reference text not null,
  title text not null,
  from_day date not null,
  state text not null,
  version integer not null,
  terms jsonb not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  applied_at timestamp with time zone,
  applied_by uuid,
  document jsonb,
  constraint uplift_round_check CHECK (((state = 'applied'::text) = (applied_at IS NOT NULL))),
  constraint uplift_round_document_check CHECK ((document ?& ARRAY['name'::text, 'mediaType'::text, 'size'::text, 'digest'::text])),
  constraint uplift_round_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'applied'::text, 'dropped'::text]))),
  constraint uplift_round_title_check CHECK ((title <> ''::text)),
  constraint uplift_round_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint uplift_round_pkey PRIMARY KEY (partnership_id, id),
  constraint uplift_round_partnership_id_reference_key UNIQUE (partnership_id, reference)
);
alter table uplift_round enable row level security;
create policy own_partnership on uplift_round for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
grant delete, insert, select, update on uplift_round to mercat_app;

create table volume (
  partnership_id uuid not null,
  id uuid not null,
  key text not null,
  service_key text not null,
  area_code text not null,
  care_group_key text,
  role text not null,
  label text not null,
  finding text not null,
  period text,
  on_date date,
  value numeric,
  unit text,
  basis text,
  method text,
  source_key text not null,
  locus text,
  status text not null,
  note text,
  constraint volume_check CHECK (((value IS NOT NULL) OR (role = 'shortage'::text) OR (status = ANY (ARRAY['caution'::text, 'lost'::text])))),
  constraint volume_check1 CHECK (((value IS NULL) OR ((unit IS NOT NULL) AND (basis IS NOT NULL)))),
  constraint volume_check2 CHECK (((basis IS NULL) OR ((role = 'target'::text) = (basis = 'target'::text)))),
  constraint volume_finding_check CHECK ((finding <> ''::text)),
  constraint volume_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint volume_label_check CHECK ((label <> ''::text)),
  constraint volume_role_check CHECK ((role = ANY (ARRAY['need'::text, 'supply'::text, 'use'::text, 'target'::text, 'shortage'::text]))),
  constraint volume_status_check CHECK ((status = ANY (ARRAY['printed'::text, 'derived'::text, 'caution'::text, 'lost'::text]))),
  constraint volume_area_code_fkey FOREIGN KEY (area_code) REFERENCES area(code),
  constraint volume_care_group_key_fkey FOREIGN KEY (care_group_key) REFERENCES care_group(key),
  constraint volume_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint volume_service_key_fkey FOREIGN KEY (service_key) REFERENCES service_type(key),
  constraint volume_source_key_fkey FOREIGN KEY (source_key) REFERENCES source(key),
  constraint volume_pkey PRIMARY KEY (partnership_id, id),
  constraint volume_partnership_id_key_service_key_area_code_care_group__key UNIQUE NULLS NOT DISTINCT (partnership_id, key, service_key, area_code, care_group_key, role, period)
);
CREATE INDEX volume_service ON public.volume USING btree (partnership_id, service_key);
CREATE INDEX volume_source ON public.volume USING btree (partnership_id, source_key);
alter table volume enable row level security;
create policy own_partnership on volume for all
  using (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)))
  with check (((current_setting('app.kind'::text, true) = ANY (ARRAY['staff'::text, 'system'::text])) AND (partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::uuid)));
create policy published on volume for select
  using (true);
grant delete, insert, select, update on volume to mercat_app;

create table wage_floor (
  id uuid not null,
  nation text not null,
  name text not null,
  binding boolean not null,
  days daterange not null,
  pence integer not null,
  source text not null,
  constraint wage_floor_days_check CHECK (((NOT isempty(days)) AND (NOT lower_inf(days)))),
  constraint wage_floor_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'england'::text]))),
  constraint wage_floor_pence_check CHECK ((pence >= 0)),
  constraint wage_floor_pkey PRIMARY KEY (id),
  constraint wage_floor_nation_name_days_excl EXCLUDE USING gist (nation WITH =, name WITH =, days WITH &&)
);
alter table wage_floor enable row level security;
create policy anyone_reads on wage_floor for select
  using (true);
create policy system_writes on wage_floor for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on wage_floor to mercat_app;

create table working_calendar (
  nation text not null,
  first_day date not null,
  last_day date not null,
  constraint working_calendar_check CHECK ((last_day > first_day)),
  constraint working_calendar_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'england'::text]))),
  constraint working_calendar_pkey PRIMARY KEY (nation)
);
alter table working_calendar enable row level security;
create policy anyone_reads on working_calendar for select
  using (true);
create policy system_writes on working_calendar for all
  using ((current_setting('app.kind'::text, true) = 'system'::text))
  with check ((current_setting('app.kind'::text, true) = 'system'::text));
grant delete, insert, select, update on working_calendar to mercat_app;

CREATE OR REPLACE FUNCTION public.mercat_enqueue(job_id uuid, queue text, payload jsonb, start_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    declare
      starts timestamptz := coalesce(start_at, now());
      settings record;
    begin
      select * into settings from pgboss.queue q where q.name = queue;
      if not found then
        raise exception 'There is no queue named %.', queue;
      end if;
      insert into pgboss.job (id, name, data, start_after, created_on, keep_until, expire_seconds, deletion_seconds,
        retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
      values (job_id, queue, payload, starts, now(), starts + settings.retention_seconds * interval '1 second',
        settings.expire_seconds, settings.deletion_seconds, settings.retry_limit, settings.retry_delay,
        settings.retry_backoff, settings.retry_delay_max, settings.policy, settings.dead_letter,
        settings.heartbeat_seconds);
      -- Only a hint that work is there: it goes out with the commit, and without it the worker looks a little later.
      if starts <= now() then
        perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), queue);
      end if;
    end $function$
;
revoke all on function mercat_enqueue(uuid,text,jsonb,timestamp with time zone) from public;
grant execute on function mercat_enqueue(uuid,text,jsonb,timestamp with time zone) to mercat_app;
