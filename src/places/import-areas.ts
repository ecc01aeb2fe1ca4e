import { type Partnership, systemActor } from '../core/auth/index.ts'
import type { Database, Db } from '../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  recordImport,
  runImport,
  type SourceFile,
} from '../core/import/index.ts'
import { chooseAreas } from './commands/choose-areas.ts'
import { saveAreas } from './commands/save-areas.ts'
import { foldedName } from './folded-name.ts'
import { importBoundaries, isJson } from './import-boundaries.ts'
import type { KnownArea, KnownAreas } from './known-areas.ts'
import { knownAreas } from './queries/known-areas.ts'
import { type AreaRow, areaColumns, placeKey, readArea } from './read-area.ts'

/** Imports areas and their places in hierarchies, or their boundaries when the file is GeoJSON; those in the file become areas that the partnership works with. */
export async function importAreas(
  database: Database,
  partnership: Pick<Partnership, 'id' | 'areaCode'>,
  file: SourceFile,
  options: ImportOptions & {
    readonly at: Date
    /** The key of the source that boundaries are from. */
    readonly source?: string | undefined
  },
): Promise<ImportReport> {
  if (await isJson(file)) return importBoundaries(database, partnership, file, options)
  const actor = systemActor(partnership.id)
  const layout: Layout<AreaRow, KnownAreas> = {
    columns: () => areaColumns,
    known: (db) => knownAreas(db, partnership.id),
    read: readArea,
    keyOf: placeKey,
    apply: async (db, rows) => {
      const outcome = await applyAreas(db, partnership, rows)
      return recordImport(db, actor, options.at, outcome, {
        event: 'places.areas-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function applyAreas(
  db: Db,
  { id, areaCode }: Pick<Partnership, 'id' | 'areaCode'>,
  rows: readonly AreaRow[],
): Promise<Outcome> {
  const { areas: standing } = await knownAreas(db, id)
  const outcomes = rows.map((row) => outcomeOf(row, standing.get(row.code)))
  const fresh = rows.filter((_, index) => outcomes[index] !== 'unchanged')
  // The last row of an area wins for what it is; its name stands as others know it.
  const areas = Map.groupBy(fresh, (row) => row.code)
  const named = [...areas.values()].map((of) => ({
    ...settledAs(of.at(-1) as AreaRow, standing),
    otherNames: of.flatMap((row) => [row.name, ...row.otherNames]),
    previousCodes: [],
  }))
  await saveAreas(
    db,
    named,
    fresh.map(({ hierarchy, code, parent, note }) => ({ hierarchy, code, parent, note })),
    false,
  )
  await chooseAreas(db, id, [areaCode, ...areas.keys()])
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') }
}

function settledAs(row: AreaRow, standing: ReadonlyMap<string, KnownArea>): AreaRow {
  const area = standing.get(row.code)
  return area?.settled ? { ...row, name: area.name } : row
}

function outcomeOf(row: AreaRow, standing: KnownArea | undefined): keyof Outcome {
  const present = standing?.parents.get(row.hierarchy)
  if (!standing?.own || !present) return 'added'
  const same =
    present.parent === row.parent &&
    present.note === row.note &&
    (standing.settled ||
      (standing.name === row.name && standing.kind === row.kind && standing.nation === row.nation)) &&
    row.otherNames.every((name) => standing.names.has(foldedName(name)))
  return same ? 'unchanged' : 'changed'
}
