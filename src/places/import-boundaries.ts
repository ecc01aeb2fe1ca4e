import { type Partnership, systemActor } from '../core/auth/index.ts'
import { asActor, type Database, type Db } from '../core/db/index.ts'
import { MercatError } from '../core/errors/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  listedRejections,
  type Outcome,
  orUndone,
  recordImport,
  type SourceFile,
} from '../core/import/index.ts'
import { checkCoordinates, checkHoles, checkRings } from './check-geometry.ts'
import { chooseAreas } from './commands/choose-areas.ts'
import { type SavedBoundary, saveBoundaries } from './commands/save-boundaries.ts'
import type { KnownAreas } from './known-areas.ts'
import { areaResolver } from './queries/area-resolver.ts'
import { areasWithin } from './queries/areas.ts'
import { knownAreas } from './queries/known-areas.ts'
import { type GeoFile, readGeoJson } from './read-geojson.ts'
import { simplifyShapes } from './simplify-shapes.ts'
import { type Atlas, type TakenFeature, takeFeatures } from './take-features.ts'

/** A map is read whole, and a larger file would hold up everybody else. */
const mostMegabytes = 50

/** Points that an area keeps on average: to be drawn small, and to tell on which side of a border a point lies. */
const detail = { outline: 125, ground: 2500 }

/** Imports where the edges of a partnership's areas run from GeoJSON; a file whose map can't be trusted is refused whole. */
export async function importBoundaries(
  database: Database,
  partnership: Pick<Partnership, 'id' | 'areaCode'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date; readonly source?: string | undefined },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const map = readGeoJson(file.name, await textOf(file))
  checkCoordinates(file.name, map)
  options.onProgress?.({ rows: map.features.length })
  const atlas = await asActor(database, actor, (db) => atlasOf(db, partnership))
  const { taken, rejected } = takeFeatures(map.features, atlas)
  const flagged = checkRings(file.name, taken)
  if (!options.yes) checkHoles(file.name, taken, map)
  const applied = taken.length > 0 && !(options.allOrNothing && rejected.length > 0)
  // All that needs no database is done before the transaction.
  const boundaries = applied ? boundariesFrom(taken, map, options.source ?? null) : []
  const outcome = await orUndone(database, actor, options.dryRun === true, async (db) => {
    if (!applied) return { added: 0, changed: 0, unchanged: 0 }
    const saved = await saveBoundaries(db, boundaries)
    await chooseAreas(db, partnership.id, [partnership.areaCode, ...boundaries.map(({ code }) => code)])
    return recordImport(db, actor, options.at, outcomeOf(saved, boundaries, atlas.areas), {
      event: 'places.boundaries-imported',
      subject: { kind: 'partnership', id: partnership.id },
      file: file.name,
    })
  })
  return {
    file: file.name,
    read: map.features.length,
    ...outcome,
    rejected: rejected.slice(0, listedRejections),
    rejectedRows: rejected.length,
    ...(applied ? { flagged, flaggedRows: flagged.length } : {}),
    dryRun: options.dryRun === true,
    applied,
  }
}

/** Whether a file looks like JSON: by its name, or because a table never starts so. */
export async function isJson(file: SourceFile): Promise<boolean> {
  if (/\.(geo)?json$/i.test(file.name)) return true
  for await (const chunk of file.chunks()) return /^\uFEFF?\s*[{[]/.test(new TextDecoder().decode(chunk.slice(0, 200)))
  return false
}

async function textOf(file: SourceFile): Promise<string> {
  if (file.size > mostMegabytes * 1e6) {
    const size = `${file.name} has ${Math.ceil(file.size / 1e6)} MB, more than the ${mostMegabytes} MB of a map that is read whole.`
    throw new MercatError(
      'too-large',
      size,
      'Take a generalised edition of the boundaries, or only the areas you need.',
    )
  }
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of file.chunks()) text += decoder.decode(chunk, { stream: true })
  return (text + decoder.decode()).replace(/^\uFEFF/, '')
}

async function atlasOf(
  db: Db,
  { id, areaCode }: Pick<Partnership, 'id' | 'areaCode'>,
): Promise<Atlas & Pick<KnownAreas, 'areas'>> {
  const areaOf = await areaResolver(db, id)
  const { areas } = await knownAreas(db, id)
  const below = await areasWithin(db, areaCode)
  const chosen = [...areas.values()].filter(({ own }) => own)
  return { areaOf, areas, own: new Set([areaCode, ...[...chosen, ...below].map(({ code }) => code)]) }
}

/** An area that the partnership did not work with before is news, though its boundary stood. */
function outcomeOf(
  saved: readonly (keyof Outcome)[],
  boundaries: readonly SavedBoundary[],
  areas: KnownAreas['areas'],
): Outcome {
  const news = saved.map((one, i) =>
    one === 'unchanged' && !areas.get(boundaries[i]?.code ?? '')?.own ? 'changed' : one,
  )
  const count = (what: keyof Outcome) => news.filter((one) => one === what).length
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') }
}

function boundariesFrom(
  taken: readonly TakenFeature[],
  { attribution }: GeoFile,
  source: string | null,
): SavedBoundary[] {
  const shapes = taken.map(({ feature }) => feature.shape)
  const outlines = simplifyShapes(shapes, detail.outline)
  const grounds = simplifyShapes(shapes, detail.ground)
  return taken.map(({ area, edition }, i) => ({
    code: area.code,
    outline: outlines[i],
    ground: grounds[i],
    edition,
    source_key: source,
    attribution,
  }))
}
