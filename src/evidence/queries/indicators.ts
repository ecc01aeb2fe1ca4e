import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { type Id, isId, newId } from '../../core/values/index.ts'
import { type CitedFigure, citedFigureOf } from '../indicator.ts'
import type { Indicator } from '../read-indicator.ts'
import { type EvidenceTables, evidence } from '../schema.ts'
import type { Section } from '../section.ts'
import { citation, type Source } from '../source.ts'
import { sourcesByKey } from './sources.ts'

const columns = [
  'i.key',
  'i.label',
  'i.finding',
  'i.section',
  'i.theme',
  'i.area_code',
  'i.period',
  'i.ages',
  'i.sex',
  'i.value',
  'i.lower',
  'i.upper',
  'i.unit',
  'i.basis',
  'i.comparator_label',
  'i.comparator_value',
  'i.direction',
  'i.source_key',
  'i.locus',
  'i.status',
  'i.note',
] as const

/** Which of a partnership's cited figures are wanted. */
export interface IndicatorFilter {
  readonly section?: Section
  readonly theme?: string
  readonly key?: string
  readonly ids?: readonly Id[]
}

/** The figures that a partnership cites, in the order in which they were first imported; one query where the caller has the sources. */
export async function indicatorsOf(
  db: Db,
  partnershipId: Id,
  filter: IndicatorFilter = {},
  known?: ReadonlyMap<string, Source>,
): Promise<CitedFigure[]> {
  let query = indicators(db, partnershipId)
  if (filter.section) query = query.where('i.section', '=', filter.section)
  if (filter.theme) query = query.where('i.theme', '=', filter.theme)
  if (filter.key) query = query.where('i.key', '=', filter.key)
  if (filter.ids) query = query.where('i.id', 'in', filter.ids)
  return withSources(db, await packed(db, query), known)
}

/** One figure that a partnership cites, or "not found". */
export async function citedFigure(db: Db, partnershipId: Id, id: string): Promise<CitedFigure> {
  const rows = isId(id) ? await indicators(db, partnershipId).where('i.id', '=', id).execute() : []
  const [figure] = await withSources(db, rows)
  if (!figure) throw notFound('This figure')
  return figure
}

const indicators = (db: Db, partnershipId: Id) =>
  evidence(db)
    .selectFrom('indicator as i')
    .innerJoin('area as a', 'a.code', 'i.area_code')
    .select(['i.id', ...columns, 'a.name as area_name'])
    .where('i.partnership_id', '=', partnershipId)
    .orderBy('i.id')

type Indicators = ReturnType<typeof indicators>

/** All rows as one JSON text: the embedded engine's driver takes longer over a hundred rows of two dozen columns than over the query. */
async function packed(db: Db, query: Indicators) {
  const { rows } = await evidence(db).selectNoFrom(jsonArrayFrom(query).as('rows')).executeTakeFirstOrThrow()
  return rows
}

async function withSources(
  db: Db,
  rows: Awaited<ReturnType<Indicators['execute']>>,
  known?: ReadonlyMap<string, Source>,
) {
  const sources = known ?? (await sourcesByKey(db, [...new Set(rows.map((row) => row.source_key))]))
  return rows.flatMap((row) => {
    const source = sources.get(row.source_key)
    return source ? [citedFigureOf(row, citation(source, row.locus))] : []
  })
}

/** A partnership's indicators as an import compares them. */
export const standingIndicators = (db: Db, partnershipId: Id): Promise<Indicator[]> =>
  evidence(db).selectFrom('indicator as i').select(columns).where('i.partnership_id', '=', partnershipId).execute()

/** Adds indicators, or brings those of the same key, area, period, sex and ages up to date under the same identifier. */
export async function saveIndicators(db: Db, partnershipId: Id, rows: readonly Indicator[]): Promise<void> {
  // In steps, because a statement carries at most 65,535 values.
  for (let start = 0; start < rows.length; start += 1000) {
    await evidence(db)
      .insertInto('indicator')
      .values(rows.slice(start, start + 1000).map((row) => ({ partnership_id: partnershipId, id: newId(), ...row })))
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'key', 'area_code', 'period', 'sex', 'ages']).doUpdateSet(({ ref }) => {
          const fresh = (column: keyof EvidenceTables['indicator']) => ref(`excluded.${column}`)
          return Object.fromEntries(replaced.map((column) => [column, fresh(column)]))
        }),
      )
      .execute()
  }
}

const replaced = [
  'label',
  'finding',
  'section',
  'theme',
  'value',
  'lower',
  'upper',
  'unit',
  'basis',
  'comparator_label',
  'comparator_value',
  'direction',
  'source_key',
  'locus',
  'status',
  'note',
] as const
