import type { Content } from '../govuk/index.ts'
import { safeUrl } from '../safe-url.ts'
import { Legend } from './legend.tsx'
import { type ChartProps, Plot } from './plot.tsx'
import type { LegendEntry, TileClass } from './tile-class.ts'

/** One area as a square; `column` and `row` count from 1, at most 12. */
export interface Tile {
  readonly name: string
  readonly column: number
  readonly row: number
  readonly tileClass: TileClass
  /** As it is read, with its sign: "−24%". */
  readonly value: string
  /** What the colour says, in words: "1,780 short". */
  readonly note?: string | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
}

export interface TileMapProps extends ChartProps {
  readonly tiles: readonly Tile[]
  readonly legend: readonly LegendEntry[]
}

/** Columns that still have room for names on a phone. */
const narrowColumns = 4

/** A map of equal squares, each about where its area lies, so that small areas count as much as large ones. */
export function TileMap({ tiles, legend, alternative, table, tableOpen }: TileMapProps) {
  const outside = tiles.find(({ column, row }) => ![column, row].every((n) => Number.isInteger(n) && n >= 1 && n <= 12))
  if (outside) throw new RangeError(`The tile of ${outside.name} lies outside the 12 by 12 squares of a map`)
  const wide = tiles.some(({ column }) => column > narrowColumns)
  return (
    <Plot table={table} tableOpen={tableOpen}>
      <Legend entries={legend} />
      <ul class={wide ? 'm-tiles m-tiles--wide' : 'm-tiles m-tiles--4'} aria-label={alternative}>
        {tiles.map((tile) => (
          <li class={`m-col-${tile.column} m-row-${tile.row}`}>
            <Square tile={tile} />
          </li>
        ))}
      </ul>
    </Plot>
  )
}

function Square({ tile: { name, value, note, tileClass, href, current } }: { readonly tile: Tile }) {
  const content: Content = (
    <>
      <span class="m-tile__name">{name}</span>{' '}
      <span>
        <b class="m-tile__value">{value}</b> {note ? <small>{note}</small> : null}
      </span>
    </>
  )
  const names = `m-tile ${tileClass}`
  const here = current ? 'true' : undefined
  return href ? (
    <a class={names} href={safeUrl(href)} aria-current={here}>
      {content}
    </a>
  ) : (
    <div class={names} aria-current={here}>
      {content}
    </div>
  )
}
