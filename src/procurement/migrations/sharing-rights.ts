import { type Kysely, sql } from 'kysely'

/** Which lots serve which area is told to anyone of published contracts alone, and to those who stand in the lot. */
export async function lotAreaRights(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`alter table lot_area
    add column published boolean not null default false,
    add column parties uuid[] not null default '{}'`)
  await run(`update lot_area a set published = l.published, parties = l.parties from lot l
    where l.partnership_id = a.partnership_id and l.id = a.lot_id`)
  await run('drop policy published on lot_area')
  await run('create policy published on lot_area for select using (published)')
  await run(`create policy own_party on lot_area for select using (
    current_setting('app.kind', true) = 'provider'
    and nullif(current_setting('app.organisation', true), '')::uuid = any(parties)
  )`)
}

/** When a partnership is taken away, what was shared with it goes, and the copies of what it led stand by themselves. */
export async function partnersThatGo(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`alter table contract_share drop constraint contract_share_partner_id_fkey,
    add constraint contract_share_partner_id_fkey foreign key (partner_id) references partnership (id) on delete cascade`)
  await run(`alter table contract drop constraint contract_check, drop constraint contract_shared_from_partnership_fkey,
    add constraint a_copy_names_its_contract check (shared_from_partnership is null or shared_from_contract is not null),
    add constraint contract_shared_from_partnership_fkey foreign key (shared_from_partnership)
      references partnership (id) on delete set null`)
}
