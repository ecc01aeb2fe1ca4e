import { number } from '../format.ts'
import { gutterSteps } from './frame.ts'
import { type ChartProps, NothingToDraw, Plot } from './plot.tsx'
import { type BarRow, type DrawnRow, rowsLayout } from './rows-layout.ts'
import { round } from './svg-label.tsx'
import { fill, type Tone } from './tone.ts'

/** What each row is made of, in the order of the rows' values. */
export interface BarPart {
  readonly name: string
  readonly tone: Tone
}

export interface StackedBarsProps extends ChartProps {
  readonly parts: readonly BarPart[]
  readonly rows: readonly BarRow[]
  /** How a row's total is written beside it. */
  readonly format?: ((total: number) => string) | undefined
}

/** Lying bars, one for each name, made of up to four parts and ending in their total. */
export function StackedBars({ parts, rows, format = number, alternative, table, tableOpen }: StackedBarsProps) {
  const layout = rowsLayout(rows)
  if (!layout) {
    return (
      <Plot table={table} tableOpen={tableOpen}>
        <NothingToDraw alternative={alternative} />
      </Plot>
    )
  }
  const total = (row: DrawnRow) => (row.total === null ? '[x]' : format(row.total))
  const room = Math.min(6, gutterSteps(layout.rows.map(total), true, 12))
  return (
    <Plot table={table} tableOpen={tableOpen}>
      {parts.length > 1 ? <PartKeys parts={parts} /> : null}
      <div class="m-rows" role="img" aria-label={alternative}>
        {layout.rows.map((row) => (
          <div class="m-rows__row">
            <span class="m-rows__name">{row.name}</span>
            <div class={`m-gr-${room}`}>
              <svg class="m-chart" width="100%" height="22" aria-hidden="true" focusable="false">
                {row.pieces.map(({ part, x, width }) => (
                  <rect
                    class={fill(parts[part]?.tone ?? 'ink')}
                    x={`${round(x)}%`}
                    width={`${round(width)}%`}
                    height="22"
                  />
                ))}
                {row.pieces.slice(1).map((piece, i) => (
                  <Seam left={row.pieces[i]} right={piece} />
                ))}
                <line class="k-ink w1" x1={`${round(layout.zero)}%`} x2={`${round(layout.zero)}%`} y1="0" y2="22" />
                <text class="tb" x={`${round(row.end)}%`} dx="8" y="16">
                  {total(row)}
                </text>
              </svg>
            </div>
          </div>
        ))}
      </div>
    </Plot>
  )
}

/** Thinner than this, in per cent, a part is kept whole rather than set off from the next. */
const thinnest = 1.5

function Seam({
  left,
  right,
}: {
  readonly left: DrawnRow['pieces'][number] | undefined
  readonly right: DrawnRow['pieces'][number]
}) {
  const x = `${round(Math.max(left?.x ?? 0, right.x))}%`
  if (!left || Math.min(left.width, right.width) < thinnest) return null
  return <line class="k-paper w2" x1={x} x2={x} y1="0" y2="22" />
}

function PartKeys({ parts }: { readonly parts: readonly BarPart[] }) {
  return (
    <ul class="m-keys">
      {parts.map(({ name, tone }) => (
        <li>
          <svg width="14" height="14" aria-hidden="true" focusable="false">
            <rect class={fill(tone)} width="14" height="14" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
