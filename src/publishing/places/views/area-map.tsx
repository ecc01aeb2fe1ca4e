import { BoundaryMap, type LegendEntry, type TileClass, TileMap } from '../../../core/ui/charts/index.ts'
import { DataTable, type TableData } from '../../../core/ui/parts/index.ts'
import type { Source } from '../../../evidence/index.ts'
import type { Boundary } from '../../../places/index.ts'
import { tilePositions } from '../../tile-positions.ts'
import { BoundarySource } from './boundary-source.tsx'

/** One area of a map, and what is said of it. */
export interface MapArea {
  readonly code: string
  readonly name: string
  readonly tileClass: TileClass
  /** As it is read, with its sign: "−24%"; may be blank. */
  readonly value: string
  /** What the colour says, in words: "1,780 short". */
  readonly note?: string | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
}

export interface AreaMapProps {
  readonly slug: string
  readonly areas: readonly MapArea[]
  /** What `boundariesOf` read for these areas. */
  readonly boundaries: ReadonlyMap<string, Boundary>
  /** Names, licences and copyright words of what boundaries were imported from. */
  readonly sources?: ReadonlyMap<string, Source> | undefined
  readonly legend: readonly LegendEntry[]
  /** Says what the map shows to those who don't see it. */
  readonly alternative: string
  readonly table: TableData
  readonly tableOpen?: boolean | undefined
}

/** A map of areas: their boundaries, with whose work they are, where all of them were imported, else squares where each has its place, else the table alone. */
export function AreaMap({ slug, sources, areas, boundaries, legend, alternative, table, tableOpen }: AreaMapProps) {
  const shaped = areas.flatMap((area) => {
    const shape = boundaries.get(area.code)?.geometry.coordinates
    return shape ? [{ ...area, shape }] : []
  })
  const common = { legend, alternative, table, tableOpen }
  if (shaped.length === areas.length && areas.length > 0) {
    return (
      <>
        <BoundaryMap areas={shaped} {...common} />
        <BoundarySource slug={slug} boundaries={boundaries} sources={sources} />
      </>
    )
  }
  const positions = tilePositions(areas.map(({ code }) => code))
  if (!positions) return <DataTable {...table} />
  const tiles = areas.map((area) => ({ ...area, column: 1, row: 1, ...positions.get(area.code) }))
  return <TileMap tiles={tiles} {...common} />
}
