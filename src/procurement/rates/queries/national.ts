import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import { procurement } from '../../schema/index.ts'
import type { NationalFramework, TablePrice } from '../national-framework.ts'
import type { WageFloor } from '../wage-floor.ts'

/** Every national framework that is known, by title. */
export async function nationalFrameworks(db: Db): Promise<NationalFramework[]> {
  const rows = await procurement(db)
    .selectFrom('national_framework as f')
    .select(['f.key', 'f.owner', 'f.title', 'f.nation', 'f.days', 'f.latest_end as latestEnd'])
    .select(['f.source_key as sourceKey', 'f.note'])
    .orderBy('f.title')
    .execute()
  return rows.map(({ days, ...framework }) => ({ ...framework, ...periodFrom(days) }))
}

/** The tables of some frameworks, or of all: every price over all of its days. */
export async function tablePrices(db: Db, keys?: readonly string[]): Promise<TablePrice[]> {
  if (keys?.length === 0) return []
  const rows = await procurement(db)
    .selectFrom('national_rate as r')
    .select(['r.framework_key as framework', 'r.unit', 'r.level', 'r.days', 'r.pence'])
    .select(['r.source_key as sourceKey', 'r.note'])
    .$if(keys !== undefined, (query) => query.where('r.framework_key', 'in', [...(keys ?? [])]))
    .orderBy('r.framework_key')
    .orderBy('r.unit')
    .orderBy('r.level')
    .orderBy('r.days')
    .execute()
  return rows.map(({ days, ...price }) => ({ ...price, ...periodFrom(days) }))
}

/** The wage floors of a nation, over all of their days. */
export async function wageFloorsOf(db: Db, nation: WageFloor['nation']): Promise<WageFloor[]> {
  const rows = await procurement(db)
    .selectFrom('wage_floor as f')
    .select(['f.nation', 'f.name', 'f.binding', 'f.days', 'f.pence', 'f.source'])
    .where('f.nation', '=', nation)
    .orderBy('f.name')
    .orderBy('f.days')
    .execute()
  return rows.map(({ days, ...floor }) => ({ ...floor, ...periodFrom(days) }))
}
