import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { hideBelow } from '../../core/settings/index.ts'
import { type Id, isId, newId } from '../../core/values/index.ts'
import { unitsOfPeople } from '../figure-unit.ts'
import { type CitedFigure, citedFigureOf } from '../indicator.ts'
import type { Indicator } from '../read-indicator.ts'
import { type EvidenceTables, evidence } from '../schema.ts'
import type { Section } from '../section.ts'
import { citation, type Source } from '../source.ts'
import { hidBefore, hiding } from '../suppression/queries/publication.ts'
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
  /** An area's code. */
  readonly area?: string
}

/** The figures that a partnership cites, small numbers of people hidden, in the order in which they were first imported; one query where the caller has the sources. */
export async function indicatorsOf(
  db: Db,
  partnershipId: Id,
  filter: IndicatorFilter = {},
  known?: ReadonlyMap<string, Source>,
): Promise<CitedFigure[]> {
  const { rows, limit, suspect } = await packed(db, partnershipId, wanted(indicators(db, partnershipId), filter))
  if (!suspect || rows.length === 0) return withSources(db, rows, known)
  // What has to be hidden shows only in whole tables.
  const all = isEmpty(filter) ? rows : (await packed(db, partnershipId, indicators(db, partnershipId))).rows
  const asked = new Set<string>(rows.map((row) => row.id))
  const figures = await withSources(db, all, known)
  return (await hiding(db, partnershipId, figures, limit)).filter(({ id }) => asked.has(id))
}

/** How many figures a partnership cites, and the keys of the sources that they are taken from. */
export interface CitedCount {
  readonly figures: number
  readonly sources: readonly string[]
}

/** Counts the figures that a partnership cites without reading them, with what others have counted asked beside it. One query. */
export const citedCount = <Beside>(
  db: Db,
  partnershipId: Id,
  beside: RawBuilder<Beside>,
): Promise<CitedCount & { readonly beside: Beside }> =>
  evidence(db)
    .selectFrom('indicator as i')
    .select(sql<number>`count(*)::int`.as('figures'))
    .select(sql<string[]>`coalesce(array_agg(distinct i.source_key), '{}')`.as('sources'))
    .select(beside.as('beside'))
    .where('i.partnership_id', '=', partnershipId)
    .executeTakeFirstOrThrow() as Promise<CitedCount & { readonly beside: Beside }>

/** One figure that a partnership cites, or "not found". */
export async function citedFigure(db: Db, partnershipId: Id, id: string): Promise<CitedFigure> {
  const [figure] = isId(id) ? await indicatorsOf(db, partnershipId, { ids: [id] }) : []
  if (!figure) throw notFound('This figure')
  return figure
}

const isEmpty = (filter: IndicatorFilter): boolean => Object.values(filter).every((value) => value === undefined)

function wanted(query: Indicators, { section, theme, key, ids, area }: IndicatorFilter): Indicators {
  let some = query
  if (section) some = some.where('i.section', '=', section)
  if (theme) some = some.where('i.theme', '=', theme)
  if (key) some = some.where('i.key', '=', key)
  if (area) some = some.where('i.area_code', '=', area)
  if (ids) some = some.where('i.id', 'in', ids)
  return some
}

const indicators = (db: Db, partnershipId: Id) =>
  evidence(db)
    .selectFrom('indicator as i')
    .innerJoin('area as a', 'a.code', 'i.area_code')
    .select(['i.id', ...columns, 'a.name as area_name'])
    .where('i.partnership_id', '=', partnershipId)
    .orderBy('i.id')

type Indicators = ReturnType<typeof indicators>

/**
 * All rows as one JSON text: the embedded engine's driver takes longer over a hundred rows of two dozen columns than over the query.
 * With them whether any number of the partnership may have to be hidden, and below which.
 */
async function packed(db: Db, partnershipId: Id, query: Indicators) {
  const limit = hideBelow(partnershipId)
  return evidence(db)
    .selectNoFrom([
      jsonArrayFrom(query).as('rows'),
      limit.as('limit'),
      sql<boolean>`${hidBefore(partnershipId)} or exists (select from indicator as s
        where s.partnership_id = ${partnershipId} and s.unit in (${sql.join(unitsOfPeople)})
          and (s.value > 0 and s.value < ${limit} or s.comparator_value > 0 and s.comparator_value < ${limit}))`.as(
        'suspect',
      ),
    ])
    .executeTakeFirstOrThrow()
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
