import { number } from '../format.ts'
import { type Bar, type BarsLayout, barsLayout } from './bars-layout.ts'
import { type ChartProps, NothingToDraw, Plot } from './plot.tsx'
import { StackedBars } from './stacked-bars.tsx'
import { round, SvgLabel } from './svg-label.tsx'
import { textWidth } from './text.ts'
import { fill, type Tone } from './tone.ts'

export interface BarsProps extends ChartProps {
  readonly bars: readonly Bar[]
  readonly tone?: Tone | undefined
  readonly format?: ((value: number) => string) | undefined
  readonly height?: number | undefined
}

/** The widest name that stands under an upright bar, in pixels. */
const widestName = 90

/** Upright bars, for few or many values in order of time. Bars with long names are laid down instead. */
export function Bars({
  bars,
  tone = 'supply',
  format = number,
  height = 196,
  alternative,
  table,
  tableOpen,
}: BarsProps) {
  if (bars.some(({ label }) => textWidth(label) > widestName)) {
    const rows = bars.map(({ label, value }) => ({ name: label, values: [value] }))
    const parts = [{ name: table.caption, tone }]
    return (
      <StackedBars
        rows={rows}
        parts={parts}
        format={format}
        alternative={alternative}
        table={table}
        tableOpen={tableOpen}
      />
    )
  }
  const layout = barsLayout(bars, height, format)
  return (
    <Plot table={table} tableOpen={tableOpen}>
      {layout ? (
        <Drawing layout={layout} tone={tone} alternative={alternative} />
      ) : (
        <NothingToDraw alternative={alternative} />
      )}
    </Plot>
  )
}

interface DrawingProps {
  readonly layout: BarsLayout
  readonly tone: Tone
  readonly alternative: string
}

function Drawing({ layout: { frame, axis, bars, values, foot, grid, gutter }, tone, alternative }: DrawingProps) {
  return (
    <div class={gutter ? `m-gl-${gutter}` : undefined}>
      <svg class="m-chart" width="100%" height={frame.height} role="img" aria-label={alternative}>
        {grid.map(({ y, text }) => (
          <>
            <line class="k-rule w1" x1="0" x2="100%" y1={round(y)} y2={round(y)} />
            <text class="t2 te" x="0" dx="-8" y={round(y + 5)}>
              {text}
            </text>
          </>
        ))}
        {bars.map(({ bar, x, width, y, height }) => (
          <rect
            class={fill(bar.tone ?? tone)}
            x={`${round(x)}%`}
            width={`${round(width)}%`}
            y={round(y)}
            height={round(height)}
          />
        ))}
        <line class="k-ink w1" x1="0" x2="100%" y1={round(axis)} y2={round(axis)} />
        {[...values, ...foot].map((label) => (
          <SvgLabel label={label} />
        ))}
      </svg>
    </div>
  )
}
