import { scaleLinear } from 'd3-scale'
import { footLabels } from './foot-labels.ts'
import { type Frame, frameOf, type GridLine, gridLines, gutterSteps, valueScale } from './frame.ts'
import { broadFrom, type Label, narrowest } from './label.ts'
import { type End, endLines, endRoom, placeEnds, roomForEnds } from './line-ends.ts'
import { type DefinedPoint, defined, type Series } from './series.ts'
import { type Corners, type LabelledPoint, valueLabels } from './value-labels.ts'

export interface LineOptions {
  readonly series: readonly Series[]
  /** Pixels; more is taken when the labels need it. */
  readonly height: number
  readonly fromZero: boolean
  readonly formatX: (x: number) => string
  readonly formatY: (y: number) => string
}

export interface Dot {
  readonly x: number
  readonly y: number
  readonly series: Series
  /** A projected value: a ring, not a disc. */
  readonly hollow: boolean
}

export interface LineLayout {
  readonly frame: Frame
  readonly grid: readonly GridLine[]
  /** Where the heavy line lies: nought, or the foot. */
  readonly axis: number
  /** Per cent of the width, and pixels, of a value. */
  readonly place: (point: DefinedPoint) => { x: number; y: number }
  readonly dots: readonly Dot[]
  readonly ends: readonly End[]
  readonly labels: readonly Label[]
  readonly foot: readonly Label[]
  /** Room at the sides in steps of 16 pixels. */
  readonly gutters: { readonly left: number; readonly narrow: number; readonly broad: number }
  /** Some line ends before the others, so that its name is said in the key at every width. */
  readonly keyed: boolean
}

/** Works out where everything of a line chart stands; undefined when there is nothing to draw. */
export function lineLayout({ series, height, fromZero, formatX, formatY }: LineOptions): LineLayout | undefined {
  const drawn = series.map((one) => ({ one, points: defined(one.points) })).filter(({ points }) => points.length > 0)
  const xs = series.flatMap(({ points }) => points.map(({ x }) => x))
  if (drawn.length === 0) return undefined
  const [first, last] = [Math.min(...xs), Math.max(...xs)]
  const single = first === last

  const finals = drawn.map(({ one, points }) => ({ one, point: points.at(-1) as DefinedPoint }))
  const atEdge = single ? [] : finals.filter(({ point }) => point.x === last)
  const early = finals.filter((final) => !atEdge.includes(final))
  const edge = atEdge.map(({ one, point }) => {
    const value = formatY(point.y)
    return { one, point, value, lines: endLines(value, one.name, series.length > 1) }
  })

  const values = drawn.flatMap(({ points }) => points.map((point) => point.y))
  const frame = frameOf(Math.max(height, roomForEnds(edge.map(({ lines }) => lines)) + 48), values)
  const extents = series.flatMap(({ interval = [] }) => interval.flatMap(({ low, high }) => [low, high]))
  const y = valueScale([...values, ...extents], frame, fromZero)
  const x = scaleLinear().domain([first, last]).range([0, 100])
  const place = (point: DefinedPoint) => ({ x: single ? 50 : x(point.x), y: y(point.y) })

  const grid = gridLines(y, values, formatY)
  const ends = placeEnds(
    edge.map(({ one, point, value, lines }) => ({ series: one, y: y(point.y), value, lines })),
    frame,
  )
  const room = endRoom(ends)
  const gutters = {
    left: Math.min(6, gutterSteps(grid.map(({ text }) => text))),
    narrow: Math.min(6, Math.ceil(room.narrow / 16)),
    broad: Math.min(12, Math.ceil(room.broad / 16)),
  }
  const plot = {
    narrow: narrowest - 16 * (gutters.left + gutters.narrow),
    broad: broadFrom - 16 * (gutters.left + gutters.broad),
  }

  const marked = drawn.flatMap(({ one, points }) =>
    points.filter((p) => one.marks?.includes(p.x)).map((point) => ({ one, point })),
  )
  const said: LabelledPoint[] = [
    ...early,
    ...marked.filter(({ one, point }) => !finals.some((f) => f.one === one && f.point === point)),
  ].map(({ point }) => ({ ...place(point), text: formatY(point.y) }))
  const lines: Corners[] = drawn.map(({ points }) => points.map(place))

  const turning = series.flatMap((one) => one.projectedFrom ?? []).filter((value) => value > first && value < last)
  const years = [...early, ...marked].map(({ point }) => point.x).filter(Number.isInteger)
  const fixed = new Set([first, last, ...turning, ...years])

  return {
    frame,
    grid,
    axis: y(Math.min(Math.max(0, y.domain()[0] ?? 0), y.domain()[1] ?? 0)),
    place,
    dots: dotsOf(drawn, place),
    ends,
    labels: valueLabels(said, lines, frame, [plot.narrow, 352 - 288 + plot.narrow, plot.broad, 2 * plot.broad]),
    foot: footLabels(
      {
        first: [...fixed].map((value) => ({ x: place({ x: value, y: 0 }).x, text: formatX(value) })),
        regular: (count) =>
          x
            .ticks(count)
            .filter((tick) => Number.isInteger(tick) && !fixed.has(tick))
            .map((tick) => ({ x: x(tick), text: formatX(tick) })),
      },
      frame.height - 4,
      plot,
    ),
    gutters,
    keyed: series.length > 1 && early.length > 0,
  }
}

/** A mark at each line's last value, at values that stand alone between gaps, and where one was asked for. */
function dotsOf(
  drawn: readonly { one: Series; points: readonly DefinedPoint[] }[],
  place: (point: DefinedPoint) => { x: number; y: number },
): Dot[] {
  return drawn.flatMap(({ one, points }) => {
    const valueAt = (i: number) => one.points[i]?.y ?? null
    const shown = points.filter((point) => {
      const i = one.points.indexOf(point)
      const alone = valueAt(i - 1) === null && valueAt(i + 1) === null
      return point === points.at(-1) || alone || one.marks?.includes(point.x)
    })
    return shown.map((point) => ({
      ...place(point),
      series: one,
      hollow: one.projectedFrom !== undefined && point.x > one.projectedFrom,
    }))
  })
}
