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
