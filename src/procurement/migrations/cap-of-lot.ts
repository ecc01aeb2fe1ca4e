import { type Kysely, sql } from 'kysely'

/** The cap that a rate stays within is one of its own lot, not a higher one of another. */
export async function capOfLot(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run('alter table price_cap add unique (partnership_id, id, lot_id, pence)')
  await run(`alter table rate add constraint a_rate_is_under_a_cap_of_its_lot
    foreign key (partnership_id, cap_id, lot_id, cap_pence) references price_cap (partnership_id, id, lot_id, pence)`)
}
