import { sql } from 'kysely'
import { type Db, json } from '../../core/db/index.ts'
import { places } from '../schema.ts'

/** The boundary of an area as it is kept: for drawing, and for finding where points lie. */
export interface SavedBoundary {
  readonly code: string
  readonly outline: unknown
  readonly ground: unknown
  readonly edition: string | null
  readonly source_key: string | null
  readonly attribution: string | null
}

/** Writes boundaries and tells for each area what came of it; those that stand already as given are not touched. */
export async function saveBoundaries(
  db: Db,
  boundaries: readonly SavedBoundary[],
): Promise<('added' | 'changed' | 'unchanged')[]> {
  const view = places(db)
  const { rows: before } = await sql<{ code: string }>`select code from area_boundary
    where code in (select jsonb_array_elements_text(${json(boundaries.map(({ code }) => code))}))`.execute(view)
  const { rows: written } = await sql<{ code: string }>`insert into area_boundary as b
      (code, outline, ground, edition, source_key, attribution)
    select code, outline, ground, edition, source_key, attribution
      from jsonb_to_recordset(${json(boundaries)}) as g
        (code text, outline jsonb, ground jsonb, edition text, source_key text, attribution text)
    on conflict (code) do update set outline = excluded.outline, ground = excluded.ground, edition = excluded.edition,
        source_key = excluded.source_key, attribution = excluded.attribution
      where (b.outline, b.ground, b.edition, b.source_key, b.attribution)
        is distinct from (excluded.outline, excluded.ground, excluded.edition, excluded.source_key, excluded.attribution)
    returning code`.execute(view)
  const [standing, touched] = [before, written].map((rows) => new Set(rows.map(({ code }) => code)))
  return boundaries.map(({ code }) => (touched?.has(code) ? (standing?.has(code) ? 'changed' : 'added') : 'unchanged'))
}
