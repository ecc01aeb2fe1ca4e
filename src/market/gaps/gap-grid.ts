import type { FigureUnit } from '../../evidence/index.ts'
import { areasAt, codesWithin, levelsOf } from '../../places/index.ts'
import { cellsOf, type GridParts } from './grid-cells.ts'
import type { NeedCell } from './need-cell.ts'
import type { Named, Volume } from './volume.ts'

/** An area of a grid: its group is the area between it and the whole. */
export interface GridArea {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly group: string | null
}

/** A kind of service of a grid. */
export interface GridService extends Named {
  /** What its need or supply is counted in; null where nothing is counted. */
  readonly unit: FigureUnit | null
  /** Whether anything but supply is known of it somewhere: need, a forecast, a target, a shortage. */
  readonly needKnown: boolean
}

/** Every area by every service. */
export interface GapGrid {
  /** The key of the level that cuts; null when nothing is smaller than the whole. */
  readonly by: string | null
  readonly levels: readonly {
    readonly key: string
    readonly name: string
    readonly one: string
    readonly areas: number
  }[]
  readonly whole: { readonly code: string; readonly name: string }
  readonly areas: readonly GridArea[]
  readonly services: readonly GridService[]
  /** Of which something is known: the whole first, then area by area. */
  readonly cells: readonly NeedCell[]
  /** What documents name as short or as a target anywhere, in areas of whatever cut. */
  readonly named: readonly Volume[]
  /** The day of the register; null when none is known. */
  readonly asOf: string | null
  /** Whether any of the register is invented. */
  readonly demonstration: boolean
}

/** Which part of a grid is wanted. */
export interface GridAsked {
  /** The key of the level that cuts. */
  readonly by?: string | undefined
  /** The code of one area, in place of all. */
  readonly area?: string | undefined
  /** The key of one kind of service, in place of all. */
  readonly service?: string | undefined
  /** These areas, in place of those of a cut. */
  readonly areas?: readonly { readonly code: string; readonly name: string }[] | undefined
}

/** The grid of a partnership: every area of a cut, and the whole, by every service that anything is known of. */
export function gapGridOf(parts: GridParts, asked: GridAsked = {}): GapGrid {
  const { whole, hierarchies, tally } = parts
  const levels = levelsOf(hierarchies, whole)
  const cut = areasAt(hierarchies, whole, asked.by)
  const areas = levels.length > 0 ? cut.areas.map((area) => ({ ...area, group: area.group?.name ?? null })) : []
  const cellAt = cellsOf(parts)
  const wanted = parts.types.filter(({ key }) => asked.service === undefined || key === asked.service)
  const one = asked.area === undefined ? undefined : areaNamed(parts, asked.area)
  // Of an area above only its part here would be known.
  const within = codesWithin(hierarchies, whole.code)
  const own = asked.areas?.filter(({ code }) => code === whole.code || within.has(code))
  const shown = own ?? (asked.area === undefined ? [whole, ...areas] : one ? [one] : [])
  const cells = shown.flatMap((area) => wanted.flatMap((service) => cellAt(area, service) ?? []))
  const byService = Map.groupBy(cells, ({ service }) => service.key)
  // Of a single area only what is known there; of the whole also what is told of a part that the cut does not show.
  const everywhere = !one || one.code === whole.code
  const told = Map.groupBy(everywhere ? parts.volumes : [], ({ service }) => service.key)
  return {
    by: levels.length > 0 ? cut.key : null,
    levels: levels.map(({ key, name, one, areas: { length } }) => ({ key, name, one, areas: length })),
    whole,
    areas: one ? [] : areas.map(({ code, name, kind, group }) => ({ code, name, kind, group })),
    services: wanted.flatMap(({ key, name }) => {
      const [of, volumes] = [byService.get(key) ?? [], told.get(key) ?? []]
      const needKnown = of.some(isNeedKnown) || volumes.some(isNeedTold)
      return of.length + volumes.length > 0 ? [{ key, name, unit: unitOf(of), needKnown }] : []
    }),
    cells,
    named: parts.volumes.filter(isNamed),
    asOf: tally?.asOf ?? null,
    demonstration: tally?.demonstration ?? false,
  }
}

/** The cell of one area and service; undefined when nothing is known of it. */
export function cellOf(grid: GapGrid, area: string, service: string): NeedCell | undefined {
  const known = indexes.get(grid)
  const index = known ?? new Map(grid.cells.map((cell) => [`${cell.area.code} ${cell.service.key}`, cell]))
  if (!known) indexes.set(grid, index)
  return index.get(`${area} ${service}`)
}

/** A page looks up hundreds of cells of one grid. */
const indexes = new WeakMap<GapGrid, ReadonlyMap<string, NeedCell>>()

const unitOf = (cells: readonly NeedCell[]): FigureUnit | null =>
  cells
    .flatMap(({ need, forecast: ahead, supply }) => [need?.unit, ahead?.need.unit, supply?.unit])
    .find((unit) => unit !== null && unit !== undefined) ?? null

const isNeedKnown = ({ need, forecast: ahead, targets, shortages, unmet }: NeedCell): boolean =>
  need !== null || ahead !== null || targets.length + shortages.length + unmet.length > 0

const isNamed = ({ role }: Volume): boolean => role === 'shortage' || role === 'target'
const isNeedTold = (volume: Volume): boolean => volume.role === 'need' || isNamed(volume)

function areaNamed({ whole, hierarchies }: GridParts, code: string) {
  if (code === whole.code) return whole
  return levelsOf(hierarchies, whole)
    .flatMap(({ areas }) => areas)
    .find((area) => area.code === code)
}
