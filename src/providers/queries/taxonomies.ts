import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { type ProvidersTables, providers } from '../schema.ts'
import type { Term } from '../term.ts'

/** Every care group, in the order in which lists show them. */
export const careGroups = (db: Db): Promise<Term[]> =>
  providers(db)
    .selectFrom('care_group as g')
    .select(['g.key', 'g.name', 'g.other_names as otherNames'])
    .orderBy('g.position')
    .execute()

/** Every kind of service, in the order in which lists show them. */
export const serviceTypes = (db: Db): Promise<Term[]> =>
  providers(db)
    .selectFrom('service_type as t')
    .select(['t.key', 't.name', 't.other_names as otherNames'])
    .orderBy('t.position')
    .execute()

/** The care groups that a document used for one purpose, while it held. */
export interface CareGroupSet {
  readonly key: string
  readonly purpose: ProvidersTables['care_group_set']['purpose']
  readonly sourceKey: string
  readonly locus: string
  readonly careGroups: readonly Pick<Term, 'key' | 'name'>[]
}

/** A partnership's sets of care groups that held on a day. */
export async function careGroupSetsOn(db: Db, partnership: string, on: IsoDate): Promise<CareGroupSet[]> {
  const rows = await providers(db)
    .selectFrom('care_group_set as s')
    .innerJoin('care_group_set_member as m', 'm.set_key', 's.key')
    .innerJoin('care_group as g', 'g.key', 'm.care_group_key')
    .select(['s.key', 's.purpose', 's.source_key as sourceKey', 's.locus', 'g.key as groupKey', 'g.name'])
    .where('s.partnership', '=', partnership)
    .where(sql<boolean>`s.valid @> ${on}::date`)
    .orderBy('s.key')
    .orderBy('m.position')
    .execute()
  return [...Map.groupBy(rows, (row) => row.key).values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const { groupKey: _, name: __, ...set } = first
    return [{ ...set, careGroups: [first, ...rest].map(({ groupKey, name }) => ({ key: groupKey, name })) }]
  })
}

/** A regulator's scale with its grades, best first. */
export interface RatingScale {
  readonly key: string
  readonly regulator: string
  readonly nation: ProvidersTables['rating_scale']['nation']
  readonly note: string
  readonly questions: readonly { readonly key: string; readonly words: string }[]
  readonly grades: readonly { readonly value: string; readonly rank: number; readonly word: string }[]
}

/** The rating scales that held on a day. */
export async function ratingScalesOn(db: Db, on: IsoDate): Promise<RatingScale[]> {
  const scales = await providers(db)
    .selectFrom('rating_scale as s')
    .select(['s.key', 's.regulator', 's.nation', 's.note', 's.questions'])
    .where(sql<boolean>`s.valid @> ${on}::date`)
    .orderBy('s.key')
    .execute()
  const grades = await providers(db).selectFrom('rating as r').selectAll().orderBy('r.rank', 'desc').execute()
  return scales.map((scale) => ({
    ...scale,
    grades: grades
      .filter((grade) => grade.scale_key === scale.key)
      .map(({ value, rank, word }) => ({ value, rank, word })),
  }))
}
