import { type Actor, accountOf, type Partnership } from '../../auth/index.ts'
import { type Db, json } from '../../db/index.ts'
import { record } from '../../ledger/index.ts'
import { canonicalJson } from '../../values/index.ts'
import { type Mapping, remembering } from '../mapping.ts'
import { rememberedColumns } from '../queries/remembered.ts'
import { importing } from '../schema.ts'

/** Columns as they were chosen for one file. */
export interface ChosenColumns {
  readonly kind: string
  readonly header: readonly string[]
  readonly mapping: Mapping
  readonly at: Date
}

/** Remembers the columns chosen by hand for the next file of the kind. */
export async function rememberColumns(
  db: Db,
  actor: Actor,
  partnership: Partnership,
  { kind, header, mapping, at }: ChosenColumns,
): Promise<void> {
  const by = accountOf(actor)
  const before = await rememberedColumns(db, partnership.id, kind)
  const after = remembering(before, header, mapping)
  if (canonicalJson(before) === canonicalJson(after)) return
  if (Object.keys(after).length === 0) return forgetColumns(db, actor, partnership, { kind, at })
  const values = { mapping: json(after), chosen_by: by, chosen_at: at }
  await importing(db)
    .insertInto('import_mapping')
    .values({ partnership_id: partnership.id, kind, ...values })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'kind']).doUpdateSet(values))
    .execute()
  await record(db, actor, at, {
    event: 'importing.columns-remembered',
    subject: { kind: 'import-kind', id: kind },
    payload: { mapping: after },
  })
}

/** Forgets them: the next file's columns are found by their names alone. */
export async function forgetColumns(
  db: Db,
  actor: Actor,
  partnership: Partnership,
  { kind, at }: { readonly kind: string; readonly at: Date },
): Promise<void> {
  const { numDeletedRows } = await importing(db)
    .deleteFrom('import_mapping')
    .where('partnership_id', '=', partnership.id)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return
  await record(db, actor, at, { event: 'importing.columns-forgotten', subject: { kind: 'import-kind', id: kind } })
}
