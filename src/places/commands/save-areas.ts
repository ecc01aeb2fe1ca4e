import { sql } from 'kysely'
import { type Db, json } from '../../core/db/index.ts'
import type { Area } from '../area.ts'
import { foldedName } from '../folded-name.ts'
import type { Membership } from '../hierarchy.ts'
import { places } from '../schema.ts'

/** An area with every other way to say it. */
export interface NamedArea extends Area {
  readonly otherNames: readonly string[]
  readonly previousCodes: readonly string[]
}

/** Writes areas, their names and their places in hierarchies; rows that stand already as given are not touched. */
export async function saveAreas(
  db: Db,
  areas: readonly NamedArea[],
  memberships: readonly Membership[],
  reference: boolean,
): Promise<void> {
  const view = places(db)
  const rows = areas.map(({ code, name, kind, nation }) => ({ code, name, kind, nation }))
  await sql`insert into area (code, name, kind, nation, reference)
    select code, name, kind, nation, ${reference}::boolean
      from jsonb_to_recordset(${json(rows)}) as g (code text, name text, kind text, nation text)
    on conflict (code) do update set name = excluded.name, kind = excluded.kind, nation = excluded.nation,
        reference = area.reference or excluded.reference
      where (area.name, area.kind, area.nation, area.reference)
        is distinct from (excluded.name, excluded.kind, excluded.nation, area.reference or excluded.reference)`.execute(
    view,
  )
  await sql`insert into area_name (code, folded, name, previous_code)
    select code, folded, name, previous_code
      from jsonb_to_recordset(${json(areas.flatMap(namesOf))})
        as g (code text, folded text, name text, previous_code boolean)
    on conflict (code, folded) do nothing`.execute(view)
  await sql`insert into area_parent (hierarchy, code, parent, note)
    select hierarchy, code, parent, note
      from jsonb_to_recordset(${json(memberships)}) as g (hierarchy text, code text, parent text, note text)
    on conflict (hierarchy, code) do update set parent = excluded.parent, note = excluded.note
      where (area_parent.parent, area_parent.note) is distinct from (excluded.parent, excluded.note)`.execute(view)
}

/** The names to look an area up by, each once. */
function namesOf(area: NamedArea) {
  const names = [area.name, ...area.otherNames].map((name) => ({ name, previous_code: false }))
  const codes = area.previousCodes.map((name) => ({ name, previous_code: true }))
  const rows = [...names, ...codes].map((row) => ({ code: area.code, folded: foldedName(row.name), ...row }))
  return [...new Map(rows.reverse().map((row) => [row.folded, row])).values()]
}
