import { area, line } from 'd3-shape'
import { LineEnds } from './line-end-labels.tsx'
import type { LineLayout } from './line-layout.ts'
import { type DefinedPoint, defined, type Interval, type Point, type Series } from './series.ts'
import { round, SvgLabel } from './svg-label.tsx'
import { dashClass, fill, stroke } from './tone.ts'

export interface LineDrawingProps {
  readonly layout: LineLayout
  readonly series: readonly Series[]
  readonly alternative: string
  readonly hatched?: boolean | undefined
}

/** The drawing of a line chart: grid, lines, dots and labels where the layout put them. */
export function LineDrawing({ layout, series, alternative, hatched }: LineDrawingProps) {
  const { frame, grid, axis, dots, ends, labels, foot } = layout
  const names = hatched ? 'm-chart m-chart--hatched' : 'm-chart'
  return (
    <svg class={names} width="100%" height={frame.height} role="img" aria-label={alternative}>
      {hatched && series[0] ? <Unhatched layout={layout} series={series[0]} /> : null}
      {grid.map(({ y, text }) => (
        <>
          <line class="k-rule w1" x1="0" x2="100%" y1={round(y)} y2={round(y)} />
          <text class="t2 te" x="0" dx="-8" y={round(y + 5)}>
            {text}
          </text>
        </>
      ))}
      <line class="k-ink w1" x1="0" x2="100%" y1={round(axis)} y2={round(axis)} />
      <svg
        width="100%"
        height={frame.height}
        viewBox={`0 0 1000 ${frame.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        overflow="visible"
      >
        {series.map((one) => (
          <Line series={one} place={layout.place} />
        ))}
      </svg>
      {dots.map(({ x, y, series: { tone }, hollow }) => (
        <circle class={hollow ? `f-paper ${stroke(tone)} w2` : fill(tone)} cx={`${round(x)}%`} cy={round(y)} r="4.5" />
      ))}
      {labels.map((label) => (
        <SvgLabel label={label} />
      ))}
      <LineEnds ends={ends} />
      {foot.map((label) => (
        <SvgLabel label={label} />
      ))}
    </svg>
  )
}

type Place = LineLayout['place']

function Line({ series, place }: { readonly series: Series; readonly place: Place }) {
  const { points, tone, dash = 'solid', projectedFrom = Number.POSITIVE_INFINITY, interval = [] } = series
  const path = line<Point>()
    .defined(({ y }) => y !== null)
    .x((point) => round(place(point as DefinedPoint).x * 10))
    .y((point) => round(place(point as DefinedPoint).y))
    .digits(2)
  const band = area<Interval>()
    .x(({ x, low }) => round(place({ x, y: low }).x * 10))
    .y0(({ x, low }) => place({ x, y: low }).y)
    .y1(({ x, high }) => place({ x, y: high }).y)
    .digits(2)
  const counted = path(points.filter(({ x }) => x <= projectedFrom))
  const projected = path(points.filter(({ x }) => x >= projectedFrom))
  return (
    <>
      {interval.length > 1 ? <path class={`band ${fill(tone)}`} d={band(interval) ?? ''} /> : null}
      {counted ? <path class={`f-none ${stroke(tone)} w3${dashClass(dash)}`} d={counted} /> : null}
      {projected ? <path class={`f-none ${stroke(tone)} w2 dash`} d={projected} /> : null}
    </>
  )
}

/** Paper over everything but what lies between the line and the axis, so that the hatched ground shows there alone. */
function Unhatched({
  layout: { frame, axis, place },
  series,
}: {
  readonly layout: LineLayout
  readonly series: Series
}) {
  const under = area<Point>()
    .defined(({ y }) => y !== null)
    .x((point) => place(point as DefinedPoint).x * 10)
    .y0(axis)
    .y1((point) => place(point as DefinedPoint).y)
    .digits(2)
  const cut = defined(series.points).length > 1 ? (under(series.points) ?? '') : ''
  return (
    <svg
      width="100%"
      height={frame.height}
      viewBox={`0 0 1000 ${frame.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="f-paper" fill-rule="evenodd" d={`M-1-1H1001V${frame.height + 1}H-1Z${cut}`} />
    </svg>
  )
}
