import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { type CitedFigure, indicatorsOf, type Source, sourceMap } from '../../../evidence/index.ts'
import { type GapGrid, gapGrid, populationsOf } from '../../../market/index.ts'
import {
  type Area,
  areasAt,
  type Boundary,
  boundariesOf,
  codesWithin,
  type Hierarchy,
  hierarchiesOf,
  type Level,
  type LineAbove,
  levelsOf,
  linesAbove,
  type Parts,
  partsOf,
} from '../../../places/index.ts'
import { type AreaTally, type SupplyTerms, supplyTerms, tallyOf } from '../../../providers/index.ts'
import { areaIn } from '../area-in.ts'
import { type PeopleTable, peopleOf } from '../people-of.ts'

/** All that is known of one area of a partnership. */
export interface PlaceContent {
  readonly area: Area
  readonly hierarchies: readonly Hierarchy[]
  /** Where it lies, in each hierarchy. */
  readonly lines: readonly LineAbove[]
  /** What it is divided into. */
  readonly parts: readonly Parts[]
  /** The level that its map shows, with the boundaries that were imported. */
  readonly level: Level | undefined
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly people: PeopleTable | undefined
  /** The register's services in it; undefined when no register of it is known. */
  readonly tally: AreaTally | undefined
  readonly terms: SupplyTerms
  readonly cells: GapGrid['cells']
  /** The figures that documents print for it; none for the whole, of which the statement is full. */
  readonly figures: readonly CitedFigure[]
  readonly sources: ReadonlyMap<string, Source>
}

/** What an area's page shows; undefined when the partnership does not work with it. At most eleven queries. */
export async function placeContent(
  db: Db,
  partnership: Partnership,
  code: string,
  today: IsoDate,
): Promise<PlaceContent | undefined> {
  const own = { code: partnership.areaCode, name: partnership.title }
  const hierarchies = await hierarchiesOf(db, partnership.id)
  const area = areaIn(hierarchies, code)
  if (!area) return undefined
  const sources = await sourceMap(db)
  const inside = codesWithin(hierarchies, own.code).has(code)
  const whole = await tallyOf(db, inside ? own.code : code)
  const terms = await supplyTerms(db, whole?.asOf ?? today)
  const grid = await gapGrid(db, partnership, { area: code }, sources, {
    hierarchies,
    types: terms.types,
    ...(inside ? { tally: whole } : {}),
  })
  const [population] = await populationsOf(db, [area], { sexes: ['all'] }, sources)
  const level = levelOf(hierarchies, own, code)
  return {
    area,
    hierarchies,
    lines: linesAbove(hierarchies, code),
    parts: partsOf(hierarchies, code),
    level,
    boundaries: await boundariesOf(db, level?.areas.map((one) => one.code) ?? []),
    people: population && peopleOf(population),
    tally: whole && (code === whole.area.code ? whole : within(whole, area, codesWithin(hierarchies, code))),
    terms,
    cells: grid.cells,
    figures: code === own.code ? [] : await indicatorsOf(db, partnership.id, { area: code }, sources),
    sources,
  }
}

const within = (whole: AreaTally, { code, name }: Area, codes: ReadonlySet<string>): AreaTally => ({
  ...whole,
  area: { code, name },
  rows: whole.rows.filter(({ place }) => codes.has(place)),
})

/** The first level that says where an area lies: it is one of its areas, has some of them or lies in one. */
function levelOf(hierarchies: readonly Hierarchy[], own: { code: string; name: string }, code: string) {
  const inside = codesWithin(hierarchies, code)
  return levelsOf(hierarchies, own).find(
    ({ key, areas }) =>
      areas.some((area) => inside.has(area.code)) || areasAt(hierarchies, own, key).ancestorAt(code) !== undefined,
  )
}
