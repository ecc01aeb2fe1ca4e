import { sql } from 'kysely'
import { forward, type Migrations } from '../../core/db/index.ts'

/** What lets a desk be read quickly however many packages, offers and rounds lie in the past. */
export const deskMigrations: Migrations = {
  '2026-11-22T2150-desk': forward(async (db) => {
    const run = (text: string) => sql.raw(text).execute(db)
    await run('alter table care_package add unplaced_minutes integer not null default 0 check (unplaced_minutes >= 0)')
    await run('alter table care_package add review_on date')
    await run(`create index care_package_desk on care_package (partnership_id, state, origin, ready_at)
      include (id, broker_id, area_code, unplaced_minutes, review_on) where state in ('waiting', 'offering', 'unmet')`)
    await run(`create index offer_live on offer (partnership_id, package_id)
      where state in ('open', 'asked', 'proposed')`)
    await run(`create index offer_answered on offer (partnership_id, answered_at) include (sent_at)
      where state in ('accepted', 'part-accepted', 'declined')`)
    await run(`create index offer_accepted on offer (partnership_id, answered_at) include (step)
      where state in ('accepted', 'part-accepted')`)
    await run(`create index offer_round_over on offer_round (partnership_id, closed_at) include (package_id)
      where outcome in ('unmet', 'part')`)
    await run(`create index placement_starting on placement (partnership_id, starts_on) where state = 'agreed'`)
  }),
}
