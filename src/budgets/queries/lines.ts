import { sql } from 'kysely'
import { type Db, json } from '../../core/db/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { BudgetLine, StoredBudgetLine } from '../budget-line.ts'
import { budgets } from '../schema.ts'

/** Every line of a partnership, in the order of the files they came from. */
export const budgetLines = (db: Db, partnershipId: Id): Promise<StoredBudgetLine[]> =>
  budgets(db)
    .selectFrom('budget_line as b')
    .select([
      'b.id',
      'b.kind',
      'b.subject',
      'b.care_group_key as careGroupKey',
      'b.service_type_key as serviceTypeKey',
      'b.year',
      'b.basis',
      'b.in_house as inHouse',
      'b.purchased',
      'b.total',
      'b.printed_unit as printedUnit',
      'b.source_key as sourceKey',
      'b.locus',
      'b.status',
      'b.note',
      'b.import_id as importId',
      'b.file',
      'b.line',
    ])
    .where('b.partnership_id', '=', partnershipId)
    .orderBy('b.line')
    .orderBy('b.subject')
    .execute()

/** Adds lines, or replaces those of the same kind, subject, year, basis and source under the same identifier. */
export async function saveBudgetLines(
  db: Db,
  partnershipId: Id,
  lines: readonly (BudgetLine & { readonly line: number })[],
  from: { readonly importId: Id; readonly file: string },
): Promise<void> {
  const rows = lines.map((line) => ({ id: newId(), ...line }))
  await sql`insert into budget_line (partnership_id, id, kind, subject, care_group_key, service_type_key, year, basis,
      in_house, purchased, total, printed_unit, source_key, locus, status, note, import_id, file, line)
    select ${partnershipId}::uuid, g.id, g.kind, g.subject, g."careGroupKey", g."serviceTypeKey", g.year, g.basis,
      g."inHouse", g.purchased, g.total, g."printedUnit", g."sourceKey", g.locus, g.status, g.note,
      ${from.importId}::uuid, ${from.file}, g.line
    from jsonb_to_recordset(${json(rows)}) as g (id uuid, kind text, subject text, "careGroupKey" text,
      "serviceTypeKey" text, year text, basis text, "inHouse" bigint, purchased bigint, total bigint,
      "printedUnit" text, "sourceKey" text, locus text, status text, note text, line integer)
    on conflict (partnership_id, kind, subject, year, basis, source_key) do update set
      care_group_key = excluded.care_group_key, service_type_key = excluded.service_type_key,
      in_house = excluded.in_house, purchased = excluded.purchased, total = excluded.total,
      printed_unit = excluded.printed_unit, locus = excluded.locus, status = excluded.status, note = excluded.note,
      import_id = excluded.import_id, file = excluded.file, line = excluded.line`.execute(budgets(db))
}
