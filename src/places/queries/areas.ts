import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Area, Parent } from '../area.ts'
import { type Hierarchy, hierarchiesFrom } from '../hierarchy.ts'
import { places } from '../schema.ts'

const columns = ['a.code', 'a.name', 'a.kind', 'a.nation'] as const

/** The areas that a partnership works with, by kind and name, each with the areas directly above it. */
export async function areasOf(
  db: Db,
  partnershipId: Id,
  filter: { readonly kind?: string } = {},
): Promise<(Area & { readonly parents: readonly Parent[] })[]> {
  let query = places(db)
    .selectFrom('partnership_area as p')
    .innerJoin('area as a', 'a.code', 'p.code')
    .select(columns)
    .where('p.partnership_id', '=', partnershipId)
    .orderBy('a.kind')
    .orderBy('a.name')
    .orderBy('a.code')
  if (filter.kind) query = query.where('a.kind', '=', filter.kind)
  const areas = await query.execute()
  const parents = Map.groupBy(await parentsIn(db, partnershipId), (parent) => parent.of)
  return areas.map((area) => ({
    ...area,
    parents: (parents.get(area.code) ?? []).map(({ hierarchy, code, name }) => ({ hierarchy, code, name })),
  }))
}

/** The codes and names of the areas that a partnership works with, for looking things up by area. */
export const areaNamesOf = (db: Db, partnershipId: Id): Promise<Pick<Area, 'code' | 'name'>[]> =>
  places(db)
    .selectFrom('partnership_area as p')
    .innerJoin('area as a', 'a.code', 'p.code')
    .select(['a.code', 'a.name'])
    .where('p.partnership_id', '=', partnershipId)
    .orderBy('a.code')
    .execute()

const parentsIn = (db: Db, partnershipId: Id) =>
  places(db)
    .selectFrom('partnership_area as p')
    .innerJoin('area_parent as m', 'm.code', 'p.code')
    .innerJoin('area as a', 'a.code', 'm.parent')
    .select(['m.code as of', 'm.hierarchy', ...columns, 'm.note'])
    .where('p.partnership_id', '=', partnershipId)
    .orderBy('m.hierarchy')
    .execute()

/** The ways in which a partnership's ground is divided, each as a tree that ends above at an area it may only lie in. */
export async function hierarchiesOf(db: Db, partnershipId: Id): Promise<Hierarchy[]> {
  const own = await places(db)
    .selectFrom('partnership_area as p')
    .innerJoin('area as a', 'a.code', 'p.code')
    .select(columns)
    .where('p.partnership_id', '=', partnershipId)
    .execute()
  const parents = await parentsIn(db, partnershipId)
  const area = ({ code, name, kind, nation }: Area): [string, Area] => [code, { code, name, kind, nation }]
  return hierarchiesFrom(
    parents.map(({ hierarchy, of, code, note }) => ({ hierarchy, code: of, parent: code, note })),
    new Map([...parents.map(area), ...own.map(area)]),
  )
}

/** One area by its present code, or "not found". */
export async function areaByCode(db: Db, code: string): Promise<Area> {
  const found = await places(db).selectFrom('area as a').select(columns).where('a.code', '=', code).executeTakeFirst()
  if (!found) throw notFound(`An area with the code “${code}”`)
  return found
}

/** Every area below another, in whatever hierarchy: the wards of a council, the councils of a health board and their wards. */
export async function areasWithin(db: Db, code: string): Promise<Area[]> {
  const found = await sql<Area>`with recursive below (code) as (
      select code from area_parent where parent = ${code}
      union
      select m.code from area_parent m join below b on m.parent = b.code
    )
    select a.code, a.name, a.kind, a.nation from area a join below b using (code)
    where a.code <> ${code} order by a.kind, a.name, a.code`.execute(places(db))
  return found.rows
}
