import type { Db } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import { foldedName } from '../folded-name.ts'
import type { KnownArea, KnownAreas } from '../known-areas.ts'
import { places } from '../schema.ts'

/** All areas as they stand, seen from one partnership. */
export async function knownAreas(db: Db, partnershipId: Id): Promise<KnownAreas> {
  const view = places(db)
  const rows = await view.selectFrom('area as a').selectAll().execute()
  const used = await view.selectFrom('partnership_area as p').selectAll().execute()
  const own = new Set(used.filter((row) => row.partnership_id === partnershipId).map((row) => row.code))
  const others = new Set(used.filter((row) => row.partnership_id !== partnershipId).map((row) => row.code))
  const areas = new Map(
    rows.map(({ reference, ...area }): [string, KnownArea] => [
      area.code,
      {
        ...area,
        settled: reference || others.has(area.code),
        agreed: reference || others.has(area.code),
        own: own.has(area.code),
        names: new Set([foldedName(area.name)]),
        parents: new Map(),
      },
    ]),
  )
  const names = await view.selectFrom('area_name as n').selectAll().execute()
  for (const { code, folded, previous_code } of names) if (!previous_code) areas.get(code)?.names.add(folded)
  const parents = await view.selectFrom('area_parent as m').selectAll().execute()
  for (const { code, hierarchy, parent, note } of parents) areas.get(code)?.parents.set(hierarchy, { parent, note })
  const earlier = names.filter((name) => name.previous_code).map(({ name, code }): [string, string] => [name, code])
  return { areas, earlier: new Map(earlier), placed: new Set() }
}
