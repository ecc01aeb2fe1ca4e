import { sql } from 'kysely'
import { type Db, keptPlan } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Area, Parent } from '../area.ts'
import { foldedName } from '../folded-name.ts'
import { type Hierarchy, hierarchiesFrom } from '../hierarchy.ts'
import { places } from '../schema.ts'

const columns = ['a.code', 'a.name', 'a.kind', 'a.nation'] as const

/** The areas that a partnership works with, by kind and name, each with the areas directly above it. One query. */
export async function areasOf(
  db: Db,
  partnershipId: Id,
  filter: { readonly kind?: string } = {},
): Promise<(Area & { readonly parents: readonly Parent[] })[]> {
  const query = ownAndAbove(db, partnershipId)
    .orderBy('own.kind')
    .orderBy('own.name')
    .orderBy('own.code')
    .orderBy('m.hierarchy')
  const rows = await (filter.kind ? query.where('own.kind', '=', filter.kind) : query).execute()
  return [...Map.groupBy(rows, ({ of }) => of)].flatMap(([of, [first, ...others]]) =>
    first
      ? [
          {
            ...ownArea(of, first),
            parents: [first, ...others].flatMap(({ hierarchy, code, name }) =>
              hierarchy !== null && code !== null && name !== null ? [{ hierarchy, code, name }] : [],
            ),
          },
        ]
      : [],
  )
}

/** Each own area beside each area above it; one with nothing above it once, beside nothing. */
const ownAndAbove = (db: Db, partnershipId: Id) =>
  places(db)
    .selectFrom('partnership_area as p')
    .innerJoin('area as own', 'own.code', 'p.code')
    .leftJoin('area_parent as m', 'm.code', 'p.code')
    .leftJoin('area as a', 'a.code', 'm.parent')
    .select(['own.code as of', 'own.name as ofName', 'own.kind as ofKind', 'own.nation as ofNation'])
    .select(['m.hierarchy', 'm.note', ...columns])
    .where('p.partnership_id', '=', partnershipId)

const ownArea = (
  code: string,
  { ofName: name, ofKind: kind, ofNation: nation }: { ofName: string; ofKind: string; ofNation: Area['nation'] },
): Area => ({ code, name, kind, nation })

/** The ways in which a partnership's ground is divided, each as a tree that ends above at an area it may only lie in. One query. */
export async function hierarchiesOf(db: Db, partnershipId: Id): Promise<Hierarchy[]> {
  const rows = await ownAndAbove(db, partnershipId).modifyEnd(keptPlan).execute()
  const areas = new Map<string, Area>()
  const memberships = rows.flatMap(({ of, hierarchy, note, code, name, kind, nation, ...own }) => {
    areas.set(of, ownArea(of, own))
    if (hierarchy === null || code === null || name === null || kind === null || nation === null) return []
    if (!areas.has(code)) areas.set(code, { code, name, kind, nation })
    return [{ hierarchy, code: of, parent: code, note }]
  })
  return hierarchiesFrom(memberships, areas)
}

/** One area by its present code, or "not found". */
export async function areaByCode(db: Db, code: string): Promise<Area> {
  const found = await places(db).selectFrom('area as a').select(columns).where('a.code', '=', code).executeTakeFirst()
  if (!found) throw notFound(`An area with the code “${code}”`)
  return found
}

/** The code that an area has now, by one that it had before; undefined when none had it. */
export async function presentCodeOf(db: Db, earlier: string): Promise<string | undefined> {
  const [found, ...others] = await places(db)
    .selectFrom('area_name as n')
    .select('n.code')
    .where('n.previous_code', '=', true)
    .where('n.folded', '=', foldedName(earlier))
    .limit(2)
    .execute()
  return others.length === 0 ? found?.code : undefined
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
