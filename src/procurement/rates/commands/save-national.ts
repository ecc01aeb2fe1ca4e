import type { Db } from '../../../core/db/index.ts'
import { newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { NationalFramework, TablePrice } from '../national-framework.ts'

const rangeOf = ({ from, until }: { readonly from: string; readonly until: string | null }): string =>
  `[${from},${until ?? ''})`

/** Writes frameworks, or brings those with the same key up to date. */
export async function saveFrameworks(db: Db, frameworks: readonly NationalFramework[]): Promise<void> {
  if (frameworks.length === 0) return
  await procurement(db)
    .insertInto('national_framework')
    .values(
      frameworks.map(({ key, owner, title, nation, from, until, latestEnd, sourceKey, note }) => ({
        key,
        owner,
        title,
        nation,
        days: rangeOf({ from, until }),
        latest_end: latestEnd,
        source_key: sourceKey,
        note,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        owner: ref('excluded.owner'),
        title: ref('excluded.title'),
        nation: ref('excluded.nation'),
        days: ref('excluded.days'),
        latest_end: ref('excluded.latest_end'),
        source_key: ref('excluded.source_key'),
        note: ref('excluded.note'),
      })),
    )
    .execute()
}

/** Puts the prices of one kind of a table, over all of their days, in the place of those that stood. */
export async function saveSeries(db: Db, prices: readonly TablePrice[]): Promise<void> {
  const [one] = prices
  if (!one) return
  await procurement(db)
    .deleteFrom('national_rate')
    .where('framework_key', '=', one.framework)
    .where('unit', '=', one.unit)
    .where('level', '=', one.level)
    .execute()
  await procurement(db)
    .insertInto('national_rate')
    .values(
      prices.map(({ framework, unit, level, pence, sourceKey, note, ...days }) => ({
        id: newId(),
        framework_key: framework,
        unit,
        level,
        days: rangeOf(days),
        pence,
        source_key: sourceKey,
        note,
      })),
    )
    .execute()
}
