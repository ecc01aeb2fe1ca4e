import { type Kysely, sql } from 'kysely'

/** What the order of a rule is worked out from stands where it is looked for: with an offer the kind of service, with a placement what was accepted. */
export async function dealings(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run('alter table offer add column service_type_key text')
  await run(`update offer o set service_type_key = p.service_type_key from care_package p
    where p.partnership_id = o.partnership_id and p.id = o.package_id`)
  await run('alter table offer alter column service_type_key set not null')
  await run('create index offer_last_asked on offer (organisation_id, partnership_id, service_type_key, sent_at)')
  await run('drop index offer_of_organisation')
  await run('alter table placement add column accepted_minutes integer not null default 0')
  await run(`update placement p set accepted_minutes = o.accepted_minutes from offer o
    where o.partnership_id = p.partnership_id and o.id = p.offer_id`)
  await run('drop index placement_share')
  await run(`create index placement_share on placement (organisation_id, partnership_id, service_type_key, agreed_at)
    include (accepted_minutes, state)`)
}
