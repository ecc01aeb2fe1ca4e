import { sql } from 'kysely'
import { type Db, sqlState, tables } from '../db/index.ts'
import { conflict } from '../errors/index.ts'
import { type Id, newId } from '../values/index.ts'
import { type Period, periodFrom, rangeOf, without } from './period.ts'

/** What every history table has beside the columns of its own. */
export interface HistoryRow {
  partnership_id: Id
  id: Id
  subject_id: Id
  held: string
  known: string
}

/**
 * Writes down that `values` held of a subject in a period, as known from an instant on.
 * What was known before of those days is kept as what was known until then; the other days stay as they were.
 */
export async function recordHistory(
  db: Db,
  table: string,
  fact: { partnershipId: Id; subjectId: Id; held: Period; values: Record<string, unknown> },
  at: Date,
): Promise<void> {
  const history = tables<Record<string, HistoryRow>>()(db)
  const instant = at.toISOString()
  const current = await history
    .selectFrom(table)
    .selectAll()
    .select(sql<boolean>`lower(known) > ${instant}::timestamptz`.as('is_later'))
    .select(sql<boolean>`lower(known) = ${instant}::timestamptz`.as('is_now'))
    .where('partnership_id', '=', fact.partnershipId)
    .where('subject_id', '=', fact.subjectId)
    .where(sql<boolean>`upper_inf(known) and held && ${rangeOf(fact.held)}::daterange`)
    .forUpdate()
    .execute()
  const from = { partnership_id: fact.partnershipId, subject_id: fact.subjectId }
  const fresh: HistoryRow[] = [
    { ...fact.values, ...from, id: newId(), held: rangeOf(fact.held), known: `[${instant},)` },
  ]
  for (const { is_later, is_now, ...row } of current) {
    if (is_later) throw conflict('Something later is already known about these days.')
    if (is_now)
      await history
        .deleteFrom(table)
        .where('partnership_id', '=', row.partnership_id)
        .where('id', '=', row.id)
        .execute()
    else
      await history
        .updateTable(table)
        .set({ known: sql`tstzrange(lower(known), ${instant}::timestamptz)` })
        .where('partnership_id', '=', row.partnership_id)
        .where('id', '=', row.id)
        .execute()
    for (const rest of without(periodFrom(row.held), fact.held)) {
      fresh.push({ ...row, id: newId(), held: rangeOf(rest), known: `[${instant},)` })
    }
  }
  await history
    .insertInto(table)
    .values(fresh)
    .execute()
    .catch((error: unknown) => {
      if (sqlState(error) === '23P01')
        throw conflict('A colleague has just changed the same days.', 'Look again, then repeat the change.')
      throw error
    })
}
