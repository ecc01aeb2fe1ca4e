import type { Db } from '../../core/db/index.ts'
import { type Source, sourcesByKey } from '../../evidence/index.ts'
import type { Rates } from '../condition-figure.ts'
import type { PrevalenceRate } from '../expected-people.ts'
import { type MarketTables, market } from '../schema.ts'

/** The rates of a condition from the source that was published last; undefined when there are none. One query where the caller has the sources. */
export async function ratesOf(
  db: Db,
  measure: string,
  known?: ReadonlyMap<string, Source>,
): Promise<Rates | undefined> {
  const rows = await market(db)
    .selectFrom('prevalence_rate as r')
    .selectAll('r')
    .where('r.measure', '=', measure)
    .orderBy('r.sex')
    .orderBy('r.age_from')
    .execute()
  const keys = [...new Set(rows.map((row) => row.source_key))]
  const sources = known ?? (await sourcesByKey(db, keys))
  const source = keys
    .flatMap((key) => sources.get(key) ?? [])
    .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? '') || a.key.localeCompare(b.key))
    .at(0)
  if (!source) return undefined
  return { measure, source, rates: rows.filter((row) => row.source_key === source.key).map(rateOf) }
}

const rateOf = ({ sex, age_from, age_to, rate, lower, upper }: MarketTables['prevalence_rate']): PrevalenceRate => ({
  sex,
  ages: { from: age_from, to: age_to },
  rate,
  limits: lower === null || upper === null ? null : { lower, upper },
})

/** The conditions for which there are rates, by name. */
export async function conditions(db: Db): Promise<string[]> {
  const rows = await market(db)
    .selectFrom('prevalence_rate as r')
    .select('r.measure')
    .distinct()
    .orderBy('r.measure')
    .execute()
  return rows.map((row) => row.measure)
}
