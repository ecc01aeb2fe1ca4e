import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Source } from '../../../evidence/index.ts'
import { type GapGrid, gapGrid, type NeedCell } from '../../../market/index.ts'
import { type Boundary, boundariesOf } from '../../../places/index.ts'
import { type When, whens } from '../grid-figure.ts'
import { mappedServices } from '../mapped-services.ts'

/** Which cut of the grid an address asks for. */
export interface GapsAsked {
  readonly by?: string | undefined
  readonly service?: string | undefined
  readonly when?: string | undefined
  /** "all": the whole grid on a small screen as well. */
  readonly grid?: string | undefined
}

/** What the page of gaps draws. */
export interface GapsContent {
  readonly grid: GapGrid
  /** Key of the service that the map shows; undefined where need is known of none. */
  readonly service: string | undefined
  readonly when: When
  /** Whether the whole grid was asked for, which is too long for a small screen. */
  readonly wholeGrid: boolean
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly sources: ReadonlyMap<string, Source>
}

/** The grid, with the outlines of its areas where they were imported. */
export async function gapsContent(
  db: Db,
  partnership: Partnership,
  asked: GapsAsked,
  sources: ReadonlyMap<string, Source>,
): Promise<GapsContent> {
  const grid = await gapGrid(db, partnership, { by: asked.by }, sources)
  const when = whens.find((one) => one === asked.when) ?? 'now'
  const codes = grid.areas.map(({ code }) => code)
  const known = mappedServices(grid).map(({ key }) => key)
  return {
    grid,
    when,
    wholeGrid: asked.grid === 'all',
    service: known.find((key) => key === asked.service) ?? mostTold(grid, known),
    boundaries: codes.length > 0 ? await boundariesOf(db, codes) : new Map(),
    sources,
  }
}

/** The service with a gap in most areas, the first of several. */
function mostTold({ cells, whole }: GapGrid, services: readonly string[]): string | undefined {
  const told = Map.groupBy(
    cells.filter((cell) => cell.area.code !== whole.code && isTold(cell)),
    ({ service }) => service.key,
  )
  return services.toSorted((a, b) => (told.get(b)?.length ?? 0) - (told.get(a)?.length ?? 0))[0]
}

const isTold = ({ gap, forecast }: NeedCell): boolean => gap !== null || (forecast?.gap ?? null) !== null
