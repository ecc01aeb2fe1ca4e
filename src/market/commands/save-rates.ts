import type { Db } from '../../core/db/index.ts'
import type { Outcome } from '../../core/import/index.ts'
import { overlap } from '../../evidence/index.ts'
import type { RateLine } from '../read-rate.ts'
import { type MarketTables, market } from '../schema.ts'

type RateRow = MarketTables['prevalence_rate']

/** Writes rates of one condition and source; rates that stand and overlap a new one of other ages are taken away. */
export async function saveRates(
  db: Db,
  { measure, sourceKey, file }: { measure: string; sourceKey: string; file: string },
  rates: readonly RateLine[],
): Promise<Outcome> {
  const standing = await market(db)
    .selectFrom('prevalence_rate as r')
    .selectAll('r')
    .where('r.measure', '=', measure)
    .where('r.source_key', '=', sourceKey)
    .execute()
  const rows = rates.map(
    ({ sex, ages, rate, limits, line }): RateRow => ({
      measure,
      source_key: sourceKey,
      sex,
      age_from: ages.from,
      age_to: ages.to,
      rate,
      lower: limits?.lower ?? null,
      upper: limits?.upper ?? null,
      file,
      line,
    }),
  )
  const fresh = rows.filter((row) => !standing.some((other) => saysTheSame(row, other)))
  const stale = standing.filter((other) =>
    fresh.some((row) => row.sex === other.sex && overlap(ages(row), ages(other))),
  )
  for (const { sex, age_from } of stale) {
    await market(db)
      .deleteFrom('prevalence_rate as r')
      .where('r.measure', '=', measure)
      .where('r.source_key', '=', sourceKey)
      .where('r.sex', '=', sex)
      .where('r.age_from', '=', age_from)
      .execute()
  }
  if (fresh.length > 0) await market(db).insertInto('prevalence_rate').values(fresh).execute()
  const changed = fresh.filter((row) =>
    stale.some((other) => row.sex === other.sex && overlap(ages(row), ages(other))),
  ).length
  return { added: fresh.length - changed, changed, unchanged: rates.length - fresh.length }
}

const ages = (row: RateRow) => ({ from: row.age_from, to: row.age_to })

const saysTheSame = (a: RateRow, b: RateRow) =>
  a.sex === b.sex &&
  a.age_from === b.age_from &&
  a.age_to === b.age_to &&
  a.rate === b.rate &&
  a.lower === b.lower &&
  a.upper === b.upper
