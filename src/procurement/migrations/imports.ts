import { type Kysely, sql } from 'kysely'

/** What others decided is written down without an authority here; only the product itself does that, whatever a person's code may try. */
export async function onlyTheProductImports(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create policy only_the_product_imports on contract_change as restrictive
      for all using (true) with check (kind <> 'import' or current_setting('app.kind', true) = 'system')`)
    .execute(db)
}
