import { number } from '../format.ts'
import { LineDrawing } from './line-drawing.tsx'
import { LineKeys } from './line-keys.tsx'
import { type LineLayout, lineLayout } from './line-layout.ts'
import { type ChartProps, NothingToDraw, Plot } from './plot.tsx'
import type { Series } from './series.ts'

export interface LineChartProps extends ChartProps {
  readonly series: readonly Series[]
  /** How a place along the foot is named; years as they are by default. */
  readonly formatX?: ((x: number) => string) | undefined
  readonly formatY?: ((y: number) => string) | undefined
  /** `false` where nought is far away and means nothing, such as an index of prices. */
  readonly fromZero?: boolean | undefined
  readonly height?: number | undefined
  /** Hatch what lies under the first line: a gap. */
  readonly hatched?: boolean | undefined
  /** What a line's interval is called in the key. */
  readonly intervalName?: string | undefined
}

/** Lines over time with their values at the end: counted solid, projected dashed, a likely range as a band. */
export function LineChart(props: LineChartProps) {
  const { series, alternative, table, tableOpen, height = 196, fromZero = true, hatched } = props
  const layout = lineLayout({
    series,
    height,
    fromZero,
    formatX: props.formatX ?? String,
    formatY: props.formatY ?? number,
  })
  return (
    <Plot table={table} tableOpen={tableOpen}>
      {layout ? (
        <>
          <LineKeys series={series} always={layout.keyed} intervalName={props.intervalName ?? 'Likely range'} />
          <div class={gutterClasses(layout)}>
            <LineDrawing layout={layout} series={series} alternative={alternative} hatched={hatched} />
          </div>
        </>
      ) : (
        <NothingToDraw alternative={alternative} />
      )}
    </Plot>
  )
}

function gutterClasses({ gutters: { left, narrow, broad } }: LineLayout): string {
  return [left && `m-gl-${left}`, narrow && `m-gr-${narrow}`, broad && `m-gb-${broad}`].filter(Boolean).join(' ')
}
