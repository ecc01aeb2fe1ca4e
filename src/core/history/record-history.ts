import { type Kysely, sql } from 'kysely'
import { ahead, type Db, sqlState, tables } from '../db/index.ts'
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

/** What held of a subject in a period; without values, that nothing did. */
export interface HistoryFact {
  readonly subjectId: Id
  readonly held: Period
  readonly values: Record<string, unknown> | null
}

/** Rows that one statement takes: the most parameters of a statement are 65,535, and no history has 60 columns. */
const atOnce = 1000

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
  await recordHistories(db, table, fact.partnershipId, [fact], at)
}

/**
 * The same for many facts of one table, in a number of statements that hardly grows; of two about the same days the later
 * one holds. Of subjects that are new nothing was known before, so it is not looked for.
 */
export async function recordHistories(
  db: Db,
  table: string,
  partnershipId: Id,
  facts: readonly HistoryFact[],
  at: Date,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<void> {
  const history = tables<Record<string, HistoryRow>>()(db)
  // All that is told of a subject goes in at once: half of it may clash with what another subject has still to give up.
  const subjects = [...Map.groupBy(facts, ({ subjectId }) => subjectId)]
  for (let from = 0; from < subjects.length; from += atOnce) {
    const some = new Map(subjects.slice(from, from + atOnce))
    const current = isNew ? [] : await currentOf(history, table, partnershipId, [...some.keys()], at.toISOString())
    await recordSome(history, table, partnershipId, { bySubject: some, current, isNew }, at.toISOString())
  }
}

type CurrentRow = HistoryRow & { readonly is_later: boolean; readonly is_now: boolean }

/** What is known now of some subjects; nobody else changes it meanwhile. */
const currentOf = (
  history: Kysely<Record<string, HistoryRow>>,
  table: string,
  partnershipId: Id,
  subjects: readonly Id[],
  instant: string,
): Promise<CurrentRow[]> =>
  history
    .selectFrom(table)
    .selectAll()
    .select(sql<boolean>`lower(known) > ${instant}::timestamptz`.as('is_later'))
    .select(sql<boolean>`lower(known) = ${instant}::timestamptz`.as('is_now'))
    .where('partnership_id', '=', partnershipId)
    .where('subject_id', 'in', subjects)
    .where(sql<boolean>`upper_inf(known)`)
    .orderBy('subject_id')
    .forUpdate()
    .execute()

async function recordSome(
  history: Kysely<Record<string, HistoryRow>>,
  table: string,
  partnershipId: Id,
  {
    bySubject,
    current,
    isNew,
  }: {
    readonly bySubject: ReadonlyMap<Id, readonly HistoryFact[]>
    readonly current: readonly CurrentRow[]
    readonly isNew: boolean
  },
  instant: string,
): Promise<void> {
  const fresh: HistoryRow[] = [...bySubject.values()].flatMap((facts) =>
    facts.flatMap(({ subjectId, held, values }, index) =>
      values
        ? leftOf(held, facts.slice(index + 1)).map((days) => freshRow(values, partnershipId, subjectId, days, instant))
        : [],
    ),
  )
  const [replaced, closed]: [Id[], Id[]] = [[], []]
  for (const { is_later, is_now, ...row } of current) {
    const piece = periodFrom(row.held)
    const rests = leftOf(piece, bySubject.get(row.subject_id) ?? [])
    // A piece that the facts do not touch is left over whole.
    if (rests[0]?.from === piece.from && rests[0].until === piece.until) continue
    if (is_later) throw conflict('Something later is already known about these days.')
    ;(is_now ? replaced : closed).push(row.id)
    for (const rest of rests) fresh.push(freshRow(row, partnershipId, row.subject_id, rest, instant))
  }
  if (replaced.length > 0)
    await history.deleteFrom(table).where('partnership_id', '=', partnershipId).where('id', 'in', replaced).execute()
  if (closed.length > 0)
    await history
      .updateTable(table)
      .set({ known: sql`tstzrange(lower(known), ${instant}::timestamptz)` })
      .where('partnership_id', '=', partnershipId)
      .where('id', 'in', closed)
      .execute()
  if (fresh.length === 0) return
  // Of a subject that is new nobody else says anything, so that nothing can clash.
  if (isNew && fresh.length <= atOnce) await ahead(history, history.insertInto(table).values(fresh))
  else await insertAll(history, table, fresh)
}

/** The days of a period that none of some facts is about. */
const leftOf = (period: Period, facts: readonly HistoryFact[]): Period[] =>
  facts.reduce<Period[]>((left, { held }) => left.flatMap((days) => without(days, held)), [period])

const freshRow = (values: object, partnership_id: Id, subject_id: Id, held: Period, instant: string): HistoryRow => ({
  ...values,
  partnership_id,
  subject_id,
  id: newId(),
  held: rangeOf(held),
  known: `[${instant},)`,
})

/** In slices: a correction in the middle leaves up to three rows of a subject. */
async function insertAll(
  history: Kysely<Record<string, HistoryRow>>,
  table: string,
  rows: readonly HistoryRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await history
      .insertInto(table)
      .values(rows.slice(from, from + atOnce))
      .execute()
      .catch((error: unknown) => {
        if (sqlState(error) === '23P01')
          throw conflict('A colleague has just changed the same days.', 'Look again, then repeat the change.')
        throw error
      })
  }
}
