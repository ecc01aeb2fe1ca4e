import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Source, sourceMap } from '../../../evidence/index.ts'
import {
  type AreasAt,
  areasAt,
  type Boundary,
  boundariesOf,
  type Hierarchy,
  hierarchiesOf,
  type Level,
  levelsOf,
} from '../../../places/index.ts'
import { type AreaTally, tallyOf } from '../../../providers/index.ts'

/** Every area of a partnership, and one way to cut it. */
export interface PlacesContent {
  readonly hierarchies: readonly Hierarchy[]
  readonly levels: readonly Level[]
  readonly cut: AreasAt
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly sources: ReadonlyMap<string, Source>
  readonly tally: AreaTally | undefined
}

/** What the page of all areas shows, cut as asked. At most six queries. */
export async function placesContent(
  db: Db,
  { id, areaCode, title }: Partnership,
  by: string | undefined,
): Promise<PlacesContent> {
  const own = { code: areaCode, name: title }
  const hierarchies = await hierarchiesOf(db, id)
  const cut = areasAt(hierarchies, own, by)
  const boundaries = await boundariesOf(
    db,
    cut.areas.map(({ code }) => code),
  )
  return {
    hierarchies,
    levels: levelsOf(hierarchies, own),
    cut,
    boundaries,
    sources: boundaries.size > 0 ? await sourceMap(db) : new Map(),
    tally: await tallyOf(db, areaCode),
  }
}
