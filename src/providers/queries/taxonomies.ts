import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { type ProvidersTables, providers } from '../schema.ts'
import type { ServiceType, Term } from '../term.ts'

/** Every care group, in the order in which lists show them; those used on a day when one is given. */
export function careGroups(db: Db, on?: IsoDate): Promise<Term[]> {
  const query = providers(db)
    .selectFrom('care_group as g')
    .select(['g.key', 'g.name', 'g.other_names as otherNames'])
    .orderBy('g.position')
  return (on ? query.where(sql<boolean>`g.valid @> ${on}::date`) : query).execute()
}

/** Every kind of service, in the order in which lists show them; those used on a day when one is given. */
export function serviceTypes(db: Db, on?: IsoDate): Promise<ServiceType[]> {
  const query = providers(db)
    .selectFrom('service_type as t')
    .select(['t.key', 't.name', 't.other_names as otherNames'])
    .select(['t.counted_in_places as countedInPlaces', 't.lived_in as livedIn'])
    .orderBy('t.position')
  return (on ? query.where(sql<boolean>`t.valid @> ${on}::date`) : query).execute()
}

/** The days on which something held. */
interface Dated {
  /** First day, or null when it always did. */
  readonly validFrom: IsoDate | null
  /** Last day, or null while it does. */
  readonly validTo: IsoDate | null
}

const dates = [
  sql<IsoDate | null>`lower(s.valid)::text`.as('validFrom'),
  // The database keeps the day after the last.
  sql<IsoDate | null>`(upper(s.valid) - 1)::text`.as('validTo'),
] as const

/** The care groups that a document used for one purpose, while it held. */
export interface CareGroupSet extends Dated {
  readonly key: string
  readonly purpose: ProvidersTables['care_group_set']['purpose']
  readonly sourceKey: string
  readonly locus: string
  readonly careGroups: readonly Pick<Term, 'key' | 'name'>[]
}

/** A partnership's sets of care groups, oldest first; those that held on a day when one is given. */
export async function careGroupSets(db: Db, partnership: string, on?: IsoDate): Promise<CareGroupSet[]> {
  const query = providers(db)
    .selectFrom('care_group_set as s')
    .innerJoin('care_group_set_member as m', 'm.set_key', 's.key')
    .innerJoin('care_group as g', 'g.key', 'm.care_group_key')
    .select(['s.key', 's.purpose', 's.source_key as sourceKey', 's.locus', 'g.key as groupKey', 'g.name'])
    .select(dates)
    .where('s.partnership', '=', partnership)
    .orderBy(sql`lower(s.valid)`)
    .orderBy('s.key')
    .orderBy('m.position')
  const rows = await (on ? query.where(sql<boolean>`s.valid @> ${on}::date`) : query).execute()
  return [...Map.groupBy(rows, (row) => row.key).values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const { groupKey: _, name: __, ...set } = first
    return [{ ...set, careGroups: [first, ...rest].map(({ groupKey, name }) => ({ key: groupKey, name })) }]
  })
}

/** A regulator's scale with its grades, best first. */
export interface RatingScale extends Dated {
  readonly key: string
  readonly regulator: string
  readonly nation: ProvidersTables['rating_scale']['nation']
  readonly note: string
  readonly questions: readonly { readonly key: string; readonly words: string }[]
  readonly grades: readonly { readonly value: string; readonly rank: number; readonly word: string }[]
}

/** Every rating scale, those of one regulator in the order of time; those that held on a day when one is given. */
export async function ratingScales(db: Db, on?: IsoDate): Promise<RatingScale[]> {
  const query = providers(db)
    .selectFrom('rating_scale as s')
    .select(['s.key', 's.regulator', 's.nation', 's.note', 's.questions'])
    .select(dates)
    .orderBy('s.regulator')
    .orderBy(sql`lower(s.valid)`)
  const scales = await (on ? query.where(sql<boolean>`s.valid @> ${on}::date`) : query).execute()
  const grades = await providers(db).selectFrom('rating as r').selectAll().orderBy('r.rank', 'desc').execute()
  return scales.map((scale) => ({
    ...scale,
    grades: grades
      .filter((grade) => grade.scale_key === scale.key)
      .map(({ value, rank, word }) => ({ value, rank, word })),
  }))
}
